// The words of the activity log: what was asked of the Hub, and how it ended.
import type { ActivityAction, ActivityEntry, ActivityOutcome } from '#contract/activity.ts';
import { actionName } from './life-cycle-words.ts';
import { counted, wholeNumber } from './numbers.ts';
import { moment } from './time.ts';

export const activityWords = {
  title: 'Activity',
  filter: 'Filter',
  hub: 'Hub',
  action: 'Action',
  outcome: 'Outcome',
  all: 'All',
  columns: {
    time: 'Time',
    hub: 'Hub',
    operator: 'Operator',
    application: 'Application',
    action: 'Action',
    outcome: 'Outcome',
    duration: 'Took',
  },
  reading: 'Reading the activity log',
  emptyTitle: 'Nothing has been sent yet',
  empty: 'Every call that changes something, and every token request, is written down here before it is sent.',
  noMatchTitle: 'Nothing matches',
  noMatch: (all: number): string => `None of the ${counted(all, 'call')} matches the filter.`,
  clearFilter: 'Clear filter',
  unknownTitle: (count: number): string =>
    count === 1 ? 'The outcome of one call is not known.' : `The outcome of ${wholeNumber(count)} calls is not known.`,
  unknownDetail: 'The Hub may have done it. A look at the Hub tells.',
  showUnknown: 'Show',
  pages: 'Pages of the log',
  newer: 'Newer',
  older: 'Older',
  page: (from: number, to: number, all: number): string =>
    `${wholeNumber(from)} to ${wholeNumber(to)} of ${wholeNumber(all)}`,
  export: 'Export',
  exportMenu: 'Export what is shown',
  exported: (fileName: string): string => `Saved ${fileName}.`,
} as const;

export const activityExportFormats = [
  { id: 'csv', label: 'CSV', hint: 'For a spreadsheet: one row a call.' },
  { id: 'json', label: 'JSON', hint: 'For a program: every fact of every call.' },
] as const;

export const entryWords = {
  region: (action: string): string => `Details of ${action}`,
  close: 'Close details',
  time: 'Time',
  hub: 'Hub',
  operator: 'Operator',
  application: 'Application',
  registration: 'Registration',
  took: 'Took',
  failure: 'Failure code',
  sent: 'What was sent',
  none: 'None',
  check: 'Check what became of it',
  checkAgain: 'Look again',
  noNeed: 'It changes nothing on the Hub, so there is nothing to look up there.',
} as const;

/** How many calls are listed: `12 calls`, or `3 of 12 calls` while a filter hides some. */
export function countedCalls(matching: number, all: number): string {
  return matching === all ? counted(all, 'call') : `${wholeNumber(matching)} of ${counted(all, 'call')}`;
}

/** What was asked of the Hub. */
export function activityName(action: ActivityAction): string {
  if (action === 'token') return 'Ask for a token';
  if (action === 'pairCheck') return 'Check data-sync credentials';
  if (action === 'handOff') return 'Hand off credentials';
  if (action === 'plainExport') return 'Save in plain text';
  return action === 'register' ? 'Register' : actionName(action);
}

/** The ends of a call as the filter names them. */
export const outcomeKinds: Readonly<Record<ActivityOutcome['kind'], string>> = {
  done: 'Done',
  written: 'Written',
  refused: 'Refused',
  notSent: 'Not sent',
  unknown: 'Not known',
  found: 'Looked up',
  pending: 'Under way',
};

/** How a call ended, in a word or two. */
export function outcomeWord(outcome: ActivityOutcome): string {
  if (outcome.kind !== 'found') return outcomeKinds[outcome.kind];
  return outcome.happened ? 'Found done' : 'Found not done';
}

/** What is written into a file on this computer, and asks nobody. */
const WRITES_A_FILE: ReadonlySet<ActivityAction> = new Set(['handOff', 'plainExport']);

/** How a call ended, in a sentence or two. */
export function outcomeSentence({ action, outcome }: Pick<ActivityEntry, 'action' | 'outcome'>, nowMs: number): string {
  return WRITES_A_FILE.has(action) ? writingSentence(outcome) : callSentence(outcome, nowMs);
}

function writingSentence(outcome: ActivityOutcome): string {
  switch (outcome.kind) {
    case 'pending':
      return 'The file is being written.';
    case 'unknown':
      return 'The app ended before the outcome could be written down. The file may have been written: look where it was to be saved.';
    case 'done':
    case 'written':
    case 'found':
      return 'The file was written. Nothing was asked of the Hub.';
    case 'refused':
    case 'notSent':
      return 'The file was not written.';
  }
}

function callSentence(outcome: ActivityOutcome, nowMs: number): string {
  switch (outcome.kind) {
    case 'pending':
      return 'It is on its way.';
    case 'done':
      return `The Hub did it and answered ${outcome.status}.`;
    case 'refused':
      return refusal(outcome);
    case 'written':
      return 'The file was written. Nothing was asked of the Hub.';
    case 'notSent':
      return 'It did not reach the Hub. Nothing changed there.';
    case 'unknown':
      return doubt(outcome.cause);
    case 'found':
      return lookSentence(outcome.happened, moment(outcome.checkedAtMs, nowMs));
  }
}

function doubt(cause: Extract<ActivityOutcome, { kind: 'unknown' }>['cause']): string {
  return cause === null
    ? 'The app ended before the outcome could be written down. The Hub may have done it.'
    : 'No clear answer came. The Hub may have done it.';
}

function refusal({ status }: Extract<ActivityOutcome, { kind: 'refused' }>): string {
  return status === null ? 'The Hub refused it.' : `The Hub refused it and answered ${status}.`;
}

function lookSentence(happened: boolean, time: string): string {
  return happened
    ? `No clear answer came. A look at the Hub (${time}) showed that it was done.`
    : `No clear answer came. A look at the Hub (${time}) did not show it. If the Hub is slow, look again.`;
}

/** `412 ms`, `12.3 s`; '' while nothing is known. */
export function tookTime(durationMs: number | null): string {
  if (durationMs === null) return '';
  return durationMs < 10_000 ? `${wholeNumber(Math.round(durationMs))} ms` : `${(durationMs / 1000).toFixed(1)} s`;
}

/** What a call was about: the application, else the registration; '' for a token. */
export function subjectOf({ applicationName, registrationId }: ActivityEntry): string {
  return applicationName || registrationId;
}
