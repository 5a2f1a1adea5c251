// Which registrations a filter leaves: fast enough to follow every keystroke over a hundred thousand of them.
import type { Registration } from '#contract/registration.ts';
import type { ListFilter } from '#contract/settings.ts';
import { isNarrowing, isStale, isWithSyncErrors, levelKey, platformKey, statusKey } from '../../../app/facets.ts';
import { searchText, searchWords } from './search-text.ts';

const FACETS = ['statuses', 'platforms', 'productionLevels', 'hasSyncErrors', 'isStale'] as const;

type Test = (registration: Registration) => boolean;

/** One list, narrowed again and again. */
export interface Narrowing {
  /** The registrations that pass, in their order. `staleBeforeMs`: see app/facets.ts. */
  readonly narrow: (filter: ListFilter, staleBeforeMs: number) => readonly Registration[];
  /** Makes the next search texts ahead of time, so many; false when all are made. */
  readonly prepare: (count: number) => boolean;
}

/** What the last filter left, by the places in the list. */
interface Last {
  readonly filter: ListFilter;
  readonly staleBeforeMs: number;
  readonly left: readonly number[];
}

/**
 * Where the text only grew, nothing is looked at but what was left before: while one types, each keystroke costs less
 * than the one before it.
 */
export function narrowing(list: readonly Registration[]): Narrowing {
  const texts: string[] = [];
  let prepared = 0;
  const everything = list.map((_, place) => place);
  let last: Last | null = null;

  const textAt = (place: number, registration: Registration): string => (texts[place] ??= searchText(registration));

  const passing = (places: readonly number[], filter: ListFilter, staleBeforeMs: number): readonly number[] => {
    const test = facetTest(filter, staleBeforeMs);
    const words = searchWords(filter.text);
    return places.filter((place) => {
      const registration = list[place];
      if (registration === undefined || !test(registration)) return false;
      const text = words.length === 0 ? '' : textAt(place, registration);
      return words.every((word) => text.includes(word));
    });
  };

  return {
    narrow: (filter, staleBeforeMs) => {
      if (!isNarrowing(filter)) return list;
      const places = last !== null && narrowsFurther(last, filter, staleBeforeMs) ? last.left : everything;
      last = { filter, staleBeforeMs, left: passing(places, filter, staleBeforeMs) };
      return at(list, last.left);
    },
    prepare: (count) => {
      const from = prepared;
      prepared = Math.min(from + count, list.length);
      for (const [offset, registration] of list.slice(from, prepared).entries()) textAt(from + offset, registration);
      return prepared < list.length;
    },
  };
}

function at(list: readonly Registration[], places: readonly number[]): readonly Registration[] {
  const found: Registration[] = [];
  for (const place of places) {
    const registration = list[place];
    if (registration !== undefined) found.push(registration);
  }
  return found;
}

/** True when whatever passes `filter` has passed the last one: the same facets, and every old word within a new one. */
function narrowsFurther(last: Last, filter: ListFilter, staleBeforeMs: number): boolean {
  const isSame = (facet: Exclude<keyof ListFilter, 'text'>): boolean => last.filter[facet] === filter[facet];
  const words = searchWords(filter.text);
  return (
    last.staleBeforeMs === staleBeforeMs &&
    FACETS.every(isSame) &&
    searchWords(last.filter.text).every((old) => words.some((word) => word.includes(old)))
  );
}

function facetTest(filter: ListFilter, staleBeforeMs: number): Test {
  const tests: Test[] = [];
  const oneOf = (chosen: readonly string[], keyOf: (registration: Registration) => string): void => {
    const keys = new Set(chosen);
    if (keys.size > 0) tests.push((registration) => keys.has(keyOf(registration)));
  };
  oneOf(filter.statuses, ({ status }) => statusKey(status));
  oneOf(filter.platforms, platformKey);
  oneOf(filter.productionLevels, levelKey);
  if (filter.hasSyncErrors) tests.push(isWithSyncErrors);
  if (filter.isStale) tests.push((registration) => isStale(registration, staleBeforeMs));
  return (registration) => tests.every((test) => test(registration));
}
