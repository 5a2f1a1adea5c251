// A comparison narrowed to what contains the words of a filter: prepared once, so that every keystroke is cheap.
import type { JsonValue, Registration } from '#contract/registration.ts';
import type { Comparison, Difference } from '#contract/review.ts';
import { fieldWord, valueInWords } from '../../words/field-words.ts';

/** What of a comparison is listed. */
export type Lists = Pick<Comparison, 'different' | 'onlyLeft' | 'onlyRight'>;

interface Searchable<Item> {
  readonly item: Item;
  readonly text: string;
}

export interface SearchableLists {
  readonly different: readonly Searchable<Difference>[];
  readonly onlyLeft: readonly Searchable<Registration>[];
  readonly onlyRight: readonly Searchable<Registration>[];
}

/** Every item beside what a filter looks at, in lower case. */
export function searchable({ different, onlyLeft, onlyRight }: Lists): SearchableLists {
  return {
    different: different.map((item) => ({ item, text: textOfDifference(item) })),
    onlyLeft: onlyLeft.map((item) => ({ item, text: textOf(item) })),
    onlyRight: onlyRight.map((item) => ({ item, text: textOf(item) })),
  };
}

/** Those that contain every word, case aside. */
export function narrowed(lists: SearchableLists, filter: string): Lists {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = <Item>(entries: readonly Searchable<Item>[]): readonly Item[] =>
    entries.filter(({ text }) => words.every((word) => text.includes(word))).map(({ item }) => item);
  return {
    different: matching(lists.different),
    onlyLeft: matching(lists.onlyLeft),
    onlyRight: matching(lists.onlyRight),
  };
}

function textOf(registration: Registration): string {
  const { id, applicationName, applicationLabel, platform, systemUrl, status } = registration;
  return [id, applicationName, applicationLabel, platform, systemUrl, status.raw].join('\n').toLowerCase();
}

function textOfDifference({ key, left, right, fields }: Difference): string {
  const values = fields.flatMap(({ field, ...sides }) => [
    field,
    fieldWord(field),
    ...[sides.left, sides.right].map((value: JsonValue) => valueInWords(field, value)),
  ]);
  return [key, textOf(left), textOf(right), ...values].join('\n').toLowerCase();
}
