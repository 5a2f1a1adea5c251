// Puts JSON on several lines as it is written: reading and writing it again would round the Hub's long numbers.
import { readJson } from '../answers/json-reading.ts';

/** What is one piece of a line: a text in quotes, an empty object or list, a sign, blanks, and everything between. */
const PIECES = /"(?:[^"\\]|\\.)*"|\{\s*\}|\[\s*\]|[[\]{},:]|\s+|[^\s"[\]{},:]+/g;

/** Deeper than this every line begins at the same place: a thousand brackets are not a million blanks. */
const DEEPEST = 20;

/** The text with two blanks for each level; a text that is no JSON stays as it is. */
export function indentedJson(text: string): string {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (!readJson(trimmed).ok) return text;
  let depth = 0;
  const line = (): string => `\n${'  '.repeat(Math.min(depth, DEEPEST))}`;
  const shift = (by: number): string => {
    depth += by;
    return line();
  };
  return trimmed.replace(PIECES, (piece) => {
    if (piece.trim() === '') return '';
    if (piece === '{' || piece === '[') return piece + shift(1);
    if (piece === '}' || piece === ']') return shift(-1) + piece;
    if (piece === ',') return piece + line();
    return piece === ':' ? ': ' : piece;
  });
}
