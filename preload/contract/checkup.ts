// The check of a hub's connection as the window sees it: step by step, each with its outcome, its time and what was found.
import type { Failure } from './failure.ts';
import type { CertificateFacts } from './reach.ts';

/**
 * The steps in the order in which they are taken; the first four for each host that is asked. The way comes first: whose
 * name has to be found depends on it.
 */
export type CheckStepName = 'proxy' | 'name' | 'connection' | 'certificate' | 'token' | 'clock' | 'role' | 'answer';

/**
 * Warned: it works, and yet a person should know something. Skipped: there is nothing to check, or an earlier step
 * failed without which this one says nothing.
 */
export type CheckOutcome = 'waiting' | 'running' | 'passed' | 'warned' | 'failed' | 'skipped';

/** What a step found out. Nothing of it is secret. */
export type CheckFinding =
  | { readonly kind: 'direct' }
  | { readonly kind: 'byProxy'; readonly proxy: string }
  /** Of the host; where a proxy is in between, of that: it finds the host itself. */
  | { readonly kind: 'addresses'; readonly of: string; readonly addresses: readonly string[] }
  /** Of the host or of the proxy before it, with its port. */
  | { readonly kind: 'connected'; readonly to: string }
  /** A proxy takes connections and leads on to the host, each with its port. */
  | { readonly kind: 'tunnelled'; readonly by: string; readonly to: string }
  /** `http:`, which is only used on this computer. */
  | { readonly kind: 'unencrypted' }
  /** The host's own certificate first. */
  | { readonly kind: 'certificates'; readonly chain: readonly CertificateFacts[] }
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

/** The access group that viewing and invoking the registration APIs asks for (hub-contract section 4). */
export const PROPER_ACCESS_GROUP = 'PPF:Configurators';

/** A difference of clocks that is larger is noticed and named; below it requests and certificates do not suffer. */
export const CLOCK_TOLERANCE_MS = 2 * 60_000;
