// How one secret may be written: as itself, and as it stands in a form, an address, a JSON text or a header.
import { Buffer } from 'node:buffer';
import { REDACTED } from './secret-names.ts';

/** The text with every spelling of the secrets replaced. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const spelled = secrets.flatMap(spellingsOf);
  if (spelled.length === 0) return text;
  // The longest first: one spelling may be the beginning of another.
  spelled.sort((one, other) => other.length - one.length);
  // Without case: percent-encoding is written both ways, and a server may fold what it quotes.
  return text.replace(new RegExp(spelled.map(escapeForRegExp).join('|'), 'gi'), REDACTED);
}

/** Every spelling of a secret that is looked for; none of an empty one. */
export function spellingsOf(secret: string): readonly string[] {
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
