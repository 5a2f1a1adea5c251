// Makes what a server wrote fit to be shown: short, printable, and without the secrets that servers like to echo.
import type { JsonValue } from '#contract/registration.ts';
import { withoutSecrets } from '../redaction/spellings.ts';

/** Longest quotation, in characters: enough for a sentence or two, too little for a stack trace. */
const LONGEST_QUOTE = 300;

/**
 * A server's sentence as it may be put into a Failure; null when there is none. Secrets are taken out before and after
 * the text is cleaned, because cleaning can both hide and complete one, and always before it is cut.
 */
export function quote(text: JsonValue | undefined, secrets: readonly string[]): string | null {
  if (typeof text !== 'string') return null;
  const printable = withoutSecrets(text, secrets)
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const clean = withoutSecrets(printable, secrets);
  if (clean === '') return null;
  // The cut may have halved a surrogate pair.
  return clean.length <= LONGEST_QUOTE
    ? clean
    : `${clean.slice(0, LONGEST_QUOTE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
