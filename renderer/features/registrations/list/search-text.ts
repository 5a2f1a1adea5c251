// Everything of a registration that a search looks at, as one text, made once a registration and kept as long as it.
import type { JsonValue, Registration } from '#contract/registration.ts';
import { productionLevelInWords, statusWord } from '../../../words/registration-words.ts';

const texts = new WeakMap<Registration, string>();

/** All its fields, one a line, in lower case; also the words we say for its status and its production level. */
export function searchText(registration: Registration): string {
  const kept = texts.get(registration);
  if (kept !== undefined) return kept;
  const { wire, status, productionLevel } = registration;
  const lines = [statusWord(status), productionLevelInWords(productionLevel)];
  collect(wire, lines);
  const text = lines.join('\n').toLowerCase();
  texts.set(registration, text);
  return text;
}

/** The words of a search: each must be found somewhere. */
export function searchWords(search: string): readonly string[] {
  return search.toLowerCase().split(/\s+/).filter(Boolean);
}

function collect(value: JsonValue, lines: string[]): void {
  if (value === null) return;
  if (typeof value === 'object') for (const part of Object.values(value)) collect(part, lines);
  else lines.push(String(value));
}
