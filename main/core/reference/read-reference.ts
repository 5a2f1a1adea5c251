// Reads an API description, ours or a Hub's: OpenAPI 3 or Swagger 2.0.
import type { ReferenceDocument } from '#contract/reference.ts';
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { isJsonObject, jsonText } from '../answers/json-reading.ts';
import { isTooDeep, textOf, walkThrough } from './document-walk.ts';
import { readOperations } from './read-operations.ts';

/** What a document is of: ours has no address. */
export type Origin = Pick<ReferenceDocument, 'source' | 'address'>;

/** The description as a screen shows it; null for what is none. Never throws, whatever the value holds. */
export function readReference(value: JsonValue | null, { source, address }: Origin): ReferenceDocument | null {
  if (!isDescription(value) || isTooDeep(value)) return null;
  const info = isJsonObject(value['info']) ? value['info'] : {};
  return {
    source,
    address,
    title: textOf(info['title']),
    version: textOf(info['version']),
    description: textOf(info['description']),
    operations: readOperations(walkThrough(value), value, source),
  };
}

/** A number where YAML was written without quotes (`swagger: 2.0`). */
function isDescription(value: JsonValue | null): value is JsonObject {
  if (value === null || !isJsonObject(value)) return false;
  const isKnown = jsonText(value['openapi']).startsWith('3.') || /^2(\.0)?$/.test(jsonText(value['swagger']));
  return isKnown && isJsonObject(value['paths']);
}
