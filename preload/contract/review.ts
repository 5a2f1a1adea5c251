// What can be told without a network: what changed, between two looks, two moments or two hubs.
import type { FieldChange } from './life-cycle.ts';
import type { JsonValue, Registration } from './registration.ts';

/** One thing that was seen to have happened to a registration between two looks. Times: milliseconds since the epoch. */
export interface HistoryEntry {
  readonly atMs: number;
  readonly registrationId: string;
  readonly applicationName: string;
  readonly kind: 'appeared' | 'changed' | 'disappeared';
  /** Who, where the Hub says so (`updateOperator`, `createOperator`); null otherwise. */
  readonly operator: string | null;
  /** Only with `changed`; by the field's name on the wire. */
  readonly changes: readonly FieldChange[];
  /** How many entries were folded into this one when old ones were compacted; 1 otherwise. */
  readonly folded: number;
}

/** What happened at a hub since the person last looked. */
export interface VisitSummary {
  /** When the last visit ended; null when there was none. */
  readonly sinceMs: number | null;
  /** Newest first, at most 500. */
  readonly entries: readonly HistoryEntry[];
  readonly appearedCount: number;
  readonly changedCount: number;
  readonly disappearedCount: number;
}

/** A hub as it is now, or as it was known at a moment. */
export interface Moment {
  readonly hubId: string;
  /** null for the saved copy of now. */
  readonly atMs: number | null;
}

/** What makes two registrations the same one. `id` only makes sense within one hub. */
export type MatchKey = 'applicationName' | 'applicationLabel' | 'systemUrl' | 'id';

/** Two registrations that are one by the key, and the fields in which they differ. */
export interface Difference {
  readonly key: string;
  readonly left: Registration;
  readonly right: Registration;
  readonly fields: readonly { readonly field: string; readonly left: JsonValue; readonly right: JsonValue }[];
}

export interface Comparison {
  /** When each side was read. */
  readonly leftTakenAtMs: number;
  readonly rightTakenAtMs: number;
  readonly onlyLeft: readonly Registration[];
  readonly onlyRight: readonly Registration[];
  readonly different: readonly Difference[];
  readonly sameCount: number;
  /** Keys that more than one registration of a side has: these cannot be matched, and are in none of the lists above. */
  readonly ambiguous: readonly { readonly key: string; readonly leftCount: number; readonly rightCount: number }[];
  /** Fields that are left out because they differ by nature between two hubs (IDs, times, operators). */
  readonly ignoredFields: readonly string[];
}
