// Makes an answer's body fit to be shown: without any secret or token, and short.
import { Buffer } from 'node:buffer';
import { redactText } from '../redaction/redact-text.ts';
import { indentedJson } from './indented-json.ts';

/** Longest body that is kept, in characters. */
const LONGEST = 20_000;

/**
 * The body with the value of every field that spells a secret or a token replaced, wherever else such a value stands
 * too. JSON that is whole is indented.
 */
export function shownBody(body: string): string {
  // Of a list of some megabytes only the head is looked at, and nothing of the rest stays in memory with it.
  const head = Buffer.from(body.slice(0, LONGEST), 'utf8').toString('utf8');
  const clean = redactText(head);
  return (body.length > LONGEST ? clean : indentedJson(clean)).slice(0, LONGEST);
}
