// The words that stand in exported files. They are read far from the app, so they say what the file is.
import type { ActivityOutcome } from '#contract/activity.ts';

const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' });
const short = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
/** The one locale that writes a day as files are sorted by: `2026-11-23`. */
const sortable = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' });
const integer = new Intl.NumberFormat('en');

/** `23 Nov 2026, 10:00:00 GMT+1`, in the person's own time zone. */
export function exactMoment(timeMs: number): string {
  return exact.format(timeMs);
}

/** `23 Nov 2026, 10:00`. */
export function shortMoment(timeMs: number): string {
  return short.format(timeMs);
}

/** `2026-11-23`, the day in the person's own time zone. */
export function fileDay(timeMs: number): string {
  return sortable.format(timeMs);
}

export const reportWords = {
  title: 'Registrations',
  hub: 'Hub',
  asOf: 'As of',
  neverRead: 'never read',
  printed: 'Printed',
  narrowedTo: 'Narrowed to',
  shown: 'Shown',
  count: (shown: number, all: number): string => `${integer.format(shown)} of ${integer.format(all)} registrations`,
  page: 'Page',
  of: 'of',
  none: 'No registrations.',
} as const;

export const activityHeadings = [
  'Time',
  'Hub',
  'Operator',
  'Application',
  'Registration',
  'Action',
  'Outcome',
  'Status',
  'Failure',
  'Duration (ms)',
  'Sent',
] as const;

const endings: Readonly<Record<Exclude<ActivityOutcome['kind'], 'found'>, string>> = {
  pending: 'under way',
  done: 'done',
  written: 'written',
  refused: 'refused',
  notSent: 'not sent',
  unknown: 'outcome unknown',
};

/** How a call ended, in words. */

export function outcomeInWords(outcome: ActivityOutcome): string {
  if (outcome.kind !== 'found') return endings[outcome.kind];
  return outcome.happened ? 'looked up: it was done' : 'looked up: it was not done';
}
