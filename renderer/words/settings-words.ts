// The words of the settings: what each one does, the saved views, and the paths that no source gives.
import type { ActionPath } from '#contract/life-cycle.ts';
import type { ListViewSettings } from '#contract/settings.ts';
import { counted } from './numbers.ts';

export const settingsWords = {
  title: 'Settings',
  aside: 'Saved as soon as they are changed',
  lists: 'Lists',
  rowHeight: 'Row height',
  rowHeightHint: 'How much room each registration has in the list.',
  rowHeights: { compact: 'Compact', comfortable: 'Comfortable' },
  history: 'History',
  historyDays: 'Days of history kept in full',
  historyDaysHint: 'Older entries of a registration’s history are folded together; the last known values stay.',
  attention: 'Pointed out',
  stuckAfterMinutes: 'Minutes until a synchronization counts as stuck',
  stuckAfterMinutesHint: 'A registration that synchronizes for longer is pointed out, with what can be done.',
  staleAfterDays: 'Days until a registration counts as stale',
  staleAfterDaysHint:
    'A registration whose tasks were not synchronized for this long is marked in the list and counted.',
  locking: 'Locking',
  lockAfterMinutes: 'Minutes without anybody until secrets are locked',
  lockAfterMinutesHint:
    'Counts where a passphrase protects the secrets. They are also locked when the computer sleeps, and with its screen: on Linux within ten seconds, where the desktop tells of it.',
  views: 'Saved views',
  viewsLead: 'Columns, order and filters of a list, saved under a name. New ones are saved from the list itself.',
  noViews: 'No view is saved yet.',
  removeView: (name: string): string => `Remove the view ${name}`,
} as const;

export const onOpeningWords = {
  section: 'Reading',
  label: 'When a hub is opened',
  hint: 'Reading needs the hub’s secret: a keystore that is locked asks for its password. For reviewing, the saved copy is enough.',
  options: { read: 'Read its registrations', showCopy: 'Show the saved copy, and read when I ask' },
} as const;

/** What a saved view holds, in a few words. */
export function viewInShort({ columns, filter }: ListViewSettings): string {
  const chosen = filter.statuses.length + filter.platforms.length + filter.productionLevels.length;
  const marks = [filter.hasSyncErrors, filter.isStale].filter(Boolean).length;
  const narrowed = chosen + marks;
  return [
    ...(columns.length === 0 ? [] : [counted(columns.length, 'column')]),
    ...(filter.text === '' ? [] : [`search for “${filter.text}”`]),
    ...(narrowed === 0 ? [] : [counted(narrowed, 'filter')]),
  ].join(' · ');
}

export const actionPathWords = {
  title: 'Paths of this Hub',
  lead: 'The vendor’s pages do not say where these two steps are sent. The app tries the most plausible paths and remembers the one this Hub answers; its Swagger document knows for certain.',
  labels: { enable: 'Path of Enable', reactivate: 'Path of Reactivate' },
  save: 'Save',
  forget: 'Find it again',
  forgetLabels: { enable: 'Find it again: path of Enable', reactivate: 'Find it again: path of Reactivate' },
} as const;

/** Where a path comes from, and what that means for the next call. */
export function pathOriginWords({ origin, candidates }: ActionPath): string {
  switch (origin) {
    case 'set':
      return 'Set by you. Nothing else is tried.';
    case 'found':
      return 'This Hub answered here.';
    case 'assumed':
      return `Not tried yet. Tried in this order: ${candidates.join(', ')}.`;
  }
}
