// Takes out of a text whatever looks like a secret by its own shape or by the word in front of it.
import { clearSecretFields } from './secret-fields.ts';
import { REDACTED, SECRET_WORDS } from './secret-names.ts';
import { withoutSecrets } from './spellings.ts';

/** `Bearer <token>` and `Basic <base64>`: long enough not to be a sentence. */
const SCHEMES = /\b((?:bearer|basic)\s+)[\w.~+/-]{16,}=*/gi;
/** A JSON Web Token, also one that was cut. */
const WEB_TOKEN = /\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)*/g;
/** The secret half of an age key pair, also of a post-quantum one. */
const AGE_KEY = /AGE-SECRET-KEY-(?:PQ-)?[0-9A-Z]+/gi;
/** A private key in PEM, to its end or, where it was cut, to the end of the text. */
const PEM_KEY = /(-----BEGIN [A-Z ]*PRIVATE KEY-----)[^]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g;
/** `client_secret=...` of a form or an address. */
const FORM_PAIR = new RegExp(`((?:^|[?&\\s])[\\w.%-]{0,64}(?:${SECRET_WORDS})[\\w.%-]{0,64}=)[^&\\s"']+`, 'gi');
/**
 * `client secret: ...` of a header, a sentence, an element, or of JSON within a text of JSON. A scheme that announces
 * a token stays readable.
 */
const SPOKEN_PAIR = new RegExp(
  `((?:${SECRET_WORDS})\\\\{0,8}["']?\\s{0,8}(?:[=:>]|%3[AD])\\s{0,8}\\\\{0,8}["']?(?:(?:bearer|basic)\\s{1,8})?)` +
    `(?!(?:bearer|basic)\\s)[^\\s&"',;<>•\\\\]+`,
  'gi',
);

/** The user part of an address: `https://somebody:secret@host`. */
const ADDRESS_USER = /(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#@"']{1,512}@/gi;

/** The text without anything that looks like a secret. What the app itself knows is looked for by LiveSecrets. */
export function redactText(text: string): string {
  const cleared = clearSecretFields(text);
  return withoutSecrets(cleared.text, cleared.values)
    .replace(PEM_KEY, `$1${REDACTED}$2`)
    .replace(AGE_KEY, REDACTED)
    .replace(SCHEMES, `$1${REDACTED}`)
    .replace(WEB_TOKEN, REDACTED)
    .replace(ADDRESS_USER, `$1${REDACTED}@`)
    .replace(FORM_PAIR, `$1${REDACTED}`)
    .replace(SPOKEN_PAIR, `$1${REDACTED}`);
}
