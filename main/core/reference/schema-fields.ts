// The fields of a body, one by one, as a table can show them: `requests[].body.ID`.
import type { ReferenceField } from '#contract/reference.ts';
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { isJsonObject, jsonText } from '../answers/json-reading.ts';
import { entriesOf, listOf, textOf } from './document-walk.ts';
import type { Walk } from './document-walk.ts';
import { typeOf } from './schema-type.ts';

/** Fields within fields are told this far. */
const DEEPEST = 4;
/** A table of more fields helps nobody. */
const MOST_FIELDS = 200;

interface Place {
  readonly prefix: string;
  readonly depth: number;
  /** References that were followed to get here: what contains itself is told once. */
  readonly followed: readonly string[];
}

/** The fields that a body of this schema has; none for a body that is no object. */
export function bodyFields(walk: Walk, schema: JsonValue | undefined): readonly ReferenceField[] {
  return within(walk, schema, { prefix: '', depth: 0, followed: [] }).slice(0, MOST_FIELDS);
}

function within(walk: Walk, schema: JsonValue | undefined, place: Place): readonly ReferenceField[] {
  const reference = isJsonObject(schema) ? jsonText(schema['$ref']) : '';
  if (place.depth > DEEPEST || place.followed.includes(reference) || !walk.spend(1)) return [];
  const followed = reference === '' ? place.followed : [...place.followed, reference];
  const described = walk.resolve(schema);
  if (described['type'] === 'array' || 'items' in described) {
    return within(walk, described['items'], {
      ...place,
      prefix: `${place.prefix}[]`,
      depth: place.depth + 1,
      followed,
    });
  }
  const required = new Set(listOf(described['required']).map(jsonText));
  const own = entriesOf(described['properties']).flatMap(([name, property]) => {
    const path = place.prefix === '' ? name : `${place.prefix}.${name}`;
    const field = fieldOf(walk, property, { name: path, isRequired: required.has(name) });
    return [field, ...within(walk, property, { prefix: path, depth: place.depth + 1, followed })];
  });
  return onceEach([...own, ...inParts(walk, described, { ...place, followed })]);
}

/** The fields of all parts; of an alternative, none is required. */
function inParts(walk: Walk, schema: JsonObject, place: Place): readonly ReferenceField[] {
  const deeper = { ...place, depth: place.depth + 1 };
  const parts = listOf(schema['allOf']).flatMap((part) => within(walk, part, deeper));
  const alternatives = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])]
    .flatMap((alternative) => within(walk, alternative, deeper))
    .map((field) => ({ ...field, isRequired: false }));
  return [...parts, ...alternatives];
}

function fieldOf(
  walk: Walk,
  schema: JsonValue,
  { name, isRequired }: { readonly name: string; readonly isRequired: boolean },
): ReferenceField {
  const description = textOf(walk.resolve(schema)['description']);
  return { name, place: 'body', type: typeOf(walk, schema), isRequired, description };
}

function onceEach(fields: readonly ReferenceField[]): readonly ReferenceField[] {
  const named = new Map<string, ReferenceField>();
  for (const field of fields) if (!named.has(field.name)) named.set(field.name, field);
  return [...named.values()];
}
