// Makes what a server wrote fit to be shown: short, printable, and without the secrets that servers like to echo.
import { Buffer } from 'node:buffer';
import type { JsonValue } from '#contract/registration.ts';

/** Longest quotation, in characters: enough for a sentence or two, too little for a stack trace. */
const LONGEST_QUOTE = 300;
const REMOVED = '•••';

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

/** The text with every spelling of the secrets replaced. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const spelled = secrets.flatMap(spellings);
  if (spelled.length === 0) return text;
  // The longest first: one spelling may be the beginning of another.
  spelled.sort((one, other) => other.length - one.length);
  // Without case: percent-encoding is written both ways, and a server may fold what it quotes.
  return text.replace(new RegExp(spelled.map(escapeForRegExp).join('|'), 'gi'), REMOVED);
}

/** A secret as itself and as it may stand in a form, an address, a JSON text or an Authorization header. */
function spellings(secret: string): string[] {
  if (secret === '') return [];
  const bytes = Buffer.from(secret, 'utf8');
  // Padding stays outside of the match, so that a trimmed echo is found too.
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  // Through the bytes, because encodeURIComponent throws on half a surrogate pair.
  const percent = encodeURIComponent(bytes.toString('utf8'));
  const all = [secret, formEncode(secret), percent, base64, bytes.toString('base64url'), jsonEscaped(secret)];
  return [...new Set([...all, secret.replaceAll('/', '\\/')])];
}

function jsonEscaped(secret: string): string {
  return JSON.stringify(secret).slice(1, -1);
}

/** `application/x-www-form-urlencoded`, as in RFC 6749 appendix B. */
export function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
