// The history as the window is told it: entries, newest first.
import type { HistoryEntry, VisitSummary } from '#contract/review.ts';
import { isBeat } from './fold-history.ts';
import type { Happening } from './happening.ts';
import type { HistoryStep } from './history-store.ts';

/** So many entries of a visit are told one by one. */
const TOLD_OF_A_VISIT = 500;

/** What happened to one registration. */
export function historyOf(steps: readonly HistoryStep[], registrationId: string): readonly HistoryEntry[] {
  return newestFirst(steps)
    .filter(({ id }) => id === registrationId)
    .map(entry);
}

/**
 * What happened at a hub after a time; at any time when it is null. That applications went on synchronizing is left
 * out: of a large hub it would bury everything else.
 */
export function visitSummary(steps: readonly HistoryStep[], sinceMs: number | null): VisitSummary {
  const happenings = newestFirst(steps).filter(
    (happening) => (sinceMs === null || happening.atMs > sinceMs) && !isBeat(happening),
  );
  const count = (kind: HistoryEntry['kind']): number => happenings.filter((one) => one.kind === kind).length;
  return {
    sinceMs,
    entries: happenings.slice(0, TOLD_OF_A_VISIT).map(entry),
    appearedCount: count('appeared'),
    changedCount: count('changed'),
    disappearedCount: count('disappeared'),
  };
}

/** The latest time in a history, 0 in an empty one. */
export function lastTimeOf(steps: readonly HistoryStep[]): number {
  return steps.reduce((latest, { atMs }) => Math.max(latest, atMs), 0);
}

function newestFirst(steps: readonly HistoryStep[]): readonly Happening[] {
  return steps.toReversed().flatMap(({ happenings }) => happenings.toReversed());
}

function entry({ atMs, id, applicationName, kind, operator, fields, folded }: Happening): HistoryEntry {
  const changes = fields.map(({ field, before = null, after = null }) => ({ field, before, after }));
  return { atMs, registrationId: id, applicationName, kind, operator, changes, folded };
}
