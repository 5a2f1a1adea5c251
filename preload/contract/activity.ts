// The activity log: every call that changes something and every token request, before it is sent and with its outcome.
import type { Failure, UnreachableCause } from './failure.ts';
import type { LifeCycleAction } from './registration-actions.ts';

/**
 * What was asked of the Hub. `pairCheck` is a token request with a data-sync pair. `handOff` and `plainExport` ask
 * nobody: credentials of the hub were written into a file.
 */
export type ActivityAction = 'token' | 'pairCheck' | 'handOff' | 'plainExport' | 'register' | 'edit' | LifeCycleAction;

/** How it ended. `pending` only while it is on its way in this run. */
export type ActivityOutcome =
  | { readonly kind: 'pending' }
  | { readonly kind: 'done'; readonly status: number }
  /** Nothing was asked of the Hub: a file was written on this computer. */
  | { readonly kind: 'written' }
  | { readonly kind: 'refused'; readonly status: number | null; readonly failure: Failure['code'] }
  /** It certainly never reached the Hub. */
  | { readonly kind: 'notSent'; readonly failure: Failure['code'] }
  /** It may have reached the Hub: no answer came, or the app ended before it could be written down (cause null). */
  | { readonly kind: 'unknown'; readonly cause: UnreachableCause | null }
  /** It was unknown, and a look at the Hub told. */
  | { readonly kind: 'found'; readonly happened: boolean; readonly checkedAtMs: number };

/** One call. Times are milliseconds since the epoch; texts are '' when not known. */
export interface ActivityEntry {
  readonly id: string;
  readonly atMs: number;
  readonly hubId: string;
  readonly hubName: string;
  readonly operator: string;
  readonly registrationId: string;
  readonly applicationName: string;
  readonly action: ActivityAction;
  /** What was sent: method, path and body, secrets replaced. */
  readonly sent: string;
  readonly outcome: ActivityOutcome;
  readonly durationMs: number | null;
}

/** A part of the log, newest first. */
export interface ActivityPage {
  readonly entries: readonly ActivityEntry[];
  /** How many match the filter in all, and how many there are. */
  readonly matching: number;
  readonly total: number;
  /**
   * How many whose outcome is unknown and was not looked up yet, filter aside. Without token requests: they change
   * nothing that could be looked up.
   */
  readonly unknown: number;
}
