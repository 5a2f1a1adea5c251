// Knows every secret of this run well enough to find it in a text, without keeping a single one.
import { createHmac, randomBytes } from 'node:crypto';
import { SHORTEST_SECRET } from './secret-fields.ts';
import { REDACTED } from './secret-names.ts';
import { spellingsOf } from './spellings.ts';

export interface LiveSecrets {
  /** From now on this secret is found, however it is spelled. One that is shorter than six characters is not. */
  add(secret: string): void;
  /** The text with every known secret replaced. */
  takeOut(text: string): string;
}

/** Of the spellings of one length: a quick sum of each, and behind it the fingerprints that have this sum. */
type Known = Map<number, Set<string>>;

/** Odd, so that no character of a window is lost from the sum. */
const FACTOR = 0x01000193;

/**
 * A secret is remembered as a keyed hash of each of its spellings: the key is made anew in each run and never leaves
 * it, so that whoever reads this memory learns nothing, while the same secret in a text gives the same hash.
 */
export function liveSecrets(): LiveSecrets {
  const key = randomBytes(32);
  const byLength = new Map<number, Known>();
  const fingerprint = (text: string): string => createHmac('sha256', key).update(text, 'utf16le').digest('base64');

  /** The places of one length's spellings in a folded text. */
  function* placesOf(folded: string, length: number, known: Known): Generator<Place> {
    for (const { sum, from } of windows(folded, length)) {
      const window = known.get(sum);
      if (window?.has(fingerprint(folded.slice(from, from + length))) === true) yield { from, to: from + length };
    }
  }

  return {
    add(secret) {
      if (secret.length < SHORTEST_SECRET) return;
      for (const spelling of spellingsOf(secret)) {
        const folded = fold(spelling);
        const known = byLength.get(folded.length) ?? new Map<number, Set<string>>();
        byLength.set(folded.length, known);
        const sum = sumOf(folded);
        known.set(sum, (known.get(sum) ?? new Set()).add(fingerprint(folded)));
      }
    },
    takeOut(text) {
      const folded = fold(text);
      const places = [...byLength].flatMap(([length, known]) => [...placesOf(folded, length, known)]);
      return places.length === 0 ? text : cutOut(text, places);
    },
  };
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Only these letters: folding others can change how long a text is, and the places have to stay the same. */
function fold(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function sumOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, FACTOR) + text.charCodeAt(at)) | 0;
  return sum;
}

/** The sum of every window of a length; each follows from the one before, so that a long text costs one walk. */
function* windows(text: string, length: number): Generator<{ readonly sum: number; readonly from: number }> {
  if (text.length < length) return;
  let leaving = 1;
  for (let times = 0; times < length; times += 1) leaving = Math.imul(leaving, FACTOR);
  let sum = sumOf(text.slice(0, length));
  yield { sum, from: 0 };
  for (let from = 1; from + length <= text.length; from += 1) {
    const entered = Math.imul(sum, FACTOR) + text.charCodeAt(from + length - 1);
    sum = (entered - Math.imul(leaving, text.charCodeAt(from - 1))) | 0;
    yield { sum, from };
  }
}

function cutOut(text: string, places: readonly Place[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of places.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    if (from >= at) parts.push(text.slice(at, from), REDACTED);
    at = Math.max(at, to);
  }
  return [...parts, text.slice(at)].join('');
}
