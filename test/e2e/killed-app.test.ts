// The real app, killed at random moments while its page saves, rotates, moves all secrets or takes over a hand-off. The next
// start is the check: every credential is in its old or its new state, none is lost, none is in clear in any file.
import fs from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { WindowBridge } from '#contract/bridge.ts';
import type { Result } from '#contract/result.ts';
import { ageDecrypt } from '../../main/adapters/age-work.ts';
import { emptyStoredHubs, parseStoredHubs, type StoredCredential } from '../../main/core/hubs/stored-hubs.ts';
import { emptyStoredVault, parseStoredVault, type StoredVault } from '../../main/core/vault/stored-vault.ts';
import { filesBelow, searchFor } from '../doubles/in-clear.ts';
import { randomNumbers } from '../doubles/mutations.ts';
import { startApp, temporaryFolder, type AppUnderTest } from './app-under-test.ts';

const SEED = 5_505;
const KILLS = 20;
/** Within how many milliseconds each kind of work is hit in its middle; scrypt takes its time. */
const SPANS_MS = { save: 500, rotate: 500, takeOver: 500, reseal: 5_000 } as const;
type Work = keyof typeof SPANS_MS;
const WORKS: readonly Work[] = ['save', 'rotate', 'reseal', 'takeOver'];

const PASSPHRASE = 'a passphrase of the killed app';
const MARKER = 'FAKE-secret-of-a-killed-app';
const HANDED = 4;
const secretOf = (clientId: string, round: number): string => `${MARKER}-${clientId}-${round}-7c1e`;

/** Nobody answers there, and nobody is asked but this computer. */
const ADDRESS = 'http://127.0.0.1:1';
const HANDED_ADDRESS = 'http://127.0.0.1:2';

interface Told {
  readonly work: Work;
  /** The round that the page begins with. */
  readonly first: number;
  readonly handOff: readonly number[];
}

interface Working {
  /** The last round that the page said was done; one less than its first when none was. */
  last: number;
  /** What went wrong before the app was killed. */
  readonly failures: string[];
}

/** Begins work in the page that has no end; after each round the page says so. Everything it needs is handed in. */
async function begin(page: Page, told: Told): Promise<Working> {
  const progress: Working = { last: told.first - 1, failures: [] };
  await page.exposeFunction('sayDone', (round: number) => (progress.last = round));
  const given = { ...told, MARKER, PASSPHRASE, ADDRESS, HANDED_ADDRESS };
  const working = page.evaluate(async ({ work, first, handOff, ...names }) => {
    // SAFETY: what the preload script exposes.
    const bridge = Reflect.get(globalThis, 'fabricRegistrar') as WindowBridge;
    // SAFETY: exposed above.
    const sayDone = Reflect.get(globalThis, 'sayDone') as (round: number) => Promise<void>;
    async function value<Value>(answer: Promise<Result<Value>>): Promise<Value> {
      const result = await answer;
      if (!result.ok) throw new Error(`It failed: ${result.failure.code}`);
      return result.value;
    }
    async function saveDraft(draft: { draftId: string; suggestedBaseUrl: string; clientId: string }): Promise<void> {
      const { draftId, suggestedBaseUrl: baseUrl, clientId } = draft;
      const chosen = { hubName: baseUrl, credentialLabel: clientId, clientAuthentication: 'body' } as const;
      await value(bridge.credentials.saveDraft({ draftId, baseUrl, ...chosen }));
    }
    async function save(clientId: string, round: number): Promise<void> {
      const endpoint = `${names.ADDRESS}/prweb/PRRestService/oauth2/v1/token`;
      const secret = `${names.MARKER}-${clientId}-${round}-7c1e`;
      const text = `Client ID: ${clientId}\nClient secret: ${secret}\nAccess token endpoint: ${endpoint}\n`;
      await saveDraft(await value(bridge.credentials.readText({ text })));
    }
    async function reseal(): Promise<void> {
      const { level, isLocked } = await value(bridge.vault.status());
      const { PASSPHRASE: passphrase } = names;
      if (isLocked) await value(bridge.vault.unlock({ passphrase }));
      const next =
        level === 'passphrase' ? { level: 'osKeystore' as const } : { level: 'passphrase' as const, passphrase };
      await value(bridge.vault.protect(next));
      // Behind a passphrase it takes long to come, and not to leave: it stays a while, to be hit there too.
      if (next.level === 'passphrase') await new Promise((resolve) => setTimeout(resolve, 1_500));
    }
    let opened: { readonly handOffId: string; readonly count: number } | null = null;
    async function open(): Promise<{ readonly handOffId: string; readonly count: number }> {
      const known = await value(bridge.hubs.list());
      const old = known.find(({ baseUrl }) => baseUrl.startsWith(names.HANDED_ADDRESS));
      if (old !== undefined) await value(bridge.hubs.remove({ hubId: old.id }));
      const { isLocked } = await value(bridge.vault.status());
      if (isLocked) await value(bridge.vault.unlock({ passphrase: names.PASSPHRASE }));
      const read = await bridge.credentials.readFile({ file: new File([Uint8Array.from(handOff)], 'handed.age') });
      if (read.ok || read.failure.code !== 'fileIsHandOff') throw new Error('It is no hand-off file');
      const { handOffId } = read.failure;
      const { items } = await value(bridge.handOff.open({ handOffId, passphrase: null }));
      return { handOffId, count: items.length };
    }
    async function takeOver(round: number): Promise<void> {
      const { handOffId, count } = (opened ??= await open());
      const index = (round - 1) % count;
      await saveDraft(await value(bridge.handOff.readCredential({ handOffId, index })));
    }
    for (let round = first; ; round += 1) {
      if (work === 'save') await save(`saved-${round}`, round);
      else if (work === 'rotate') await save('rotated', round);
      else if (work === 'takeOver') await takeOver(round);
      else await reseal();
      void sayDone(round);
    }
  }, given);
  // That the app was killed is as it should be.
  working.catch((error: unknown) => {
    if (String(error).includes('It ')) progress.failures.push(String(error));
  });
  return progress;
}

/** A record as it is on the disk; `empty` when nothing was ever written. */
function recordOf<Value>(file: string, parse: (json: unknown) => Result<Value, string>, empty: Value): Value {
  if (!fs.existsSync(file)) return empty;
  const parsed = parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(`${file} is ${parsed.failure}`);
  return parsed.value;
}

const vaultIn = (folder: string): StoredVault =>
  recordOf(join(folder, 'vault.json'), parseStoredVault, emptyStoredVault);

async function decrypted(electron: ElectronApplication, ciphertexts: readonly string[]): Promise<readonly string[]> {
  return electron.evaluate(
    ({ safeStorage }, all) =>
      Promise.all(
        all.map(async (ciphertext) => {
          const bytes = Buffer.from(ciphertext, 'base64');
          // The older runtime has the synchronous half only, which is deprecated in the newer one.
          const decryptString: unknown = Reflect.get(safeStorage, 'decryptString');
          if (typeof safeStorage.decryptStringAsync === 'function')
            return (await safeStorage.decryptStringAsync(bytes)).result;
          return typeof decryptString === 'function' ? String(decryptString.call(safeStorage, bytes)) : '';
        }),
      ),
    ciphertexts,
  );
}

async function openedByAge(file: string, key: Parameters<typeof ageDecrypt>[1]): Promise<string> {
  const opened = await ageDecrypt(new TextEncoder().encode(file), key);
  if (!opened.ok) throw new Error(`It does not open: ${opened.failure}`);
  return new TextDecoder().decode(opened.value);
}

/** Opens all ciphertexts of a level, without the app. */
async function contentsOf(
  { electron }: AppUnderTest,
  { level, key }: StoredVault,
  ciphertexts: readonly string[],
): Promise<readonly string[]> {
  if (level === 'osKeystore') return decrypted(electron, ciphertexts);
  const identity = await openedByAge(key?.file ?? '', { kind: 'passphrase', passphrase: PASSPHRASE });
  const identities = identity.split('\n').filter((line) => line.startsWith('AGE-SECRET-KEY-1'));
  return Promise.all(ciphertexts.map((file) => openedByAge(file, { kind: 'identities', identities })));
}

/** Client ID by client ID, what its secret says; the one that is set aside has a star. */
async function secretsIn(app: AppUnderTest): Promise<ReadonlyMap<string, string>> {
  const vault = vaultIn(app.dataFolder);
  const { hubs } = recordOf(join(app.dataFolder, 'hubs.json'), parseStoredHubs, emptyStoredHubs);
  expect(vault.moves).toEqual([]);
  const all = hubs.flatMap((hub) => hub.credentials).flatMap(secretsOf);
  const contents = await contentsOf(
    app,
    vault,
    all.map(({ secret }) => {
      expect(secret.level).toBe(vault.level);
      return secret.level === 'sessionOnly' ? '' : secret.ciphertext;
    }),
  );
  return new Map(
    // SAFETY: sealed by the app itself.
    contents.map((content, index) => [
      all[index]?.name ?? '',
      (JSON.parse(content) as { clientSecret: string }).clientSecret,
    ]),
  );
}

function secretsOf({ clientId, secret, previousSecret }: StoredCredential) {
  const previous = previousSecret === null ? [] : [{ name: `${clientId}*`, secret: previousSecret }];
  return [{ name: clientId, secret }, ...previous];
}

const inClear = searchFor({ secret: MARKER, passphrase: PASSPHRASE, 'own key': 'AGE-SECRET-KEY-1' });

/** Looks at everything a start found; answers the rounds that are in place. */
async function check(app: AppUnderTest, said: Readonly<Record<'save' | 'rotate', number>>) {
  const secrets = await secretsIn(app);
  const saved = [...secrets.keys()].filter((name) => /^saved-\d+$/.test(name)).length;
  for (let round = 1; round <= saved; round += 1) {
    expect(secrets.get(`saved-${round}`)).toBe(secretOf(`saved-${round}`, round));
  }
  expect(saved).toBeGreaterThanOrEqual(said.save);
  const rotated = Number(/rotated-(\d+)-7c1e$/.exec(secrets.get('rotated') ?? '')?.[1] ?? 0);
  expect(rotated).toBeGreaterThanOrEqual(said.rotate);
  // None of them ever got a token: the first one is the last that may have worked.
  if (rotated > 0) expect(secrets.get('rotated')).toBe(secretOf('rotated', rotated));
  if (rotated > 1) expect(secrets.get('rotated*')).toBe(secretOf('rotated', 1));
  const handed = [...secrets].filter(([name]) => /^handed-\d$/.test(name));
  for (const [name, secret] of handed) expect(secret).toBe(secretOf(name, 0));
  for (const [file, bytes] of filesBelow(app.dataFolder)) expect(inClear(bytes), file).toEqual([]);
  return { saved, rotated, handed: handed.length };
}

/** A hand-off file with a few credentials, for the key of the app that will be killed. */
async function handOffFor(publicKey: string): Promise<readonly number[]> {
  const giver = await startApp();
  const file = join(await temporaryFolder('hand-off'), 'handed.age');
  await giver.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  const clients = Array.from({ length: HANDED }, (_, index) => `handed-${index + 1}`);
  const texts = clients.map(
    (clientId) =>
      `Client ID: ${clientId}\nClient secret: ${secretOf(clientId, 0)}\nAccess token endpoint: ${HANDED_ADDRESS}/prweb/PRRestService/oauth2/v1/token\n`,
  );
  const isWritten = await giver.page.evaluate(
    async ({ texts: all, recipients }) => {
      // SAFETY: what the preload script exposes.
      const bridge = Reflect.get(globalThis, 'fabricRegistrar') as WindowBridge;
      for (const text of all) {
        const draft = await bridge.credentials.readText({ text });
        if (!draft.ok) return false;
        const { draftId, suggestedBaseUrl: baseUrl, clientId } = draft.value;
        const chosen = { hubName: 'Handed', credentialLabel: clientId, clientAuthentication: 'body' } as const;
        await bridge.credentials.saveDraft({ draftId, baseUrl, ...chosen });
      }
      const hubs = await bridge.hubs.list();
      const credentialIds = hubs.ok ? hubs.value.flatMap((hub) => hub.credentials.map(({ id }) => id)) : [];
      const lock = { kind: 'recipients', recipients } as const;
      const written = await bridge.handOff.write({ credentialIds, pairIds: [], lock, note: '', withBackup: false });
      return written.ok;
    },
    { texts, recipients: [publicKey] },
  );
  expect(isWritten).toBe(true);
  await giver.close();
  return [...fs.readFileSync(file)];
}

describe(`the real app, killed at ${KILLS} moments, random by the seed ${SEED}`, () => {
  it('has every credential whole at the next start, and none in clear in any file', { timeout: 400_000 }, async () => {
    const random = randomNumbers(SEED);
    const dataFolder = await temporaryFolder();
    let app = await startApp({ dataFolder });
    const made = await app.page.evaluate(() =>
      // SAFETY: what the preload script exposes.
      (Reflect.get(globalThis, 'fabricRegistrar') as WindowBridge).keys.make(),
    );
    await app.close();
    const handOff = await handOffFor(made.ok ? made.value.publicKey : '');
    app = await startApp({ dataFolder });
    const said = { save: 0, rotate: 0 };
    let found = { saved: 0, rotated: 0, handed: 0 };
    let rounds = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const work = WORKS[kill % WORKS.length] ?? 'save';
      const first = { save: found.saved + 1, rotate: found.rotated + 1, reseal: 1, takeOver: 1 }[work];
      const working = await begin(app.page, { work, first, handOff });
      await new Promise((resolve) => setTimeout(resolve, random() * SPANS_MS[work]));
      await app.kill();
      expect(working.failures).toEqual([]);
      rounds += working.last - first + 1;
      if (work === 'save' || work === 'rotate') said[work] = working.last;
      app = await startApp({ dataFolder });
      // It answers: what was cut off is finished.
      await app.page.evaluate(() => (Reflect.get(globalThis, 'fabricRegistrar') as WindowBridge).vault.status());
      found = await check(app, said);
    }
    await app.close();
    expect(rounds).toBeGreaterThan(KILLS / 2);
  });
});
