// The words of a hub's overview.
import { counted, wholeNumber } from './numbers.ts';

export const overviewWords = {
  title: 'Overview',
  byStatus: 'By status',
  byPlatform: 'By platform',
  attention: 'Worth a look',
  /** Before how long ago. */
  read: 'read',
  /** What a bar does: `Show 12 active registrations`. */
  show: (count: number, what: string): string =>
    `Show ${wholeNumber(count)} ${what} ${count === 1 ? 'registration' : 'registrations'}`,
  showOnPlatform: (count: number, platform: string): string => `Show ${counted(count, 'registration')} on ${platform}`,
  otherPlatforms: (count: number): string => counted(count, 'other platform'),
  syncErrors: 'With sync errors',
  syncErrorsDetail: 'The Hub counted errors while it synchronized them.',
  showSyncErrors: (count: number): string => `Show ${counted(count, 'registration')} with sync errors`,
  stale: (days: number): string => `Not synchronized for ${counted(days, 'day')}`,
  staleDetail: 'Active or hidden, and their last task came before that or never.',
  showStale: (count: number, days: number): string =>
    `Show ${counted(count, 'registration')} not synchronized for ${counted(days, 'day')}`,
  none: 'None',
  share: (percent: number): string => (percent < 1 ? 'under 1 %' : `${Math.round(percent)} %`),
  neverReadTitle: 'Nothing has been read from this hub yet',
  neverRead: 'Once its registrations have been read, this page counts them, also without a network.',
  emptyTitle: 'No application is registered yet',
  empty: 'Once there are registrations, this page shows where they stand.',
  goToList: 'Show the registrations',
} as const;
