// Finds the data-sync pair in an answer, because no source says under which key its secret comes (hub-contract 3.3).
import type { JsonValue } from '#contract/registration.ts';
import { isJsonList, readJson } from '../../answers/json-reading.ts';
import { SECRET_NAME } from '../withheld-fields.ts';

/** A pair as an answer spelled it; `clientId` is '' when the answer named none. Neither is to be shown. */
export interface FoundPair {
  readonly clientId: string;
  readonly clientSecret: string;
}

interface NamedText {
  readonly name: string;
  readonly text: string;
  /** The object it stands in: a client ID beside the secret belongs to it more than any other. */
  readonly home: object;
}

/**
 * The pair in an answer's body, null when nothing in it spells a client secret. Of a body that was cut, what can still
 * be read is taken: the secret may never be shown again.
 */
export function findPair(body: string): FoundPair | null {
  const json = readJson(body);
  const texts = json.ok ? textsIn(json.value) : textsInPieces(body);
  const secret = secretIn(texts);
  if (secret === undefined) return null;
  const ids = texts.filter(({ name }) => fold(name) === 'clientid');
  const id = ids.find(({ home }) => home === secret.home) ?? ids[0];
  return { clientId: id?.text ?? '', clientSecret: secret.text };
}

/** The one whose name says nothing else, then the first: `clientSecretHint` is a worse guess than `client_secret`. */
function secretIn(texts: readonly NamedText[]): NamedText | undefined {
  const spelled = texts.filter(({ name }) => SECRET_NAME.test(name));
  return spelled.find(({ name }) => fold(name) === 'clientsecret') ?? spelled[0];
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, '');
}

/** Every text that is not empty, with its key, those further out first. A loop, because JSON may nest without end. */
function textsIn(value: JsonValue): readonly NamedText[] {
  const found: NamedText[] = [];
  const values: JsonValue[] = [value];
  // The list grows while it is walked.
  for (const next of values) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [name, item] of Object.entries(next)) {
      const text = onlyText(name, item);
      if (text === null) values.push(item);
      else if (text.trim() !== '') found.push({ name, text, home: next });
    }
  }
  return found;
}

/** The text under a key; of a secret that is wrapped once more (`"clientSecret": {"value": "…"}`) the only one inside. */
function onlyText(name: string, item: JsonValue): string | null {
  if (typeof item === 'string') return item;
  if (!SECRET_NAME.test(name) || typeof item !== 'object' || item === null) return null;
  const inside = Object.values(item).filter((value) => typeof value === 'string');
  return inside.length === 1 ? (inside[0] ?? null) : null;
}

/** The whole `"name": "text"` of a JSON text that broke off; half a text is none. */
function textsInPieces(body: string): readonly NamedText[] {
  const home = {};
  return [...body.matchAll(/("(?:[^"\\]|\\.)*")\s*:\s*("(?:[^"\\]|\\.)*")/g)].flatMap(([, name = '', text = '']) => {
    const pair = readJson(`[${name},${text}]`);
    if (!pair.ok || !isJsonList(pair.value)) return [];
    const [readName, readText] = pair.value;
    return typeof readName === 'string' && typeof readText === 'string' && readText.trim() !== ''
      ? [{ name: readName, text: readText, home }]
      : [];
  });
}
