// Reads what a server sent as JSON, and says what it was when it was none.
import type { FoundContent } from '#contract/failure.ts';
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';

/** How far into a text the signs of a web page are looked for. */
const PAGE_SIGNS_WITHIN = 2000;

/** The value a body spells, or what the body turned out to be. Goes by the text: content types of error pages lie. */
export function readJson(body: string): Result<JsonValue, FoundContent> {
  const text = body.replace(/^\uFEFF/, '').trim();
  if (text === '') return fail('nothing');
  try {
    // SAFETY: JSON.parse makes nothing but JSON values.
    return ok(JSON.parse(text) as JsonValue);
  } catch {
    // The parser has no other way to say no; why it did is of no use to a person.
    return fail(describeText(text));
  }
}

/** The same for a body that has to be an object: any other JSON is `otherJson`. */
export function readJsonObject(body: string): Result<JsonObject, FoundContent> {
  const read = readJson(body);
  if (!read.ok) return read;
  return isJsonObject(read.value) ? ok(read.value) : fail('otherJson');
}

/** True for `{...}`. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for `[...]`; unlike Array.isArray it keeps the element type. */
export function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** A text or a number as text; '' for anything else. */
export function jsonText(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

function describeText(text: string): FoundContent {
  if (/^[{["]/.test(text)) return 'brokenJson';
  return /<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, PAGE_SIGNS_WITHIN)) ? 'html' : 'text';
}
