// Hand-off files as accidents and strangers make them: each is opened whole or refused for a named reason.
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { beforeAll, expect, it } from 'vitest';
import type { HandedRegistration } from '../../../main/core/hand-off/hand-off-document.ts';
import { formatHandOff, parseHandOff } from '../../../main/core/hand-off/hand-off-document.ts';
import { opensWith } from '../../../main/core/hand-off/age-header.ts';
import { ageArmor, ageDecrypt, ageEncrypt, ageKeyPair } from '../../../main/adapters/age-work.ts';
import type { AgeKeyPair } from '../../../main/core/ports.ts';
import { mutator } from '../../doubles/mutations.ts';

const CREDENTIAL: HandedRegistration = {
  kind: 'registration',
  hubName: 'Claims',
  baseUrl: 'https://hub.example/prweb/api/ppf/v1',
  tokenEndpoint: 'https://hub.example/prweb/PRRestService/oauth2/v1/token',
  clientAuthentication: 'body',
  label: 'Configurator',
  clientId: '69747281128570844473',
  clientSecret: 'FAKE0123456789ABCDEF0123456789AB',
  note: '',
  expiresAtMs: null,
};
const DOCUMENT = formatHandOff({ madeAtMs: 1, note: 'for you', credentials: [CREDENTIAL], backup: null });
const FILES = 5_000;

let keys: AgeKeyPair;
let file: Uint8Array;
beforeAll(async () => {
  keys = await ageKeyPair();
  file = await ageEncrypt(Buffer.from(DOCUMENT), { kind: 'recipients', recipients: [keys.publicKey] });
});

it('of 5,000 broken hand-off files each is opened whole or refused, without a second of work', async () => {
  const files = mutator([file, Buffer.from(ageArmor(file)), Buffer.from(DOCUMENT)], 1);
  const key = { kind: 'identities', identities: [keys.identity] } as const;
  let longestMs = 0;
  for (let count = 0; count < FILES; count += 1) {
    const bytes = files.next();
    const before = process.cpuUsage();
    // What is no age file is not tried.
    const opened = opensWith(bytes) === null ? null : await ageDecrypt(bytes, key);
    longestMs = Math.max(longestMs, process.cpuUsage(before).user / 1_000);
    // It is authenticated: what opens at all is what was closed.
    if (opened?.ok === true) expect(Buffer.from(opened.value).toString()).toBe(DOCUMENT);
  }
  expect(longestMs).toBeLessThan(1_000);
}, 120_000);

it('of 5,000 broken documents inside of one each is read whole or refused', () => {
  const documents = mutator([Buffer.from(DOCUMENT)], 2);
  for (let count = 0; count < FILES; count += 1) {
    const text = documents.next().toString('utf8');
    const read = parseHandOff(text);
    if (!read.ok) {
      expect(['unreadable', 'newer']).toContain(read.failure);
      continue;
    }
    for (const { clientId, clientSecret, tokenEndpoint } of read.value.credentials) {
      expect([clientId, clientSecret].every((part) => part !== '') && URL.canParse(tokenEndpoint)).toBe(true);
    }
  }
});
