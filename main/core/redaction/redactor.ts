// The one redactor in front of everything that is written down: any value becomes plain JSON without a secret in it.
import type { JsonValue } from '#contract/registration.ts';
import type { LiveSecrets } from './live-secrets.ts';
import { redactText } from './redact-text.ts';
import { isSecretName, REDACTED } from './secret-names.ts';

/** Makes any value, also an error with its causes or an object of a library that points to itself, fit to be kept. */
export type Redact = (value: unknown) => JsonValue;

/** What nests deeper is left out unseen. */
const DEEPEST = 12;
/** So many entries of one object or list are looked at. */
const MOST_ENTRIES = 200;
/** Of a text only so much is kept. What is known by its value is taken out before the cut, which could hide it. */
const LONGEST = 8_000;
const LEFT_OUT = '…';
/** Under one of these stands what the field beside it is called, in forms and recorded requests. */
const NAMING = ['name', 'key'] as const;

interface Walk {
  readonly text: (text: string) => string;
  /** What the value stands in: to meet one of these again is to go in a circle. */
  readonly around: readonly object[];
}

export function redactor(live: Pick<LiveSecrets, 'takeOut'>): Redact {
  const text = (given: string): string => {
    const known = live.takeOut(given.slice(0, LONGEST * 4));
    const clean = redactText(known.slice(0, LONGEST * 2));
    return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST)}${LEFT_OUT}`;
  };
  return (value) => redacted(value, { text, around: [] });
}

function redacted(value: unknown, walk: Walk): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return redactedObject(value, walk);
  if (typeof value === 'string') return walk.text(value);
  return redactedRest(value, walk.text);
}

function redactedRest(value: unknown, clean: Walk['text']): JsonValue {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'number' && typeof value !== 'bigint') return `[${typeof value}]`;
  const text = clean(String(value));
  // A secret may be a number; only as a text it can be found.
  return typeof value === 'number' && Number.isFinite(value) && text === String(value) ? value : text;
}

function redactedObject(value: object, { text, around }: Walk): JsonValue {
  if (around.includes(value) || around.length >= DEEPEST) return LEFT_OUT;
  const inside: Walk = { text, around: [...around, value] };
  try {
    return redactedLeaf(value, text) ?? redactedContent(value, inside);
  } catch {
    // A getter or a proxy that throws: what cannot be looked at is not kept.
    return LEFT_OUT;
  }
}

/** What has no fields of its own to look at; null for everything else. */
function redactedLeaf(value: object, text: Walk['text']): string | null {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (value instanceof URL || value instanceof URLSearchParams) return text(value.toString());
  return value instanceof Date ? text(String(value)) : null;
}

function redactedContent(value: object, walk: Walk): JsonValue {
  if (Array.isArray(value)) return redactedList(value, walk);
  if (value instanceof Set) return redactedList([...value], walk);
  return redactedEntries(value instanceof Map ? [...value] : entriesOf(value), walk);
}

type Entry = readonly [name: unknown, value: unknown];

function redactedList(list: readonly unknown[], walk: Walk): JsonValue {
  return list.slice(0, MOST_ENTRIES).map((item, index) =>
    // Raw headers are one flat list: each name, then its value.
    isNameOfSecret(list[index - 1]) ? REDACTED : redacted(item, walk),
  );
}

function redactedEntries(entries: readonly Entry[], walk: Walk): JsonValue {
  const isNamed = entries.some(([name, value]) => NAMING.some((naming) => naming === name) && isNameOfSecret(value));
  return Object.fromEntries(
    entries.slice(0, MOST_ENTRIES).map(([name, value]) => {
      const isSecret = isNameOfSecret(name) || (isNamed && !NAMING.some((naming) => naming === name));
      return [walk.text(String(name)), isSecret ? REDACTED : redacted(value, walk)];
    }),
  );
}

/** A name is short; a sentence that speaks of a password is not the name of the next one, nor is an error's own. */
function isNameOfSecret(name: unknown): boolean {
  return typeof name === 'string' && name.length <= 64 && isSecretName(name) && !/[:=]|Error$/.test(name);
}

/** An error's own words stand in fields that are not listed among its own. */
const OF_ERRORS = ['name', 'message', 'stack', 'code', 'cause', 'errors'] as const;

function entriesOf(value: object): readonly Entry[] {
  const own = Object.entries(value);
  if (!(value instanceof Error)) return own;
  const listed = new Set(own.map(([name]) => name));
  const said = OF_ERRORS.filter((name) => !listed.has(name) && name in value);
  return [...said.map((name) => [name, Reflect.get(value, name)] as const), ...own];
}
