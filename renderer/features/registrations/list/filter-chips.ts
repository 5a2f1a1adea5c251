// What a list is narrowed to besides the text, one chip each, with the filter that is left when it is taken away.
import type { ListFilter } from '#contract/settings.ts';
import { NO_FILTER } from '../../../app/facets.ts';
import { listViewWords as words } from '../../../words/list-view-words.ts';
import { facetWord, type Facet } from './facet-choices.ts';

export interface FilterChip {
  readonly key: string;
  readonly word: string;
  readonly without: ListFilter;
}

const FACETS: readonly Facet[] = ['statuses', 'platforms', 'productionLevels'];

export function filterChips(filter: ListFilter, staleAfterDays: number): readonly FilterChip[] {
  const chips: FilterChip[] = FACETS.flatMap((facet) =>
    filter[facet].map((key) => ({
      key: `${facet} ${key}`,
      word: facetWord(facet, key),
      without: { ...filter, [facet]: filter[facet].filter((other) => other !== key) },
    })),
  );
  if (filter.hasSyncErrors) {
    chips.push({ key: 'syncErrors', word: words.syncErrors, without: { ...filter, hasSyncErrors: false } });
  }
  if (filter.isStale) {
    chips.push({ key: 'stale', word: words.stale(staleAfterDays), without: { ...filter, isStale: false } });
  }
  return chips;
}

/** Only the text is left: the search field has its own way to be emptied. */
export function withoutFacets({ text }: ListFilter): ListFilter {
  return { ...NO_FILTER, text };
}
