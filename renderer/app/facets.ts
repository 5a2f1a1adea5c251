// What registrations are told apart by, besides text: the list narrows by it and the overview counts by it, so that a
// number in the one leads to as many rows in the other.
import type { Registration, RegistrationStatus } from '#contract/registration.ts';
import type { ListFilter } from '#contract/settings.ts';

const DAY_MS = 24 * 60 * 60_000;

/** A list that is narrowed by nothing. */
export const NO_FILTER: ListFilter = {
  text: '',
  statuses: [],
  platforms: [],
  productionLevels: [],
  hasSyncErrors: false,
  isStale: false,
};

/** True when the filter would hide something. */
export function isNarrowing(filter: ListFilter): boolean {
  return filter.text.trim() !== '' || hasFacets(filter);
}

/** True when it narrows by more than a text. */
export function hasFacets({ statuses, platforms, productionLevels, hasSyncErrors, isStale }: ListFilter): boolean {
  return hasSyncErrors || isStale || statuses.length + platforms.length + productionLevels.length > 0;
}

const UNKNOWN = 'unknown ';

/** A status as a filter names it: our kind, or `unknown` and the Hub's own string (at most 100 characters). */
export function statusKey({ kind, raw }: RegistrationStatus): string {
  return kind === 'unknown' ? `${UNKNOWN}${raw}`.slice(0, 100) : kind;
}

/** A platform as a filter names it (at most 256 characters). */
export function platformKey({ platform }: Registration): string {
  return platform.slice(0, 256);
}

/** A production level as a filter names it (at most 100 characters). */
export function levelKey({ productionLevel }: Registration): string {
  return productionLevel.slice(0, 100);
}

/** True when the Hub counted errors while it synchronized (hub-contract 3.3: `syncErrors`). */
export function isWithSyncErrors({ syncErrors }: Registration): boolean {
  return Number(syncErrors) > 0;
}

/** Before which moment a last synchronization counts as too long ago, as seen when the copy was taken. */
export function staleBefore(takenAtMs: number, staleAfterDays: number): number {
  return takenAtMs - staleAfterDays * DAY_MS;
}

/**
 * True for an application whose tasks should be synchronized and were not for too long: an active or hidden one whose
 * last task came before that moment, and an active one of which none ever came.
 */
export function isStale({ status, lastTaskSyncedAtMs }: Registration, staleBeforeMs: number): boolean {
  if (lastTaskSyncedAtMs === null) return status.kind === 'active';
  return (status.kind === 'active' || status.kind === 'hidden') && lastTaskSyncedAtMs < staleBeforeMs;
}
