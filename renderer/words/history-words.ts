// The words of what happened to registrations between two looks: the timeline of one, and what is new at a hub.
import type { HistoryEntry, VisitSummary } from '#contract/review.ts';
import { fieldWord } from './field-words.ts';
import { counted, wholeNumber } from './numbers.ts';

export const historyWords = {
  title: 'History',
  reading: 'Reading the history',
  empty: 'Nothing was seen to change since this app first read the registration.',
  by: (operator: string): string => `by ${operator}`,
  appeared: 'Appeared',
  disappeared: 'Disappeared from the Hub',
  folded: (count: number): string => `${counted(count, 'change')}, folded`,
  foldedWhy: 'Older entries are kept as one: the values before the first change and after the last.',
  alsoChanged: (fields: readonly string[]): string => `Also changed: ${fields.join(', ')}`,
} as const;

/** What an entry is about in two or three words: `Appeared`, `Status changed`, `3 fields changed`. */
export function entryHeadline({ kind, changes }: Pick<HistoryEntry, 'kind' | 'changes'>): string {
  if (kind !== 'changed') return historyWords[kind];
  const [first, second] = changes;
  return first !== undefined && second === undefined
    ? `${fieldWord(first.field)} changed`
    : `${counted(changes.length, 'field')} changed`;
}

export const visitWords = {
  title: 'Since your last visit',
  first: 'From now on, what changes at this hub is listed here.',
  nothing: (since: string): string => `Nothing changed since ${since}.`,
  markSeen: 'Mark as seen',
  open: (name: string): string => `Open ${name}`,
  andMore: (count: number): string => `Only the newest ${wholeNumber(count)} are listed.`,
} as const;

/** `3 appeared, 5 changed, 1 disappeared since Tuesday 14:02`; what is none is left out. */
export function visitSentence(summary: VisitSummary, since: string): string {
  const parts = [
    [summary.appearedCount, 'appeared'],
    [summary.changedCount, 'changed'],
    [summary.disappearedCount, 'disappeared'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, verb]) => `${wholeNumber(count)} ${verb}`);
  return told.length === 0 ? visitWords.nothing(since) : `${told.join(', ')} since ${since}`;
}
