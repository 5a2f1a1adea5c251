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
  /** Of an alternative, no field is required. */
  readonly isAlternative: boolean;
}

interface Search {
  readonly walk: Walk;
  /** What was found so far, each field once. */
  readonly found: Map<string, ReferenceField>;
}

/** The fields that a body of this schema has; none for a body that is no object. */
export function bodyFields(walk: Walk, schema: JsonValue | undefined): readonly ReferenceField[] {
  const search: Search = { walk, found: new Map() };
  visit(search, schema, { prefix: '', depth: 0, followed: [], isAlternative: false });
  return [...search.found.values()].slice(0, MOST_FIELDS);
}

function visit(search: Search, schema: JsonValue | undefined, place: Place): void {
  const { walk, found } = search;
  const reference = isJsonObject(schema) ? jsonText(schema['$ref']) : '';
  const isEnough = found.size >= MOST_FIELDS || place.depth > DEEPEST;
  if (isEnough || place.followed.includes(reference) || !walk.spend(1)) return;
  const followed = reference === '' ? place.followed : [...place.followed, reference];
  look(search, walk.resolve(schema), { ...place, followed });
}

function look(search: Search, schema: JsonObject, place: Place): void {
  const deeper = { ...place, depth: place.depth + 1 };
  if ('items' in schema) {
    visit(search, schema['items'], { ...deeper, prefix: `${place.prefix}[]` });
    return;
  }
  for (const { name, property, field } of propertiesOf(search.walk, schema, place)) {
    if (!search.found.has(name)) search.found.set(name, field);
    visit(search, property, { ...deeper, prefix: name });
  }
  for (const part of listOf(schema['allOf'])) visit(search, part, deeper);
  for (const part of [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])]) {
    visit(search, part, { ...deeper, isAlternative: true });
  }
}

function propertiesOf(
  walk: Walk,
  schema: JsonObject,
  { prefix, isAlternative }: Place,
): readonly { readonly name: string; readonly property: JsonValue; readonly field: ReferenceField }[] {
  const required = new Set(listOf(schema['required']).map(jsonText));
  return entriesOf(schema['properties'])
    .slice(0, MOST_FIELDS)
    .map(([key, property]) => {
      const name = prefix === '' ? key : `${prefix}.${key}`;
      const description = textOf(walk.resolve(property)['description']);
      const isRequired = required.has(key) && !isAlternative;
      return { name, property, field: { name, place: 'body', type: typeOf(walk, property), isRequired, description } };
    });
}
