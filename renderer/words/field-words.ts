// What a field of the Hub's record is called and how its value reads, wherever old and new stand beside each other.
import { parsePegaTime } from '#contract/pega-time.ts';
import type { JsonValue } from '#contract/registration.ts';
import { statusKind } from '#contract/status-kind.ts';
import { fieldLabels, productionLevelInWords, statusWord } from './registration-words.ts';
import { exactTime } from './time.ts';

/** The Hub's names (hub-contract 3.3) beside ours. */
const wireLabels: ReadonlyMap<string, string> = new Map([
  ['ID', fieldLabels.id],
  ['applicationDescription', fieldLabels.description],
  ['clientID', fieldLabels.clientId],
  ['createDateTime', fieldLabels.created],
  ['createOperator', 'Created by'],
  ['icon', 'Icon'],
  ['lastTaskSyncedDateTime', fieldLabels.lastTaskSynced],
  ['systemURL', fieldLabels.systemUrl],
  ['updateDateTime', fieldLabels.updated],
  ['updateOperator', 'Updated by'],
]);

const ourLabels: ReadonlyMap<string, string> = new Map(Object.entries(fieldLabels));

/** A field by its name on the wire or in our forms; one that no source names keeps the Hub's own name. */
export function fieldWord(field: string): string {
  return wireLabels.get(field) ?? ourLabels.get(field) ?? field;
}

/** A value as it reads: level and status with their word, times on the person's clock, anything that is not a text as JSON; '' for nothing. */
export function valueInWords(field: string, value: JsonValue): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  if (field === 'status') return statusInWords(text);
  if (field.endsWith('DateTime')) return timeInWords(text);
  return field === 'productionLevel' ? productionLevelInWords(text) : text;
}

/** `Synchronizing (Open-SyncProgress)`; a status that reads like its word stands alone. */
function statusInWords(raw: string): string {
  if (raw === '') return '';
  const word = statusWord({ kind: statusKind(raw), raw });
  return word.toLowerCase() === raw.toLowerCase() ? word : `${word} (${raw})`;
}

/** The moment in the person's own time zone; what is no time stays as the Hub sent it. */
function timeInWords(text: string): string {
  const timeMs = parsePegaTime(text);
  return timeMs === null ? text : exactTime(timeMs);
}
