// Files as accidents and strangers make them: real ones cut, flipped, doubled and mixed, the same in every run.
import { Buffer } from 'node:buffer';

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What breaks readers: ends, quotes, huge and strange numbers, names of prototypes, other encodings. */
const PIECES = [
  '',
  '\0',
  '\uFEFF',
  '\u2028',
  '"',
  '\\',
  '{',
  '}',
  '[[[[[[[[',
  ':',
  ',',
  '\r\n',
  'null',
  '-1e999',
  '99999999999999999999',
  '"__proto__"',
  '"constructor"',
  'true',
  '😀',
  'x'.repeat(5_000),
] as const;

export interface Mutator {
  /** One of the originals with one to six accidents, or bytes that were never a file. */
  next(): Buffer;
}

export function mutator(originals: readonly Uint8Array[], seed: number): Mutator {
  const random = randomNumbers(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const oneOf = <Item>(items: readonly Item[]): Item | undefined => items[below(items.length)];
  const any = (): Buffer => Buffer.from(oneOf(originals) ?? []);
  const piece = (): Buffer => Buffer.from(oneOf(PIECES) ?? '');

  const accidents: readonly ((bytes: Buffer) => Buffer)[] = [
    (bytes) => bytes.subarray(0, below(bytes.length + 1)),
    (bytes) => bytes.subarray(below(bytes.length + 1)),
    (bytes) => spliced(bytes, { at: below(bytes.length + 1), take: 0, put: piece() }),
    (bytes) => spliced(bytes, { at: below(bytes.length + 1), take: below(20), put: piece() }),
    (bytes) => spliced(bytes, { at: below(bytes.length + 1), take: 1, put: Buffer.from([below(256)]) }),
    (bytes) => {
      const other = any();
      return spliced(bytes, { at: below(bytes.length + 1), take: below(40), put: other.subarray(below(other.length)) });
    },
    (bytes) => Buffer.concat([bytes, bytes]),
    (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
    (bytes) => Buffer.from(bytes.toString('utf8').replace(/\d+/, () => oneOf(['-1', '0.5', '1e400', '2']) ?? '')),
  ];

  return {
    next() {
      if (random() < 0.05) return Buffer.from(Array.from({ length: below(300) }, () => below(256)));
      let bytes = any();
      for (let left = 1 + below(6); left > 0; left -= 1) bytes = oneOf(accidents)?.(bytes) ?? bytes;
      return bytes.subarray(0, 70_000);
    },
  };
}

function spliced(bytes: Buffer, { at, take, put }: { at: number; take: number; put: Buffer }): Buffer {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + take)]);
}
