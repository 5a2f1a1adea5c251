// The words of comparing two hubs, or one hub at two moments.
import type { Comparison, MatchKey, Moment } from '#contract/review.ts';
import { counted, wholeNumber } from './numbers.ts';
import { fieldLabels } from './registration-words.ts';
import { moment } from './time.ts';

export const compareWords = {
  title: 'Compare',
  left: 'Left side',
  right: 'Right side',
  hub: 'Hub',
  asOf: 'As of',
  now: 'Now',
  swap: 'Swap sides',
  matchBy: 'Match by',
  filter: 'Filter',
  reading: 'Comparing',
  sameSides: 'Both sides are the same',
  sameSidesDetail: 'Choose another hub on one side, or another moment: every change the app has seen is one.',
  takenAt: (left: string, right: string): string => `Read from the Hub: ${left}; ${right}.`,
  different: 'Different',
  field: 'Field',
  open: (name: string, side: string): string => `Open ${name}, ${side}`,
  openShort: 'Open',
  ambiguous: (count: number, key: string): string =>
    `${counted(count, key)} ${count === 1 ? 'is' : 'are'} there more than once and cannot be matched`,
  withoutKey: 'Without one',
  ignored: (count: number): string => `${counted(count, 'field')} left out`,
  ignoredWhy: 'These differ by nature between two hubs and are not compared:',
  noMatchTitle: 'Nothing matches',
  noMatch: (filter: string): string => `None of what differs contains “${filter}”.`,
  clearFilter: 'Clear filter',
} as const;

/** What makes two registrations the same one, as it is chosen and as it stands in a sentence. */
export const matchKeyWords: Readonly<Record<MatchKey, string>> = {
  applicationName: fieldLabels.applicationName,
  applicationLabel: fieldLabels.applicationLabel,
  systemUrl: fieldLabels.systemUrl,
  id: fieldLabels.id,
};

/** The key in the middle of a sentence. */
export function matchKeyInSentence(key: MatchKey): string {
  return key === 'id' || key === 'systemUrl' ? matchKeyWords[key] : matchKeyWords[key].toLowerCase();
}

/** What a side is called above its column, and how it is said that something is only there. */
export interface SideWords {
  readonly name: string;
  /** `only in Staging`, `only at 20 Nov, 14:02`. */
  readonly only: string;
}

interface NamedMoment extends Moment {
  readonly hubName: string;
}

/** Sides of two hubs are told by their hubs, sides of one hub by their moments. */
export function sideWords(side: NamedMoment, other: Moment, nowMs: number): SideWords {
  const at = side.atMs === null ? null : moment(side.atMs, nowMs);
  if (side.hubId === other.hubId) {
    return at === null ? { name: compareWords.now, only: 'only now' } : { name: at, only: `only at ${at}` };
  }
  const name = at === null ? side.hubName : `${side.hubName} (${at})`;
  return { name, only: `only in ${name}` };
}

/** The answer to *is the left what the right is?* in one sentence. */
export function comparisonSentence(comparison: Comparison, left: SideWords, right: SideWords): string {
  const { different, onlyLeft, onlyRight, sameCount, ambiguous } = comparison;
  const parts = [
    [different.length, different.length === 1 ? 'differs' : 'differ'],
    [onlyLeft.length, left.only],
    [onlyRight.length, right.only],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${wholeNumber(count)} ${words}`);
  if (told.length > 0) return `${told.join(', ')}; ${wholeNumber(sameCount)} the same.`;
  if (sameCount === 0) {
    return ambiguous.length > 0 ? 'Nothing could be matched.' : 'There are no registrations on either side.';
  }
  const same = counted(sameCount, 'registration');
  return ambiguous.length > 0 ? `What could be matched is the same: ${same}.` : `Everything is the same: ${same}.`;
}

/** `CardDisputes (Production 2, Staging 1)`: how often each side has a key. */
export function ambiguousWords(
  { key, leftCount, rightCount }: Comparison['ambiguous'][number],
  left: SideWords,
  right: SideWords,
): string {
  const counts = `${left.name} ${wholeNumber(leftCount)}, ${right.name} ${wholeNumber(rightCount)}`;
  return `${key === '' ? compareWords.withoutKey : key} (${counts})`;
}

/** `Only in Staging`, as the heading of a list. */
export function heading(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
