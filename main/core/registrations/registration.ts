// A registration in the Hub's words and in ours: the only file that knows both.
import type { EditChanges, EditForm } from '#contract/life-cycle-inputs.ts';
import { parsePegaTime } from '#contract/pega-time.ts';
import type { JsonObject, JsonValue, Registration } from '#contract/registration.ts';
import { statusKind } from '#contract/status-kind.ts';
import { isJsonList, isJsonObject, jsonText } from '../answers/json-reading.ts';
import { withholdSecretFields } from './withheld-fields.ts';
import type { WithoutSecretFields } from './withheld-fields.ts';

/** The forms' fields by the names the Hub has for them (hub-contract 3.1); Create has no weighting. */
export const FORM_FIELDS: Readonly<Record<string, keyof EditForm>> = {
  systemURL: 'systemUrl',
  applicationName: 'applicationName',
  applicationLabel: 'applicationLabel',
  applicationDescription: 'description',
  platform: 'platform',
  productionLevel: 'productionLevel',
  weighting: 'weighting',
};

/** The body of Create, and of an edit: the fields that are there, under their wire names (hub-contract 3.3). */
export function writeFields(fields: EditChanges): JsonObject {
  const written = Object.entries(FORM_FIELDS).flatMap(([wireName, name]) => {
    const value = fields[name];
    return value === undefined ? [] : [[wireName, value] as const];
  });
  return Object.fromEntries(written);
}

/**
 * A registration as the Hub sent it (hub-contract 3.2), in our words; null for anything without an ID: it could be
 * neither opened nor told apart from the next such thing. Never throws, and loses nothing but the withheld fields.
 */
export function readRegistration(value: JsonValue | undefined): Registration | null {
  return isJsonObject(value) ? readWithoutSecrets(withholdSecretFields(value)) : null;
}

/**
 * The same for one whose secrets were taken out when it came. This is how a registration is kept: a later version of the
 * app that reads the Hub's fields better reads what was kept before better too.
 */
export function readWithoutSecrets({ wire, withheldFields }: WithoutSecretFields): Registration | null {
  const id = readId(wire);
  if (id === null) return null;
  const text = (name: string): string => jsonText(wire[name]);
  return {
    id,
    applicationName: text('applicationName'),
    applicationLabel: text('applicationLabel'),
    description: text('applicationDescription'),
    platform: text('platform'),
    productionLevel: text('productionLevel'),
    systemUrl: text('systemURL'),
    status: { kind: statusKind(text('status')), raw: text('status') },
    weighting: text('weighting'),
    syncErrors: text('syncErrors'),
    clientId: text('clientID'),
    createdAtMs: parsePegaTime(text('createDateTime')),
    createdBy: text('createOperator'),
    updatedAtMs: parsePegaTime(text('updateDateTime')),
    updatedBy: text('updateOperator'),
    lastTaskSyncedAtMs: parsePegaTime(text('lastTaskSyncedDateTime')),
    wire,
    withheldFields,
  };
}

/** The ID of a registration, in whichever case its name is written; null when there is none. */
export function readId(value: JsonValue | undefined): string | null {
  if (!isJsonObject(value)) return null;
  const id = jsonText(value['ID']) || jsonText(value['id']) || jsonText(value['Id']);
  return id === '' ? null : id;
}

/**
 * The registrations of a list answer, null when it is none. Besides the documented `{"registrations": [...]}` a bare
 * list is taken, and an object without any entry, which is how an empty page list is left out of JSON.
 * Of two entries with one ID the later counts.
 */
export function readRegistrations(value: JsonValue): readonly Registration[] | null {
  const items = listOf(value);
  if (items === null) return null;
  const registrations = items.map(readRegistration).filter((registration) => registration !== null);
  // Something is listed, but nothing that could be a registration: an empty table would be a lie.
  if (items.length > 0 && registrations.length === 0) return null;
  return [...new Map(registrations.map((registration) => [registration.id, registration])).values()];
}

function listOf(value: JsonValue): readonly JsonValue[] | null {
  if (isJsonList(value)) return value;
  if (!isJsonObject(value)) return null;
  const list = value['registrations'];
  if (isJsonList(list)) return list;
  if (isJsonObject(list)) return [list];
  return list === null || list === '' || Object.keys(value).length === 0 ? [] : null;
}
