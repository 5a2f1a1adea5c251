// Makes an answer's body fit to be shown: without any secret or token, and short.
import { Buffer } from 'node:buffer';
import { readJson } from '../answers/json-reading.ts';
import { withoutSecrets } from '../answers/server-text.ts';
import { SECRET_NAME } from '../registrations/withheld-fields.ts';
import { indentedJson } from './indented-json.ts';

/** Longest body that is kept, in characters. */
const LONGEST = 20_000;
const REMOVED = '•••';
/** A shorter value is not looked for elsewhere: it would be a part of many words. */
const SHORTEST_SECRET = 6;

/** Names of fields that hold a token, at any server. */
const TOKEN_NAME = /^(?:access|refresh|id|auth|bearer)?[\s_.-]*token$/i;
/** Outside of JSON: a JSON Web Token, what stands behind the word that announces one, and a secret in a form. */
const ELSEWHERE = [
  /\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)*/g,
  /(?<=\b(?:Bearer|Basic)\s+)[\w.~+/=-]{8,}/gi,
  /(?<=client[\s_.-]*secret["']?\s*[=:]\s*["']?)[^\s&"',;<•]+/gi,
];

/** A text in quotes, which the end of a cut body may leave open. */
const QUOTED = /"(?:[^"\\]|\\[^])*(?:"|\\?$)/g;

/**
 * The body with the value of every field that spells a secret or a token replaced, wherever else such a value stands
 * too. It works on the text, because half a body has secrets as well. JSON that is whole is indented.
 */
export function shownBody(body: string): string {
  // Of a list of some megabytes only the head is looked at, and nothing of the rest stays in memory with it.
  const head = Buffer.from(body.slice(0, LONGEST), 'utf8').toString('utf8');
  const values: string[] = [];
  const cleared = clearedOf(head, values);
  const clean = ELSEWHERE.reduce((text, pattern) => text.replace(pattern, REMOVED), withoutSecrets(cleared, values));
  return (body.length > LONGEST ? clean : indentedJson(clean)).slice(0, LONGEST);
}

/** The text without the values of secret fields; what they were goes into `values`. */
function clearedOf(text: string, values: string[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { 0: quoted, index } of text.matchAll(QUOTED)) {
    const valueAt = startOfValue(text, index + quoted.length);
    // What stands inside of a value that was taken out already is gone.
    if (index < at || valueAt === null || !isSecretName(unquoted(quoted))) continue;
    const end = endOfValue(text, valueAt);
    values.push(...textsIn(text.slice(valueAt, end)));
    parts.push(text.slice(at, valueAt), `"${REMOVED}"`);
    at = end;
  }
  return [...parts, text.slice(at)].join('');
}

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) || TOKEN_NAME.test(name);
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
