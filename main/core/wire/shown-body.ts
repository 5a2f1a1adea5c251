// Makes an answer's body fit to be shown: without any secret or token, and short.
import { Buffer } from 'node:buffer';
import type { CleanText } from '../redaction/clean-text.ts';
import { indentedJson } from './indented-json.ts';

/** Longest body that is kept, in characters. */
const LONGEST = 20_000;

/**
 * The body with every secret and token replaced: the values of fields that spell one, wherever else such a value stands
 * too, and what is known by its value. JSON that is whole is indented.
 */
export function shownBody(body: string, clean: CleanText): string {
  // Of a list of some megabytes only the head is looked at, and nothing of the rest stays in memory with it. More than
  // will be shown: a secret at the cut could not be known by its first half.
  const head = Buffer.from(body.slice(0, LONGEST * 2), 'utf8').toString('utf8');
  const shown = clean(head);
  return (body.length > LONGEST ? shown : indentedJson(shown)).slice(0, LONGEST);
}
