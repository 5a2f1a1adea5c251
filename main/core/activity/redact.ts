// Takes secrets out of what is written down of a request, whoever put them there.
import type { JsonValue } from '#contract/registration.ts';
import { isJsonList, isJsonObject, readJson } from '../answers/json-reading.ts';

export const REDACTED = '•••';

/** Names of fields whose value is nobody's business, in any spelling (security.md, section 3). */
const SECRET_WORDS =
  'client[\\s_.-]*secret|(?:access|refresh|id)[\\s_.-]*token|client[\\s_.-]*assertion|authorization|password|passphrase|api[\\s_.-]*key';
const SECRET_NAME = new RegExp(SECRET_WORDS, 'i');

/** `Bearer <token>` and `Basic <base64>`: long enough not to be a sentence. */
const SCHEMES = /\b(bearer\s+)[\w.~+/-]{16,}=*|\b(basic\s+)[a-z0-9+/]{16,}={0,2}/gi;
/** `client_secret=...` of a form or an address. */
const FORM_PAIR = new RegExp(`((?:^|[?&\\s])[\\w.%-]*(?:${SECRET_WORDS})[\\w.%-]*=)[^&\\s]+`, 'gi');
/** `"clientSecret": "..."` where the text around it is not JSON that could be taken apart. */
const JSON_PAIR = new RegExp(
  `("(?:[^"\\\\]|\\\\.)*(?:${SECRET_WORDS})(?:[^"\\\\]|\\\\.)*"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*"?|[^\\s,}\\]]+)`,
  'gi',
);

/** Values nested deeper are taken out unseen, as in registrations/withheld-fields.ts. */
const DEEPEST = 64;
/** Longer than any form can be; a log that is read whole must not be flooded by one entry. */
const LONGEST = 20_000;

/** A request as text (a first line, then its body) with every value that spells a secret replaced. */
export function redact(sent: string): string {
  const lineEnd = sent.indexOf('\n');
  if (lineEnd < 0) return cut(redactText(sent));
  const body = sent.slice(lineEnd + 1);
  return cut(`${redactText(sent.slice(0, lineEnd))}\n${redactBody(body)}`);
}

function redactBody(body: string): string {
  const json = readJson(body);
  const isStructured = json.ok && typeof json.value === 'object';
  return isStructured ? JSON.stringify(redactValue(json.value, 0)) : redactText(body);
}

function redactValue(value: JsonValue, depth: number): JsonValue {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return REDACTED;
  if (isJsonList(value)) return value.map((item) => redactValue(item, depth + 1));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      SECRET_NAME.test(name) ? REDACTED : redactValue(item, depth + 1),
    ]),
  );
}

function redactText(text: string): string {
  return text
    .replace(
      SCHEMES,
      (_all, bearer: string | undefined, basic: string | undefined) => `${bearer ?? basic ?? ''}${REDACTED}`,
    )
    .replace(JSON_PAIR, `$1"${REDACTED}"`)
    .replace(FORM_PAIR, `$1${REDACTED}`);
}

function cut(text: string): string {
  // The cut may have halved a surrogate pair.
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
