// Hand-off files as accidents and strangers make them, through the app's own import: each is taken over whole or refused,
// and after a refusal everything on the disk is as it was before.
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultSettings } from '#contract/settings.ts';
import { ageArmor } from '../../../main/adapters/age-work.ts';
import { noWays } from '../../../main/core/backup/backed-up-ways.ts';
import type { BackupDocument } from '../../../main/core/backup/backup-document.ts';
import {
  formatHandOff,
  type HandedPair,
  type HandedRegistration,
} from '../../../main/core/hand-off/hand-off-document.ts';
import type { AgeFiles } from '../../../main/core/ports.ts';
import { mutator, randomNumbers } from '../../doubles/mutations.ts';
import { quickAge } from '../../doubles/quick-age.ts';
import { computerOnDisk, valueOf, type ComputerOnDisk } from '../main/core/hand-off/computer-on-disk.ts';

const ENDPOINT = 'https://hub.example/prweb/PRRestService/oauth2/v1/token';
const PLACE = {
  hubName: 'Claims',
  baseUrl: 'https://hub.example/prweb/api/ppf/v1',
  tokenEndpoint: ENDPOINT,
  clientAuthentication: 'body',
} as const;
const registration = (number: number): HandedRegistration => ({
  ...PLACE,
  kind: 'registration',
  label: `Configurator ${number}`,
  clientId: `6974728112857084447${number}`,
  clientSecret: `FAKE0123456789ABCDEF0123456789A${number}`,
  note: 'of Ada',
  expiresAtMs: 1_900_000_000_000,
});
const PAIR: HandedPair = {
  ...PLACE,
  kind: 'dataSync',
  registrationId: 'REG-1',
  applicationName: 'SalesDesk',
  clientId: '77',
  clientSecret: 'FAKE-of-the-pair',
};
const BACKUP: BackupDocument = {
  format: 'Fabric Registrar backup',
  formatVersion: 1,
  madeAtMs: 1,
  hubs: [
    {
      ...noWays,
      name: 'Policy',
      baseUrl: 'https://policy.example/prweb/api/ppf/v1',
      credentials: [
        {
          label: 'Configurator',
          clientId: '5',
          tokenEndpoint: ENDPOINT,
          clientAuthentication: 'body',
          note: '',
          expiresAtMs: null,
          isInUse: true,
        },
      ],
      timeouts: { connectSeconds: 20, answerSeconds: 60 },
    },
  ],
  settings: { ...defaultSettings, historyDays: 90 },
  reach: { ...noWays, proxy: { kind: 'none' } },
};
const document = (credentials: readonly (HandedRegistration | HandedPair)[], backup: BackupDocument | null): Buffer =>
  Buffer.from(formatHandOff({ madeAtMs: 1, note: 'for you', credentials, backup }));
const DOCUMENTS = [
  document([registration(1)], null),
  document([registration(1), registration(2), registration(3), PAIR], null),
  document([PAIR], BACKUP),
];
const FILES = 5_000;
const PASSPHRASE = 'seven blue trams wait';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fuzzed-hand-offs-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** What only an age file that opens leads to; everything else ends before. */
async function open(computer: ComputerOnDisk, file: Uint8Array) {
  const bytes = Uint8Array.from(file);
  const given = { kind: 'bytes', fileName: 'f.age', bytes, sizeBytes: bytes.length } as const;
  const dropped = await computer.credentials.readFile(given);
  if (dropped.ok || dropped.failure.code !== 'fileIsHandOff') return null;
  const { handOffId, opensWith } = dropped.failure;
  const opened = await computer.handOff.open({
    handOffId,
    passphrase: opensWith === 'passphrase' ? PASSPHRASE : null,
  });
  return opened.ok ? opened.value : null;
}

type Opened = NonNullable<Awaited<ReturnType<typeof open>>>;

/** Takes over all of it; of what is refused nothing may be left, and what is taken must open. How much was saved. */
async function takeOver(computer: ComputerOnDisk, { handOffId, items, backup }: Opened): Promise<number> {
  let saved = 0;
  for (const { index, kind } of items) {
    const before = computer.texts();
    const place = { handOffId, index };
    const isSaved = kind === 'dataSync' ? await savePair(computer, place) : await saveCredential(computer, place);
    if (isSaved) saved += 1;
    else expect(computer.texts()).toBe(before);
  }
  if (backup !== null) {
    const { planId, newHubs } = backup;
    const applied = valueOf(await computer.backup.apply({ planId, takesSettings: true, takesTrust: true }));
    expect(applied.hubs).toBe(newHubs.length);
    for (const { baseUrl } of newHubs) expect(computer.book.hubs().some((hub) => hub.baseUrl === baseUrl)).toBe(true);
    saved += 1;
  }
  return saved;
}

interface ItemPlace {
  readonly handOffId: string;
  readonly index: number;
}

async function saveCredential({ handOff, credentials, vault }: ComputerOnDisk, place: ItemPlace): Promise<boolean> {
  const draft = valueOf(await handOff.readCredential(place));
  const { draftId, suggestedHubName, suggestedLabel, suggestedBaseUrl, suggestedAuthentication } = draft;
  const saved = await credentials.saveDraft({
    draftId,
    hubName: suggestedHubName,
    credentialLabel: suggestedLabel,
    baseUrl: suggestedBaseUrl,
    clientAuthentication: suggestedAuthentication ?? 'body',
  });
  if (!saved.ok) return false;
  expect(valueOf(await vault.open(saved.value.credentialId))).toMatchObject({ clientId: draft.clientId });
  return true;
}

async function savePair({ handOff, pairs, book }: ComputerOnDisk, place: ItemPlace): Promise<boolean> {
  const saved = await handOff.savePair(place);
  if (!saved.ok) return false;
  expect(valueOf(await pairs.open(saved.value.id)).clientSecret).not.toBe('');
  expect(book.findHub(saved.value.hubId)).not.toBeNull();
  return true;
}

/** A letter or a digit in the place of another: mostly a document still, but not the same. */
function mistyper(originals: readonly Buffer[], seed: number): { next(): Buffer } {
  const random = randomNumbers(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    next() {
      const bytes = Buffer.from(originals[below(originals.length)] ?? []);
      const at = below(bytes.length);
      if (/\w/.test(String.fromCharCode(bytes[at] ?? 0))) bytes.write(below(36).toString(36), at);
      return bytes;
    },
  };
}

/** One file after the other through the whole import. How many were taken over, and the longest time of one. */
async function importAll(computer: ComputerOnDisk, files: { next(): Uint8Array }) {
  const untouched = computer.texts();
  let [taken, longestMs] = [0, 0];
  for (let count = 0; count < FILES; count += 1) {
    const bytes = files.next();
    const before = process.cpuUsage();
    const opened = await open(computer, bytes);
    const saved = opened === null ? 0 : await takeOver(computer, opened);
    longestMs = Math.max(longestMs, process.cpuUsage(before).user / 1_000);
    if (saved === 0) {
      expect(computer.texts()).toBe(untouched);
      continue;
    }
    taken += 1;
    computer.clear();
  }
  return { taken, longestMs };
}

it('of 5,000 broken files each is taken over whole or refused, without a second of work', async () => {
  const computer = computerOnDisk(folder, quickAge);
  const { publicKey } = valueOf(await computer.keys.make());
  computer.clear();
  const forKey = await quickAge.encrypt(document([registration(1), PAIR], BACKUP), {
    kind: 'recipients',
    recipients: [publicKey],
  });
  const forPassphrase = await quickAge.encrypt(document([registration(1)], null), {
    kind: 'passphrase',
    passphrase: PASSPHRASE,
  });
  const originals = [forKey, forPassphrase, Buffer.from(ageArmor(forKey)), Buffer.from(ageArmor(forPassphrase))];
  for (const original of originals) {
    const opened = await open(computer, original);
    expect(opened === null ? 0 : await takeOver(computer, opened)).toBeGreaterThan(0);
    computer.clear();
  }
  const { longestMs } = await importAll(computer, mutator(originals, 1));
  expect(longestMs).toBeLessThan(1_000);
}, 240_000);

it('of 5,000 broken documents inside of one each is taken over whole or refused, and many are', async () => {
  // What is encrypted is authenticated: inside may be whatever a sender puts there, so here the encryption is left out.
  const head = Buffer.from('age-encryption.org/v1\n-> X25519 \n');
  const inClear: AgeFiles = {
    ...quickAge,
    decrypt: (file) => Promise.resolve({ ok: true, value: file.subarray(head.length) }),
  };
  const computer = computerOnDisk(folder, inClear);
  valueOf(await computer.keys.make());
  computer.clear();
  const [broken, mistyped] = [mutator(DOCUMENTS, 2), mistyper(DOCUMENTS, 3)];
  let count = 0;
  const files = { next: () => Buffer.concat([head, ((count += 1) % 4 === 0 ? mistyped : broken).next()]) };
  const { taken, longestMs } = await importAll(computer, files);
  expect(taken).toBeGreaterThan(FILES / 10);
  expect(longestMs).toBeLessThan(1_000);
}, 240_000);

it('no work factor of a passphrase file makes the app hang: beyond 2^20 it is refused', async () => {
  const computer = computerOnDisk(folder, quickAge);
  const file = await quickAge.encrypt(DOCUMENTS[0] ?? Buffer.of(), { kind: 'passphrase', passphrase: PASSPHRASE });
  const text = Buffer.from(file).toString('latin1');
  const header = /-> scrypt (\S+) (\d+)\n/;
  expect(header.exec(text)?.[2]).toBe('2');
  for (const factor of [
    '21',
    '22',
    '30',
    '31',
    '32',
    '63',
    '64',
    '99',
    '255',
    '4294967298',
    '-1',
    '02',
    '2e1',
    '',
    ' 2',
  ]) {
    const changed = Buffer.from(text.replace(header, `-> scrypt $1 ${factor}\n`), 'latin1');
    const before = process.cpuUsage();
    expect(await open(computer, changed), factor).toBeNull();
    expect(process.cpuUsage(before).user / 1_000, factor).toBeLessThan(1_000);
  }
});
