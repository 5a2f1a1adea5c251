// What stands in a column of the list, as text for a file.
import type { JsonValue, Registration } from '#contract/registration.ts';

/** How a time is written; `timeMs` is milliseconds since the epoch. */
export type TimeText = (timeMs: number) => string;

/** By the IDs of the list's columns (renderer/features/registrations/list). Statuses are the Hub's own strings. */
const VALUES: ReadonlyMap<string, (registration: Registration) => string | number | null> = new Map<
  string,
  (registration: Registration) => string | number | null
>([
  ['id', ({ id }) => id],
  ['label', ({ applicationLabel }) => applicationLabel],
  ['name', ({ applicationName }) => applicationName],
  ['description', ({ description }) => description],
  ['platform', ({ platform }) => platform],
  ['status', ({ status }) => status.raw],
  ['productionLevel', ({ productionLevel }) => productionLevel],
  ['systemUrl', ({ systemUrl }) => systemUrl],
  ['weighting', ({ weighting }) => weighting],
  ['syncErrors', ({ syncErrors }) => syncErrors],
  ['clientId', ({ clientId }) => clientId],
  ['created', ({ createdAtMs }) => createdAtMs],
  ['createdBy', ({ createdBy }) => createdBy],
  ['updated', ({ updatedAtMs }) => updatedAtMs],
  ['updatedBy', ({ updatedBy }) => updatedBy],
  ['lastTaskSynced', ({ lastTaskSyncedAtMs }) => lastTaskSyncedAtMs],
]);

const WIRE = 'wire:';

/** The text of a column; any other ID, with or without `wire:` before it, is the name of a field that the Hub sent. */
export function columnText(registration: Registration, columnId: string, timeText: TimeText): string {
  const known = VALUES.get(columnId);
  if (known === undefined) return wireText(registration, columnId);
  const value = known(registration);
  return typeof value === 'number' ? timeText(value) : (value ?? '');
}

function wireText({ wire }: Registration, columnId: string): string {
  const name = columnId.startsWith(WIRE) ? columnId.slice(WIRE.length) : columnId;
  return Object.hasOwn(wire, name) ? jsonAsText(wire[name]) : '';
}

function jsonAsText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
