// Takes secrets out of what the Hub sent, because it does not say how the field is called that carries one.
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { isJsonList, isJsonObject } from '../answers/json-reading.ts';

/** What is left, and the paths (`pair.clientSecret`) of what was taken out. */
export interface WithoutSecretFields {
  readonly wire: JsonObject;
  readonly withheldFields: readonly string[];
}

/** The field name is UNKNOWN (hub-contract 3.3); any spelling of "client secret" counts. */
export const SECRET_NAME = /client[\s_.-]*secret/i;

/**
 * Values nested deeper than this are withheld unseen: nothing of the Hub nests that deep, and what is not searched is
 * not handed out.
 */
const DEEPEST = 64;

/** The object without the fields whose name spells a secret, at any depth. Everything else stays as it came. */
export function withholdSecretFields(wire: JsonObject): WithoutSecretFields {
  // Nearly every registration is innocent: looking first saves a copy of each of some ten thousand.
  if (!isSuspect(wire, 0)) return { wire, withheldFields: [] };
  const withheldFields: string[] = [];
  return { wire: stripObject(wire, [], withheldFields), withheldFields };
}

function isSuspect(value: JsonValue, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > DEEPEST) return true;
  if (isJsonList(value)) return value.some((item) => isSuspect(item, depth + 1));
  return Object.entries(value).some(([name, item]) => SECRET_NAME.test(name) || isSuspect(item, depth + 1));
}

function stripObject(object: JsonObject, path: readonly string[], withheld: string[]): JsonObject {
  const kept = Object.entries(object).flatMap(([name, value]) => {
    const entryPath = [...path, name];
    if (!SECRET_NAME.test(name) && !isTooDeep(value, entryPath))
      return [[name, strip(value, entryPath, withheld)] as const];
    withheld.push(entryPath.join('.'));
    return [];
  });
  // Unlike an assignment this also keeps a field that is called `__proto__` a plain field.
  return Object.fromEntries(kept);
}

function strip(value: JsonValue, path: readonly string[], withheld: string[]): JsonValue {
  if (isJsonObject(value)) return stripObject(value, path, withheld);
  if (!isJsonList(value)) return value;
  return value.flatMap((item, index) => {
    const itemPath = [...path, String(index)];
    if (!isTooDeep(item, itemPath)) return [strip(item, itemPath, withheld)];
    withheld.push(itemPath.join('.'));
    return [];
  });
}

function isTooDeep(value: JsonValue, path: readonly string[]): boolean {
  return path.length > DEEPEST && typeof value === 'object' && value !== null;
}
