// What a hub's overview counts, in one walk over the saved copy.
import type { SavedCopy } from '#contract/registration.ts';
import { KNOWN_KINDS } from '#contract/status-kind.ts';
import { isStale, isWithSyncErrors, platformKey, staleBefore, statusKey } from '../../app/facets.ts';

/** How many registrations share something; `key` is the name a list's filter has for it. */
interface Slice {
  readonly key: string;
  readonly count: number;
}

export interface OverviewCounts {
  readonly total: number;
  /** Along the life cycle; only what there is. */
  readonly statuses: readonly Slice[];
  /** The ten most frequent. */
  readonly platforms: readonly Slice[];
  /** All others together. */
  readonly otherPlatforms: { readonly keys: readonly string[]; readonly count: number };
  readonly withSyncErrors: number;
  readonly stale: number;
}

const MOST_PLATFORMS = 10;
/** As many as a filter can hold (contract/settings.ts). */
const MOST_KEYS = 500;

export function overviewCounts({ registrations, takenAtMs }: SavedCopy, staleAfterDays: number): OverviewCounts {
  const before = staleBefore(takenAtMs, staleAfterDays);
  const statuses = new Map<string, number>();
  const platforms = new Map<string, number>();
  let withSyncErrors = 0;
  let stale = 0;
  for (const registration of registrations) {
    count(statuses, statusKey(registration.status));
    count(platforms, platformKey(registration));
    if (isWithSyncErrors(registration)) withSyncErrors += 1;
    if (isStale(registration, before)) stale += 1;
  }
  const byCount = slices(platforms).sort((one, other) => other.count - one.count || compare(one, other));
  const others = byCount.slice(MOST_PLATFORMS, MOST_KEYS + MOST_PLATFORMS);
  return {
    total: registrations.length,
    statuses: slices(statuses).sort((one, other) => placeOf(one) - placeOf(other) || compare(one, other)),
    platforms: byCount.slice(0, MOST_PLATFORMS),
    otherPlatforms: { keys: others.map(({ key }) => key), count: others.reduce((sum, slice) => sum + slice.count, 0) },
    withSyncErrors,
    stale,
  };
}

/** What no source names comes last. */
function placeOf({ key }: Slice): number {
  const place = KNOWN_KINDS.findIndex((kind) => kind === key);
  return place < 0 ? KNOWN_KINDS.length : place;
}

function compare(one: Slice, other: Slice): number {
  return one.key.localeCompare(other.key, 'en');
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function slices(counts: ReadonlyMap<string, number>): Slice[] {
  return [...counts].map(([key, number]) => ({ key, count: number }));
}
