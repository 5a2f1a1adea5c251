// The words for registrations: their fields, statuses and production levels, the list and the details.
import type { RegistrationStatus, StatusKind } from '#contract/registration.ts';
import { counted, wholeNumber } from './numbers.ts';

/** What each field of a registration is called, in the form, the list and the details alike. */
export const fieldLabels = {
  id: 'ID',
  applicationLabel: 'Application label',
  applicationName: 'Application name',
  description: 'Description',
  platform: 'Platform',
  productionLevel: 'Production level',
  systemUrl: 'System URL',
  status: 'Status',
  weighting: 'Weighting',
  syncErrors: 'Sync errors',
  clientId: 'Client ID',
  created: 'Created',
  updated: 'Updated',
  lastTaskSynced: 'Last task synced',
} as const;

const statusWords: Readonly<Record<Exclude<StatusKind, 'unknown'>, string>> = {
  pending: 'Pending activation',
  synchronizing: 'Synchronizing',
  active: 'Active',
  hidden: 'Hidden',
  stopped: 'Stopped',
  failure: 'Activation failed',
  resolved: 'Resolved',
};

/** A status in our words; one that no source names is told as the Hub said it. */
export function statusWord({ kind, raw }: RegistrationStatus): string {
  if (kind !== 'unknown') return statusWords[kind];
  return raw === '' ? 'No status' : raw;
}

/** Pega's general production-level scale. */
export const productionLevels = [
  { level: 1, word: 'Sandbox' },
  { level: 2, word: 'Development' },
  { level: 3, word: 'Quality assurance' },
  { level: 4, word: 'Staging' },
  { level: 5, word: 'Production' },
] as const;

/** `2 Development`; a level outside of the scale stands as the Hub sent it. */
export function productionLevelInWords(raw: string): string {
  const known = productionLevels.find(({ level }) => String(level) === raw);
  return known === undefined ? raw : `${raw} ${known.word}`;
}

/** How many of how many registrations are listed, always both: `128 of 1,204`. */
export function listedCount(shown: number, all: number): string {
  return `${wholeNumber(shown)} of ${wholeNumber(all)}`;
}

export const listWords = {
  /** What to do first, for somebody who comes from the API reference. */
  chooseFor: {
    read: 'Choose a registration: its details have Read again.',
    edit: 'Choose the registration to edit: its details have Edit.',
    enableSync: 'Choose a registration: its life cycle has Enable synchronization where it is possible.',
    disable: 'Choose a registration: its life cycle has Disable where it is possible.',
    enable: 'Choose a registration: its life cycle has Enable where it is possible.',
    deactivate: 'Choose a registration: its life cycle has Deactivate where it is possible.',
    reactivate: 'Choose a registration: its life cycle has Reactivate where it is possible.',
    delete: 'Choose a registration: its life cycle has Delete where it is possible.',
  },
  title: 'Registrations',
  columns: {
    label: 'Label',
    name: 'Name',
    platform: 'Platform',
    status: 'Status',
    productionLevel: 'Production level',
    systemUrl: 'System URL',
    updated: 'Updated',
    id: 'ID',
    description: 'Description',
    weighting: 'Weighting',
    syncErrors: 'Sync errors',
    lastTaskSynced: 'Last task synced',
    clientId: 'Client ID',
    created: 'Created',
    createdBy: 'Created by',
    updatedBy: 'Updated by',
  },
  sortable: 'Press Enter to sort by it, Shift and an arrow to change its width',
  search: 'Search',
  refresh: 'Refresh',
  register: 'Register application',
  registerFirst: 'Register the first application',
  reading: 'Reading the registrations from the Hub',
  emptyTitle: 'No application is registered yet',
  empty: 'Once an application is registered and activated, the Hub shows its work to people.',
  noMatchTitle: 'Nothing matches',
  noMatch: (search: string, all: number): string =>
    `None of the ${counted(all, 'registration')} contains “${search}” in any field.`,
  noMatchNarrowed: (narrowedTo: string, all: number): string =>
    `None of the ${counted(all, 'registration')} fits: ${narrowedTo}.`,
  clearFilter: 'Clear filter',
  neverReadTitle: 'Nothing has been read from this hub yet',
} as const;

export const detailsWords = {
  region: (label: string): string => `Details of ${label}`,
  close: 'Close details',
  readAgain: 'Read again',
  reading: 'Reading this registration from the Hub',
  copy: (what: string): string => `Copy ${what}`,
  copied: 'Copied',
  none: 'None',
  never: 'Never',
  by: (operator: string): string => `by ${operator}`,
  rawStatus: (raw: string): string => (raw === '' ? 'The Hub sent no status' : `The Hub says “${raw}”`),
  otherFields: 'Other fields the Hub sent',
  withheld: 'Withheld: the Hub sent a secret here, which is neither shown nor saved.',
} as const;
