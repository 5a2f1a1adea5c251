// In which order registrations are listed: pure, and fast enough for a hundred thousand.
import type { Registration, StatusKind } from '#contract/registration.ts';
import type { ColumnId } from './column-ids.ts';

export interface SortOrder {
  readonly column: ColumnId;
  readonly direction: 'ascending' | 'descending';
}

type Compare = (one: Registration, other: Registration) => number;

// People count `Desk 2` before `Desk 10`, and do not sort by case.
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The way of a registration through its life; what needs a person's eye first comes first. */
const LIFE_CYCLE: readonly StatusKind[] = [
  'failure',
  'unknown',
  'pending',
  'synchronizing',
  'active',
  'hidden',
  'stopped',
  'resolved',
];

// In most columns most values are the same few: telling that two are equal is much faster than comparing them.
const compareTexts = (one: string, other: string): number => (one === other ? 0 : collator.compare(one, other));

const byText =
  (textOf: (registration: Registration) => string): Compare =>
  (one, other) =>
    compareTexts(textOf(one), textOf(other));

/** What never happened is older than anything. */
const byTime =
  (timeOf: (registration: Registration) => number | null): Compare =>
  (one, other) =>
    (timeOf(one) ?? -Infinity) - (timeOf(other) ?? -Infinity) || 0;

const comparisons: Readonly<Record<ColumnId, Compare>> = {
  label: byText(({ applicationLabel }) => applicationLabel),
  name: byText(({ applicationName }) => applicationName),
  platform: byText(({ platform }) => platform),
  status: (one, other) =>
    LIFE_CYCLE.indexOf(one.status.kind) - LIFE_CYCLE.indexOf(other.status.kind) ||
    compareTexts(one.status.raw, other.status.raw),
  productionLevel: byText(({ productionLevel }) => productionLevel),
  systemUrl: byText(({ systemUrl }) => systemUrl),
  updated: byTime(({ updatedAtMs }) => updatedAtMs),
  id: byText(({ id }) => id),
  description: byText(({ description }) => description),
  weighting: byText(({ weighting }) => weighting),
  syncErrors: byText(({ syncErrors }) => syncErrors),
  lastTaskSynced: byTime(({ lastTaskSyncedAtMs }) => lastTaskSyncedAtMs),
  clientId: byText(({ clientId }) => clientId),
  created: byTime(({ createdAtMs }) => createdAtMs),
  createdBy: byText(({ createdBy }) => createdBy),
  updatedBy: byText(({ updatedBy }) => updatedBy),
};

/** A sorted copy. Equals are told apart by their ID, so that a refresh never shuffles them. */
export function sorted(registrations: readonly Registration[], order: SortOrder): readonly Registration[] {
  const compare = comparisons[order.column];
  const sign = order.direction === 'ascending' ? 1 : -1;
  return registrations.toSorted((one, other) => sign * compare(one, other) || compareTexts(one.id, other.id));
}

/** The order after a press on a column: the same column turns round, another one starts ascending. */
export function nextOrder(order: SortOrder, column: ColumnId): SortOrder {
  const isTurned = order.column === column && order.direction === 'ascending';
  return { column, direction: isTurned ? 'descending' : 'ascending' };
}
