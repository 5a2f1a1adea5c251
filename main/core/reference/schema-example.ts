// The example of a body: the one that is given, or one made up from its schema.
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { isJsonObject } from '../answers/json-reading.ts';
import { entriesOf, listOf } from './document-walk.ts';
import type { Walk } from './document-walk.ts';

/** An example is made up this far down. */
const DEEPEST = 6;
/** A made-up example of more parts than this shows no more. */
const MOST_PARTS = 500;
/** Longest example, in characters. */
const LONGEST = 20_000;
/** Characters of a given example that count as one step of the walk. */
const CHARACTERS_A_STEP = 20;

/** A value as indented JSON text, null when it is too long or the walk has cost enough. */
export function exampleText(walk: Walk, value: JsonValue | undefined): string | null {
  if (value === undefined) return null;
  if (!walk.spend(1)) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return walk.spend(Math.ceil(text.length / CHARACTERS_A_STEP)) && text.length <= LONGEST ? text : null;
}

/** The example of a media type (OpenAPI 3) in its order: given there, given by the schema, made up. */
export function exampleOf(walk: Walk, media: JsonObject): JsonValue | undefined {
  if (media['example'] !== undefined) return media['example'];
  const [named] = entriesOf(media['examples']);
  const given = named === undefined ? undefined : walk.resolve(named[1])['value'];
  return given ?? madeUp(walk, media['schema']);
}

/** A value that fits a schema, as far as that can be told quickly; undefined when the schema says nothing. */
export function madeUp(walk: Walk, schema: JsonValue | undefined): JsonValue | undefined {
  let left = MOST_PARTS;
  return build({ ...walk, spend: (steps) => (left -= steps) >= 0 && walk.spend(steps) }, schema, 0);
}

function build(walk: Walk, schema: JsonValue | undefined, depth: number): JsonValue | undefined {
  if (depth > DEEPEST || !walk.spend(1)) return undefined;
  const described = walk.resolve(schema);
  const given = [described['example'], listOf(described['examples'])[0], described['default'], described['const']];
  const first = [...given, listOf(described['enum'])[0]].find((value) => value !== undefined);
  return first ?? fromParts(walk, described, depth) ?? fromType(walk, described, depth);
}

function fromParts(walk: Walk, schema: JsonObject, depth: number): JsonValue | undefined {
  const [alternative] = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])];
  if (alternative !== undefined) return build(walk, alternative, depth + 1);
  const parts = listOf(schema['allOf']).map((part) => build(walk, part, depth + 1));
  if (parts.length === 0) return undefined;
  const own = 'properties' in schema ? [fromType(walk, schema, depth)] : [];
  const objects: readonly JsonObject[] = [...parts, ...own].filter(isJsonObject);
  return objects.reduce<JsonObject>((whole, part) => ({ ...whole, ...part }), {});
}

const BY_TYPE: ReadonlyMap<JsonValue | undefined, JsonValue> = new Map<JsonValue | undefined, JsonValue>([
  ['string', 'text'],
  ['integer', 1],
  ['number', 1],
  ['boolean', true],
]);

function fromType(walk: Walk, schema: JsonObject, depth: number): JsonValue | undefined {
  const type = typeof schema['type'] === 'string' ? schema['type'] : listOf(schema['type'])[0];
  if (type === 'array' || 'items' in schema) {
    const item = build(walk, schema['items'], depth + 1);
    return item === undefined ? [] : [item];
  }
  if (type === 'object' || 'properties' in schema) return object(walk, schema, depth);
  return BY_TYPE.get(type);
}

function object(walk: Walk, schema: JsonObject, depth: number): JsonObject {
  const fields = entriesOf(schema['properties']).flatMap(([name, property]): [string, JsonValue][] => {
    const value = build(walk, property, depth + 1);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(fields);
}
