// Labels and values of a text file: alternating lines as Pega writes them, `Label: value`, `key=value`, or a mixture.
import type { CredentialsField } from '#contract/failure.ts';
import { meaningOfLabel } from './credential-labels.ts';
import { valuesByField } from './credentials-fields.ts';
import type { LabelledPair } from './labelled-pair.ts';

/** One line that is not blank, and the ways it can be read. */
interface Line {
  readonly text: string;
  /** The line as a label of its own, when it is one we know (`Client ID`, `Client ID:`). */
  readonly label: string | null;
  /** The line as a label and a value, when it has a separator. */
  readonly pair: LabelledPair | null;
  readonly isKnownPair: boolean;
}

function unquoted(value: string): string {
  const first = value.charAt(0);
  const isQuoted = value.length >= 2 && (first === '"' || first === "'") && value.endsWith(first);
  return isQuoted ? value.slice(1, -1).trim() : value;
}

/** Splits at the first separator: labels contain none, values (addresses, secrets) may. */
function pairOnLine(text: string): LabelledPair | null {
  const at = text.search(/[:=]/);
  if (at <= 0) return null;
  const [label, value] = [text.slice(0, at).trim(), text.slice(at + 1)];
  // `https://...` is an address, not a label; a secret may begin with two slashes.
  const isAddress = text.charAt(at) === ':' && value.startsWith('//') && meaningOfLabel(label) === null;
  return isAddress ? null : { label, value: unquoted(value.trim()) };
}

function readLine(text: string): Line {
  const label = text.endsWith(':') ? text.slice(0, -1).trimEnd() : text;
  const isKnown = meaningOfLabel(label) !== null;
  const pair = isKnown ? null : pairOnLine(text);
  return {
    text,
    label: isKnown ? label : null,
    pair,
    isKnownPair: pair !== null && meaningOfLabel(pair.label) !== null,
  };
}

/**
 * The file as label line, value line, label line ...: Pega's own layout. What stands on a value line is never looked
 * into, so that a value may look like anything. Null when the file is certainly not of this layout.
 */
function alternatingPairs(lines: readonly Line[]): readonly LabelledPair[] | null {
  if (lines.length % 2 !== 0) return null;
  const pairs: LabelledPair[] = [];
  for (const [index, line] of lines.entries()) {
    const value = lines[index + 1];
    if (index % 2 !== 0 || value === undefined) continue;
    if (line.isKnownPair || value.label !== null) return null;
    pairs.push({ label: line.label ?? line.text, value: value.text });
  }
  return pairs;
}

/** The pair that begins on this line, and how many lines it takes. */
function pairAt(line: Line, next: Line | undefined): { readonly pair: LabelledPair | null; readonly taken: 1 | 2 } {
  if (line.pair !== null) return { pair: line.pair, taken: 1 };
  const nextIsValue = next?.label === null && !next.isKnownPair;
  if (nextIsValue) return { pair: { label: line.label ?? line.text, value: next.text }, taken: 2 };
  // A known label without a value, or a title.
  return { pair: line.label === null ? null : { label: line.label, value: '' }, taken: 1 };
}

/** Line by line, whatever mixture it is. */
function mixedPairs(lines: readonly Line[]): readonly LabelledPair[] {
  const pairs: LabelledPair[] = [];
  let index = 0;
  for (let line = lines[index]; line !== undefined; line = lines[index]) {
    const { pair, taken } = pairAt(line, lines[index + 1]);
    if (pair !== null) pairs.push(pair);
    index += taken;
  }
  return pairs;
}

function fieldsGiven(pairs: readonly LabelledPair[]): readonly CredentialsField[] {
  return [...valuesByField(pairs)].filter(([, values]) => values.size > 0).map(([field]) => field);
}

/** The labelled pairs of a text, in its order; none when not one of its labels is known. */
export function linePairs(text: string): readonly LabelledPair[] {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readLine);
  if (!lines.some((line) => line.label !== null || line.isKnownPair)) return [];
  const mixed = mixedPairs(lines);
  const alternating = alternatingPairs(lines);
  if (alternating === null) return mixed;
  // A value line that reads `client id: ...` is a value, unless nothing else names the client ID: then the file was
  // a mixture that happens to have an even number of lines.
  const given = fieldsGiven(alternating);
  return fieldsGiven(mixed).every((field) => given.includes(field)) ? alternating : mixed;
}
