// Takes the values of secret fields out of a text that is JSON, was JSON before it was cut, or has JSON in it.
import { readJson } from '../answers/json-reading.ts';
import { isSecretName, REDACTED } from './secret-names.ts';

/** A shorter value is not looked for elsewhere: it would be a part of many words. */
export const SHORTEST_SECRET = 6;

/** A text in quotes, which the end of a cut text may leave open. */
const QUOTED = /"(?:[^"\\]|\\[^])*(?:"|\\?$)/g;

export interface ClearedText {
  readonly text: string;
  /** What was taken out, as far as it is long enough to be looked for elsewhere. */
  readonly values: readonly string[];
}

/** The text without the values of secret fields. It works on the text, because half a body has secrets as well. */
export function clearSecretFields(text: string): ClearedText {
  const values: string[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const { 0: quoted, index } of text.matchAll(QUOTED)) {
    const valueAt = startOfValue(text, index + quoted.length);
    // What stands inside of a value that was taken out already is gone.
    if (index < at || valueAt === null || !isSecretName(unquoted(quoted))) continue;
    const end = endOfValue(text, valueAt);
    values.push(...textsIn(text.slice(valueAt, end)));
    parts.push(text.slice(at, valueAt), `"${REDACTED}"`);
    at = end;
  }
  return { text: [...parts, text.slice(at)].join(''), values };
}

/** Where the value of a key begins that ends at `at`; null when no colon follows, so that it was no key. */
function startOfValue(text: string, at: number): number | null {
  const colon = /^\s*:\s*/.exec(text.slice(at, at + 200));
  return colon === null ? null : at + colon[0].length;
}

/** Where a value ends that begins at `from`: before the comma or bracket that is not inside of it, or with the text. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (const { 0: sign, index } of text.slice(from).matchAll(/"(?:[^"\\]|\\[^])*(?:"|\\?$)|[[\]{},]/g)) {
    if (depth === 0 && /^[\]},]$/.test(sign)) return from + index;
    if (sign === '{' || sign === '[') depth += 1;
    if (sign === '}' || sign === ']') depth -= 1;
  }
  return text.length;
}

/** The texts in a value, and the value itself when it is a bare word or number; too short ones would be everywhere. */
function textsIn(value: string): readonly string[] {
  const quoted = [...value.matchAll(QUOTED)].map(([text]) => unquoted(text));
  return (quoted.length > 0 ? quoted : [value.trim()]).filter((text) => text.length >= SHORTEST_SECRET);
}

/** What a text in quotes says; of one that was cut, what is left of it. */
function unquoted(quoted: string): string {
  const json = readJson(quoted);
  return json.ok && typeof json.value === 'string' ? json.value : quoted.replaceAll('"', '');
}
