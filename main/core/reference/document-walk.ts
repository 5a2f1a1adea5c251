// Walks through somebody's API description without trusting it: only its own references, and never for ever.
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { isJsonList, isJsonObject, jsonText } from '../answers/json-reading.ts';

/** Longer chains of references than this lead nowhere. */
const LONGEST_CHAIN = 32;
/** Deeper documents are not read: nobody writes them, and reading them could exhaust the stack. */
const DEEPEST = 200;
/** What one document may cost: properties looked at, and twenties of characters of examples. */
const STEPS = 200_000;
const LONGEST_TEXT = 4000;

/** A walk through one document. */
export interface Walk {
  /** The object a value is or refers to (`#/…` only), with what stands beside the reference on top; empty for others. */
  readonly resolve: (value: JsonValue | undefined) => JsonObject;
  /** Takes steps from what the document may cost; false when there are not enough left. */
  readonly spend: (steps: number) => boolean;
}

export function walkThrough(root: JsonObject): Walk {
  let left = STEPS;
  return {
    resolve: (value) => resolveIn(root, value),
    spend(steps) {
      left -= steps;
      return left >= 0;
    },
  };
}

function resolveIn(root: JsonObject, value: JsonValue | undefined): JsonObject {
  let found = value;
  let beside: JsonObject = {};
  for (let step = 0; step < LONGEST_CHAIN && isJsonObject(found); step += 1) {
    const { $ref, ...rest } = found;
    if (typeof $ref !== 'string') return { ...found, ...beside };
    beside = { ...rest, ...beside };
    found = targetOf(root, $ref);
  }
  return {};
}

/** What a reference within the document points at (RFC 6901); undefined for any other reference. */
function targetOf(root: JsonObject, reference: string): JsonValue | undefined {
  if (!reference.startsWith('#/')) return undefined;
  let found: JsonValue | undefined = root;
  for (const part of reference.slice(2).split('/')) {
    const key = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
    found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // The platform has no other way to ask whether a text is percent-encoded properly.
    return part;
  }
}

/** Whether a value is nested deeper than anybody would write. Keeps its own stack. */
export function isTooDeep(value: JsonValue): boolean {
  const open: { readonly value: JsonValue; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: here, depth } = next;
    if (depth > DEEPEST) return true;
    if (typeof here !== 'object' || here === null) continue;
    for (const inner of isJsonList(here) ? here : Object.values(here)) open.push({ value: inner, depth: depth + 1 });
  }
  return false;
}

/** The entries of an object; none for anything else. */
export function entriesOf(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

/** The elements of a list; none for anything else. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonList(value) ? value : [];
}

/** A text of the document in one line per paragraph, without what could turn it around; '' when there is none. */
export function textOf(value: JsonValue | undefined): string {
  return jsonText(value)
    .slice(0, LONGEST_TEXT)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Bidi_Control}]/gu, '')
    .replace(/([^\n])\n(?![\n\-*]|\d+\.)/g, '$1 ')
    .trim();
}
