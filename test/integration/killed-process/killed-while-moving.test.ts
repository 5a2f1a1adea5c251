// A process of the app's own core and adapters, killed while all secrets move to another protection.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSecretContent } from '../../../main/core/credentials/secret-content.ts';
import { placesIn } from '../../../main/core/vault/sealed-places.ts';
import { appOnDisk, CLIENT_CERTIFICATE, value, type AppOnDisk } from './app-on-disk.ts';
import { filesBelow } from '../../doubles/in-clear.ts';
import { killing, KILLS, PATIENCE } from './kill-often.ts';
import { levelAfter, PASSPHRASE, save, secretOfRound } from './scenarios.ts';
import { keepPair, roundsUpTo } from './stored.ts';

const SEED = 4_404;
const PROXY_PASSWORD = 'FAKE-password-of-the-proxy-7c1e0815';
const { folders, killOften } = killing();

/** Every secret in every record with secrets, opened; null where it is not stored. In the records' own order. */
async function secretsIn({ safe, box }: AppOnDisk): Promise<Record<string, readonly (string | null)[]>> {
  const all: Record<string, readonly (string | null)[]> = {};
  for (const [name, record] of Object.entries(safe.records)) {
    const opened: (string | null)[] = [];
    for (const { sealed } of placesIn(record.read(), record.holderAt)) {
      const content = sealed === null ? null : await value(box.open(sealed));
      opened.push(content);
    }
    all[name] = opened;
  }
  return all;
}

/** A folder with secrets of every kind, kept by the keystore: current and replaced ones, pairs, own keys, those of the way. */
async function fill(folder: string): Promise<void> {
  const app = appOnDisk(folder);
  for (const round of roundsUpTo(6)) await save(app, `client-${round % 3}`, round);
  for (const round of roundsUpTo(3)) await keepPair(app, `pair-${round}`, 100 + round);
  const { keys, reach } = app.services;
  await value(keys.make());
  await value(keys.make());
  const proxy = { kind: 'manual', address: 'http://proxy.example:3128', userName: 'me' } as const;
  await value(reach.setProxy({ hubId: null, proxy: { ...proxy, password: PROXY_PASSWORD } }));
  await value(reach.chooseClientCertificate({ hubId: app.book.hubs()[0]?.id ?? '', passphrase: '' }));
}

/** What the keystore of these tests sealed begins with `v11`. */
const KEYSTORE_CIPHERTEXT = /djEx[\w+/]+=*/g;

/** Nothing that a weaker protection sealed is in any file, also not in the last good copies. */
function expectNothingWeaker({ records }: AppOnDisk, level: string): void {
  // A random value of its own, by which the keystore's key is known again.
  const mark = records.vault.store.read().keystoreMark?.ciphertext;
  for (const [name, bytes] of filesBelow(folders().data)) {
    const text = bytes.toString('latin1');
    const sealed = (text.match(KEYSTORE_CIPHERTEXT) ?? []).filter((ciphertext) => ciphertext !== mark);
    if (level !== 'osKeystore') expect(sealed, name).toEqual([]);
    if (level === 'sessionOnly') expect(text, name).not.toContain('AGE ENCRYPTED');
  }
}

describe(`a process that is killed at ${KILLS} moments, random by the seed ${SEED}`, () => {
  it('while it moves all secrets has them all here or all there, and leaves no weaker copy', PATIENCE, async () => {
    const { base, data } = folders();
    await fill(data);
    const prepared = { osKeystore: path.join(base, 'in-the-keystore'), passphrase: path.join(base, 'behind-it') };
    const filled = appOnDisk(data);
    const all = await secretsIn(filled);
    const contents = Object.values(all)
      .flat()
      .map((text) => parseSecretContent(text ?? ''));
    const secrets = contents.map((content) => (content.ok ? content.value.clientSecret : ''));
    expect(Object.fromEntries(Object.entries(all).map(([name, { length }]) => [name, length]))).toMatchObject({
      hubs: 6,
      keys: 2,
      reach: 2,
    });
    expect(secrets).toEqual(expect.arrayContaining([...roundsUpTo(6), 101, 102, 103].map(secretOfRound)));
    fs.cpSync(data, prepared.osKeystore, { recursive: true });
    await value(filled.services.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    fs.cpSync(data, prepared.passphrase, { recursive: true });
    fs.rmSync(data, { recursive: true });
    fs.cpSync(prepared.osKeystore, data, { recursive: true });

    /** What is in memory only is gone with the process: it starts from here once more. */
    const startFrom = (level: string): void => {
      fs.rmSync(data, { recursive: true });
      fs.cpSync(level === 'passphrase' ? prepared.passphrase : prepared.osKeystore, data, { recursive: true });
    };
    const levels = new Set<string>();
    await killOften({
      scenario: 'reseal',
      rounds: 3,
      seed: SEED,
      secrets: {
        'a password of a proxy': PROXY_PASSWORD,
        'an own key': 'AGE-SECRET-KEY-1',
        'a key of a certificate': privateKeyBody(),
      },
      async look(app, { begun, done }) {
        const { level, isLocked } = await value(app.services.vault.status());
        levels.add(level);
        const last = level === levelAfter(begun) ? begun : done;
        expect(level).toBe(levelAfter(last));
        if (isLocked) await value(app.services.vault.unlock({ passphrase: PASSPHRASE }));
        const left = await secretsIn(app);
        const expected = Object.entries(all).map(([name, texts]) => [name, texts.map(() => null)] as const);
        expect(left).toEqual(level === 'sessionOnly' ? Object.fromEntries(expected) : all);
        expectNothingWeaker(app, level);
        if (level !== 'sessionOnly') return last;
        startFrom(levelAfter(last + 1));
        return last + 1;
      },
    });
    expect([...levels].toSorted()).toEqual(['osKeystore', 'passphrase', 'sessionOnly']);
  });
});

/** A line from the middle of the private key. */
function privateKeyBody(): string {
  const lines = fs.readFileSync(CLIENT_CERTIFICATE[1] ?? '', 'utf8').split('\n');
  return lines[1] ?? '';
}
