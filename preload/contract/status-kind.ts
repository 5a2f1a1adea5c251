// Folds the many spellings of a registration's status into the states of the life cycle.
import type { StatusKind } from './registration.ts';

/**
 * Every status string of hub-contract 2.1, as {@link fold} writes it. `disabled` and `disabledsyncing` are what that
 * section guesses for a hidden registration; no source shows its string.
 */
const KINDS: ReadonlyMap<string, StatusKind> = new Map<string, StatusKind>([
  ['pendingdetails', 'pending'],
  ['pendingactivation', 'pending'],
  ['syncinprogress', 'synchronizing'],
  ['syncinprocess', 'synchronizing'],
  ['opensyncprogress', 'synchronizing'],
  ['active', 'active'],
  ['disabled', 'hidden'],
  ['disabledsyncing', 'hidden'],
  ['disabledsyncstopped', 'stopped'],
  ['inactive', 'stopped'],
  ['activationfailure', 'failure'],
  ['resolved', 'resolved'],
]);

/** The states that a source names, along the life cycle. */
export const KNOWN_KINDS: readonly StatusKind[] = [
  'pending',
  'synchronizing',
  'active',
  'hidden',
  'stopped',
  'failure',
  'resolved',
];

/** The state a status string stands for; `unknown` for one that no source names. */
export function statusKind(raw: string): StatusKind {
  return KINDS.get(fold(raw)) ?? 'unknown';
}

/** Case, blanks and dashes differ between the landing page and the JSON samples: `Disabled - Sync Stopped`. */
function fold(raw: string): string {
  return raw.toLowerCase().replace(/[\s_-]+/g, '');
}
