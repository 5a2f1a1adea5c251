// Which registrations are listed, and in which order: pure, and fast enough to follow every keystroke.
import type { JsonValue, Registration, StatusKind } from '#contract/registration.ts';
import { productionLevelInWords, statusWord } from '../../../words/registration-words.ts';

export type ColumnId = 'label' | 'name' | 'platform' | 'status' | 'productionLevel' | 'systemUrl' | 'updated';

export interface SortOrder {
  readonly column: ColumnId;
  readonly direction: 'ascending' | 'descending';
}

type Compare = (one: Registration, other: Registration) => number;

// People count `Desk 2` before `Desk 10`, and do not sort by case.
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const byText =
  (textOf: (registration: Registration) => string): Compare =>
  (one, other) =>
    collator.compare(textOf(one), textOf(other));

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

const comparisons: Readonly<Record<ColumnId, Compare>> = {
  label: byText((registration) => registration.applicationLabel),
  name: byText((registration) => registration.applicationName),
  platform: byText((registration) => registration.platform),
  status: (one, other) =>
    LIFE_CYCLE.indexOf(one.status.kind) - LIFE_CYCLE.indexOf(other.status.kind) ||
    collator.compare(one.status.raw, other.status.raw),
  productionLevel: byText((registration) => registration.productionLevel),
  systemUrl: byText((registration) => registration.systemUrl),
  // What was never updated is older than anything.
  updated: (one, other) => (one.updatedAtMs ?? -Infinity) - (other.updatedAtMs ?? -Infinity) || 0,
};

/** A sorted copy. Equals are told apart by their ID, so that a refresh never shuffles them. */
export function sorted(registrations: readonly Registration[], order: SortOrder): readonly Registration[] {
  const compare = comparisons[order.column];
  const sign = order.direction === 'ascending' ? 1 : -1;
  return registrations.toSorted((one, other) => sign * compare(one, other) || collator.compare(one.id, other.id));
}

/** The order after a press on a column: the same column turns round, another one starts ascending. */
export function nextOrder(order: SortOrder, column: ColumnId): SortOrder {
  const isTurned = order.column === column && order.direction === 'ascending';
  return { column, direction: isTurned ? 'descending' : 'ascending' };
}

/** A registration beside everything that a filter looks at, in lower case. */
export interface Searchable {
  readonly registration: Registration;
  readonly text: string;
}

/** Prepares registrations for filtering: once a copy, not once a keystroke. */
export function searchable(registrations: readonly Registration[]): readonly Searchable[] {
  return registrations.map((registration) => ({ registration, text: textOf(registration) }));
}

/** Those that contain every word of the filter in some field, case aside; the order stays. */
export function filtered(entries: readonly Searchable[], filter: string): readonly Registration[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const matching =
    words.length === 0 ? entries : entries.filter(({ text }) => words.every((word) => text.includes(word)));
  return matching.map(({ registration }) => registration);
}

function textOf({ wire, status, productionLevel }: Registration): string {
  const parts = [...leaves(wire), statusWord(status), productionLevelInWords(productionLevel)];
  return parts.join('\n').toLowerCase();
}

function leaves(value: JsonValue): readonly string[] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [String(value)];
  return Object.values(value).flatMap(leaves);
}
