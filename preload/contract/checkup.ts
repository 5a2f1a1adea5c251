// The check of a hub's connection as the window sees it: step by step, each with its outcome, its time and what was found.
import type { Failure } from './failure.ts';
import type { CertificateFacts } from './reach.ts';

/** The steps in the order in which they are taken; the first four for each host that is asked. */
export type CheckStepName = 'name' | 'proxy' | 'connection' | 'certificate' | 'token' | 'clock' | 'role' | 'answer';

/**
 * Warned: it works, and yet a person should know something. Skipped: there is nothing to check, or an earlier step
 * failed without which this one says nothing.
 */
export type CheckOutcome = 'waiting' | 'running' | 'passed' | 'warned' | 'failed' | 'skipped';

/** What a step found out. Nothing of it is secret. */
export type CheckFinding =
  | { readonly kind: 'addresses'; readonly addresses: readonly string[] }
  /** The name is looked up by the proxy. */
  | { readonly kind: 'foundByProxy' }
  | { readonly kind: 'direct' }
  | { readonly kind: 'byProxy'; readonly proxy: string }
  /** Where the connection led to: the host, or the proxy before it. */
  | { readonly kind: 'connected'; readonly to: string }
  /** `http:`, which is only used on this computer. */
  | { readonly kind: 'unencrypted' }
  /** The host's own certificate first. */
  | { readonly kind: 'certificates'; readonly protocol: string | null; readonly chain: readonly CertificateFacts[] }
  | { readonly kind: 'token'; readonly lifetimeSeconds: number }
  /** The Hub's clock minus this computer's, in milliseconds; null when the Hub did not say its time. */
  | { readonly kind: 'clock'; readonly aheadMs: number | null }
  | { readonly kind: 'role'; readonly operator: string | null; readonly accessGroup: string | null }
  | { readonly kind: 'registrations'; readonly count: number };

export interface CheckStep {
  readonly name: CheckStepName;
  /** With its port where it is not the usual one. */
  readonly host: string;
  readonly outcome: CheckOutcome;
  /** null unless it was taken. */
  readonly durationMs: number | null;
  readonly finding: CheckFinding | null;
  /** Only with `failed`. */
  readonly failure: Failure | null;
}

/** A check as far as it has come. */
export interface Checkup {
  readonly hubId: string;
  readonly startedAtMs: number;
  readonly isRunning: boolean;
  readonly steps: readonly CheckStep[];
}

/** A difference of clocks that is larger is noticed and named; below it requests and certificates do not suffer. */
export const CLOCK_TOLERANCE_MS = 2 * 60_000;
