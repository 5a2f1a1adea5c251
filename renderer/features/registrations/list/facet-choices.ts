// What a list can be narrowed to: the statuses, platforms and levels there are, each with how many there are of it.
import type { Registration } from '#contract/registration.ts';
import { levelKey, platformKey, statusKey } from '../../../app/facets.ts';
import { levelWord, platformWord, statusKeyWord } from '../../../words/list-view-words.ts';

export interface FacetChoice {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

/** So many at most: more than anybody reads, and as many as a filter can hold (contract/settings.ts). */
const MOST = { statuses: 20, platforms: 500, productionLevels: 100 } as const;
export type Facet = keyof typeof MOST;

interface FacetRule {
  readonly keyOf: (registration: Registration) => string;
  readonly wordOf: (key: string) => string;
}

const rules: Readonly<Record<Facet, FacetRule>> = {
  statuses: { keyOf: ({ status }) => statusKey(status), wordOf: statusKeyWord },
  platforms: { keyOf: platformKey, wordOf: platformWord },
  productionLevels: { keyOf: levelKey, wordOf: levelWord },
};

/** What a filter calls something, as people read it. */
export function facetWord(facet: Facet, key: string): string {
  return rules[facet].wordOf(key);
}

/** What there is, most frequent first (levels in their own order), and what is chosen though there is none of it now. */
export function facetChoices(
  facet: Facet,
  registrations: readonly Registration[],
  chosen: readonly string[],
): readonly FacetChoice[] {
  const { keyOf, wordOf } = rules[facet];
  const counts = new Map<string, number>(chosen.map((key) => [key, 0]));
  for (const registration of registrations) {
    const key = keyOf(registration);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const choices = [...counts].map(([id, count]) => ({ id, label: wordOf(id), count }));
  const isByCount = facet !== 'productionLevels';
  return choices
    .sort((one, other) => (isByCount ? other.count - one.count : 0) || one.label.localeCompare(other.label, 'en'))
    .slice(0, MOST[facet]);
}
