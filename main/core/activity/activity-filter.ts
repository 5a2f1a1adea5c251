// Which entries of the activity log a person asked for.
import type { ActivityEntry, ActivityOutcome } from '#contract/activity.ts';
import type { ActivityFilter } from '#contract/activity-inputs.ts';

/** The entries that the filter lets through, newest first; `entries` are oldest first. */
export function matchingEntries(
  entries: readonly ActivityEntry[],
  { text, hubId, action, outcome }: ActivityFilter,
): readonly ActivityEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries
    .filter(
      (entry) =>
        (hubId === null || entry.hubId === hubId) &&
        (action === null || entry.action === action) &&
        (outcome === null || entry.outcome.kind === outcome) &&
        holdsAll(entry, words),
    )
    .toReversed();
}

/** Every word must be in some field, case aside. */
function holdsAll(entry: ActivityEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = textOf(entry).toLowerCase();
  return words.every((word) => text.includes(word));
}

function textOf({ hubName, operator, registrationId, applicationName, action, sent, outcome }: ActivityEntry): string {
  return [hubName, operator, registrationId, applicationName, action, sent, ...factsOf(outcome)].join('\n');
}

function factsOf(outcome: ActivityOutcome): readonly string[] {
  const { kind, status, failure, cause } = { status: null, failure: null, cause: null, ...outcome };
  return [kind, status === null ? '' : String(status), failure ?? '', cause ?? ''];
}
