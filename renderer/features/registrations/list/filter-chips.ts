// What a list is narrowed to besides the text, one chip each, with what changes when it is taken away.
import type { ListFilter } from '#contract/settings.ts';
import { NO_FILTER } from '../../../app/facets.ts';
import { listViewWords as words } from '../../../words/list-view-words.ts';
import { facetWord, type Facet } from './facet-choices.ts';

export interface FilterChip {
  readonly key: string;
  readonly word: string;
  readonly without: Partial<ListFilter>;
}

const FACETS: readonly Facet[] = ['statuses', 'platforms', 'productionLevels'];

export function filterChips(filter: ListFilter, staleAfterDays: number): readonly FilterChip[] {
  const chips: FilterChip[] = FACETS.flatMap((facet) =>
    filter[facet].map((key) => ({
      key: `${facet} ${key}`,
      word: facetWord(facet, key),
      without: { [facet]: filter[facet].filter((other) => other !== key) },
    })),
  );
  if (filter.hasSyncErrors) {
    chips.push({ key: 'syncErrors', word: words.syncErrors, without: { hasSyncErrors: false } });
  }
  if (filter.isStale) {
    chips.push({ key: 'stale', word: words.stale(staleAfterDays), without: { isStale: false } });
  }
  return chips;
}

/** The text stays: the search field has its own way to be emptied. */
export const NO_FACETS: Partial<ListFilter> = {
  statuses: NO_FILTER.statuses,
  platforms: NO_FILTER.platforms,
  productionLevels: NO_FILTER.productionLevels,
  hasSyncErrors: false,
  isStale: false,
};
