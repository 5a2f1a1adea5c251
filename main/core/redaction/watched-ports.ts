// Tells LiveSecrets of every secret that passes, where it passes: the keystore, the wire, the files and the forms.
import type { JsonValue } from '#contract/registration.ts';
import { isJsonObject, readJson } from '../answers/json-reading.ts';
import { readCredentials } from '../credentials/read-credentials.ts';
import type { FileReader, HttpClient, HttpRequest, SecretBox } from '../ports.ts';
import type { LiveSecrets } from './live-secrets.ts';
import { clearSecretFields } from './secret-fields.ts';
import { isSecretName } from './secret-names.ts';

type Live = Pick<LiveSecrets, 'add'>;

/** The ports through which secrets pass. */
interface Passages {
  readonly secretBox: SecretBox;
  readonly http: HttpClient;
  readonly fileReader: FileReader;
}

/** The same ports, watched. */
export function watchedPorts<Ports extends Passages & { readonly liveSecrets: Live }>(ports: Ports): Ports {
  const { liveSecrets, secretBox, http, fileReader } = ports;
  return {
    ...ports,
    secretBox: watchedSecretBox(secretBox, liveSecrets),
    http: watchedHttp(http, liveSecrets),
    fileReader: watchedFileReader(fileReader, liveSecrets),
  };
}

/** Of an answer only its head is looked at: tokens and pairs come in short ones, lists hold no secrets. */
const HEAD = 64 * 1024;

/** The keystore: what is sealed and what is opened. */
function watchedSecretBox(box: SecretBox, live: Live): SecretBox {
  return {
    ...box,
    seal(plaintext) {
      addContent(plaintext, live);
      return box.seal(plaintext);
    },
    async open(sealed) {
      const opened = await box.open(sealed);
      if (opened.ok) addContent(opened.value, live);
      return opened;
    },
  };
}

/** What is sealed is JSON with a secret in it, or the secret itself. */
function addContent(plaintext: string, live: Live): void {
  const json = readJson(plaintext);
  if (json.ok && isJsonObject(json.value)) addFields(json.value, live);
  else live.add(plaintext);
}

/** The wire: what is sent to prove who asks, and what comes back under the name of a secret. */
function watchedHttp(http: HttpClient, live: Live): HttpClient {
  return {
    async send(request, ...rest) {
      addSent(request, live);
      const sent = await http.send(request, ...rest);
      if (sent.ok) for (const value of clearSecretFields(sent.value.body.slice(0, HEAD)).values) live.add(value);
      return sent;
    },
  };
}

function addSent({ headers, body = '' }: HttpRequest, live: Live): void {
  for (const [name, value] of Object.entries(headers)) {
    // `Bearer <token>`, `Basic <pair>`: the scheme is no secret.
    if (isSecretName(name)) live.add(value.slice(value.lastIndexOf(' ') + 1));
  }
  if (/^[{[]/.test(body)) for (const value of clearSecretFields(body.slice(0, HEAD)).values) live.add(value);
  else for (const [name, value] of new URLSearchParams(body)) if (isSecretName(name)) live.add(value);
}

/** The files that are read: a credentials file that was only looked at has a secret as well. */
function watchedFileReader(reader: FileReader, live: Live): FileReader {
  return {
    async read(path, limitBytes) {
      const file = await reader.read(path, limitBytes);
      if (file.ok) addCredentials(file.value.bytes, live);
      return file;
    },
  };
}

/** The forms: whatever the window hands over under the name of a secret, and pasted or dropped credentials. */
export function watchInput(input: unknown, live: Live): void {
  if (typeof input !== 'object' || input === null) return;
  for (const [name, value] of Object.entries(input)) {
    if (value instanceof Uint8Array) addCredentials(value, live);
    else if (typeof value === 'string') watchText(name, value, live);
    else watchInput(value, live);
  }
}

function watchText(name: string, value: string, live: Live): void {
  if (isSecretName(name)) live.add(value);
  if (name === 'text') addCredentials(new TextEncoder().encode(value), live);
}

function addCredentials(bytes: Uint8Array, live: Live): void {
  const read = readCredentials(bytes, '');
  if (read.ok) live.add(read.value.clientSecret);
}

function addFields(value: JsonValue, live: Live): void {
  if (!isJsonObject(value)) return;
  for (const [name, item] of Object.entries(value)) {
    if (typeof item !== 'string') addFields(item, live);
    else if (isSecretName(name)) addSecret(item, live);
  }
}

/** A client certificate is one text with several secrets in it, under names of their own (core/reach, formatIdentity). */
const PARTS_OF_IDENTITY = ['key', 'file', 'passphrase'] as const;

function addSecret(secret: string, live: Live): void {
  live.add(secret);
  const inside = secret.startsWith('{') ? readJson(secret) : null;
  if (inside?.ok !== true || !isJsonObject(inside.value)) return;
  for (const name of PARTS_OF_IDENTITY) {
    const part = inside.value[name];
    if (typeof part === 'string') live.add(part);
  }
}
