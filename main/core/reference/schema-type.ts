// Says in a word what a schema describes: `string`, `integer | string`, `object[]`, `"true" | "false"`.
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { jsonText } from '../answers/json-reading.ts';
import { listOf } from './document-walk.ts';
import type { Walk } from './document-walk.ts';

/** Alternatives and lists within each other are told this far. */
const DEEPEST = 4;
/** More values than this are not told one by one. */
const MOST_VALUES = 8;
const LONGEST_VALUE = 40;

/** The word for a schema; `any` when it says nothing. */
export function typeOf(walk: Walk, schema: JsonValue | undefined, depth = 0): string {
  const described = walk.resolve(schema);
  if (depth > DEEPEST || !walk.spend(1)) return 'any';
  const types = typesIn(walk, described, depth);
  if (described['nullable'] === true) types.push('null');
  return [...new Set(types)].join(' | ') || 'any';
}

function typesIn(walk: Walk, schema: JsonObject, depth: number): string[] {
  const values = valuesOf(schema);
  if (values.length > 0) return values;
  const named = (typeof schema['type'] === 'string' ? [schema['type']] : listOf(schema['type'])).map(jsonText);
  if (named.length > 0) return named.map((type) => wordFor(walk, schema, { type, depth }));
  const alternatives = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])];
  if (alternatives.length > 0) return alternatives.map((alternative) => typeOf(walk, alternative, depth + 1));
  if ('properties' in schema) return ['object'];
  return listOf(schema['allOf'])
    .map((part) => typeOf(walk, part, depth + 1))
    .filter((type) => type !== 'any')
    .slice(0, 1);
}

function valuesOf(schema: JsonObject): string[] {
  const values = 'const' in schema ? listOf([schema['const'] ?? null]) : listOf(schema['enum']);
  if (values.length > MOST_VALUES) return [];
  const written = values.map((value) => JSON.stringify(value));
  return written.some((value) => value.length > LONGEST_VALUE) ? [] : written;
}

function wordFor(
  walk: Walk,
  schema: JsonObject,
  { type, depth }: { readonly type: string; readonly depth: number },
): string {
  if (type === 'array') {
    const item = typeOf(walk, schema['items'], depth + 1);
    return item.includes(' ') ? `(${item})[]` : `${item}[]`;
  }
  const format = jsonText(schema['format']).slice(0, LONGEST_VALUE);
  return type === 'string' && format !== '' ? `string (${format})` : type.slice(0, LONGEST_VALUE);
}
