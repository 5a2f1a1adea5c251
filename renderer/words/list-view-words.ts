// The words for what a list is narrowed to, its columns and its saved views.
import type { StatusKind } from '#contract/registration.ts';
import type { ListFilter } from '#contract/settings.ts';
import { KNOWN_KINDS } from '#contract/status-kind.ts';
import { counted } from './numbers.ts';
import { productionLevelInWords, statusWord } from './registration-words.ts';

const KINDS: ReadonlySet<string> = new Set(KNOWN_KINDS);

/** The kind and the Hub's own string behind the name that a filter has for a status (renderer/app/facets.ts). */
export function statusOfKey(key: string): { readonly kind: StatusKind; readonly raw: string } {
  // SAFETY: the set holds nothing but kinds.
  if (KINDS.has(key)) return { kind: key as StatusKind, raw: '' };
  return { kind: 'unknown', raw: key.replace(/^unknown /, '') };
}

/** A status by the name a filter has for it. */
export function statusKeyWord(key: string): string {
  return statusWord(statusOfKey(key));
}

/** A platform as a choice: what was left empty needs a name there. */
export function platformWord(platform: string): string {
  return platform === '' ? 'No platform' : platform;
}

/** A production level as a choice. */
export function levelWord(level: string): string {
  return level === '' ? 'No production level' : productionLevelInWords(level);
}

export const listViewWords = {
  bar: 'Narrow the list',
  status: 'Status',
  platform: 'Platform',
  productionLevel: 'Production level',
  synchronization: 'Synchronization',
  syncErrors: 'With sync errors',
  stale: (days: number): string => `Not synchronized for ${counted(days, 'day')}`,
  remove: (what: string): string => `Remove ${what}`,
  clear: 'Clear',
  columns: 'Columns',
  columnsHint: 'Shown from left to right in this order.',
  shownColumns: 'Shown columns',
  hiddenColumns: 'Other columns',
  show: (column: string): string => `Show ${column}`,
  hide: (column: string): string => `Hide ${column}`,
  moveUp: (column: string): string => `Move ${column} up`,
  moveDown: (column: string): string => `Move ${column} down`,
  usualColumns: 'Use the usual columns and widths',
  views: 'Views',
  viewsHint: 'A view is the columns, the order and what the list is narrowed to.',
  noViews: 'No view is saved yet.',
  viewName: 'Name',
  saveView: 'Save this view',
  replaceView: 'Replace the view',
  removeView: (name: string): string => `Remove the view ${name}`,
} as const;

/** What a list is narrowed to, in words, for a report or a sentence; '' for nothing. */
export function filterInWords(filter: ListFilter, staleAfterDays: number): string {
  const oneOf = (facet: string, words: readonly string[]): string => `${facet} ${words.join(' or ')}`;
  const { text, statuses, platforms, productionLevels } = filter;
  return [
    text.trim() === '' ? null : `containing “${text.trim()}”`,
    statuses.length > 0 ? oneOf('status', statuses.map(statusKeyWord)) : null,
    platforms.length > 0 ? oneOf('platform', platforms.map(platformWord)) : null,
    productionLevels.length > 0 ? oneOf('production level', productionLevels.map(levelWord)) : null,
    filter.hasSyncErrors ? 'with sync errors' : null,
    filter.isStale ? `not synchronized for ${counted(staleAfterDays, 'day')}` : null,
  ]
    .filter((words) => words !== null)
    .join(', ');
}
