// The words of what happened to registrations between two looks: the timeline of one, and what is new at a hub.
import type { FieldChange } from '#contract/life-cycle.ts';
import type { HistoryEntry, VisitSummary } from '#contract/review.ts';
import { fieldWord, valueInWords } from './field-words.ts';
import { counted, wholeNumber } from './numbers.ts';
import { uiWords } from './ui-words.ts';

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

/** What the Hub notes by itself at every change; the line of time and operator tells the same. */
const KEPT_BY_HUB: ReadonlySet<string> = new Set(['updateDateTime', 'updateOperator']);

interface ToldChanges {
  readonly first: readonly FieldChange[];
  readonly also: readonly FieldChange[];
}

/** What somebody did is told first; what the Hub notes by itself is told beside it, or alone when it is all. */
export function toldChanges(changes: readonly FieldChange[]): ToldChanges {
  const also = changes.filter(({ field }) => KEPT_BY_HUB.has(field));
  return also.length === changes.length
    ? { first: changes, also: [] }
    : { first: changes.filter((change) => !also.includes(change)), also };
}

type Told = Pick<HistoryEntry, 'kind' | 'changes'>;

/** What an entry is about in two or three words: `Appeared`, `Status changed`, `3 fields changed`. */
export function entryHeadline({ kind, changes }: Told): string {
  if (kind !== 'changed') return historyWords[kind];
  const { first } = toldChanges(changes);
  const [only] = first;
  return only !== undefined && first.length === 1
    ? `${fieldWord(only.field)} changed`
    : `${counted(first.length, 'field')} changed`;
}

/** Longest value, in characters, that is told within one line. */
const SHORT = 40;

/** The same where there is one line for it: a single short change is told whole, `Status: Active → Hidden`. */
export function entryInShort(entry: Told): string {
  const { first } = toldChanges(entry.changes);
  const [only] = first;
  if (entry.kind !== 'changed' || only === undefined || first.length > 1) return entryHeadline(entry);
  const [before, after] = [valueInWords(only.field, only.before), valueInWords(only.field, only.after)];
  if (Math.max(before.length, after.length) > SHORT) return entryHeadline(entry);
  return `${fieldWord(only.field)}: ${before || uiWords.nothing} → ${after || uiWords.nothing}`;
}

export const visitWords = {
  title: 'Since your last visit',
  reading: 'Reading what changed',
  first: 'This is your first visit: from the next look on, what changed at this hub is listed here.',
  firstRead: 'this app first read the hub',
  nothing: (since: string): string => `Nothing changed since ${since}.`,
  markSeen: 'Mark as seen',
  newest: (count: number): string => `The newest ${wholeNumber(count)} are listed.`,
} as const;

/** `3 appeared, 5 changed, 1 disappeared since Tuesday 14:02.`; what is none is left out. */
export function visitSentence(summary: VisitSummary, since: string): string {
  const parts = [
    [summary.appearedCount, 'appeared'],
    [summary.changedCount, 'changed'],
    [summary.disappearedCount, 'disappeared'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, verb]) => `${wholeNumber(count)} ${verb}`);
  return told.length === 0 ? visitWords.nothing(since) : `${told.join(', ')} since ${since}.`;
}
