// Protections for real: real files, the real age format, Debian's `age`, and a process that is killed in the middle.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ageFiles } from '../../../../../main/adapters/age-files.ts';
import type { Keystore } from '../../../../../main/adapters/keystore-cipher.ts';
import { onTerminal } from '../../../terminal.ts';
import { flippingKeystore } from '../pairs/flipping-keystore.ts';
import { ALL_SECRETS, secretOf, valueOf, vaultOnDisk } from './vault-on-disk.ts';

const PASSPHRASE = 'correct horse battery staple';
const WORKER = new URL('../../../../../main/adapters/age-worker.ts', import.meta.url);

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vault-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Every file whose name matches, as one text. */
function filesText(names = /./): string {
  const found = fs.readdirSync(folder).filter((name) => names.test(name));
  return found.map((name) => fs.readFileSync(path.join(folder, name), 'latin1')).join('\n');
}

/** The records with secrets and their last good copies; what the keystore sealed begins with base64 of `v11`. */
const HOLDERS = /^(?:hubs|pairs|keys|reach)\./;
const KEYSTORE_CIPHERTEXT = '"djEx';

describe('all secrets', () => {
  it('move behind a passphrase and leave no copy that the keystore sealed', async () => {
    const app = vaultOnDisk(folder);
    await app.fill();
    expect(valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }))).toMatchObject({
      moved: 4,
      left: 0,
      status: { level: 'passphrase', isLocked: false },
    });
    expect(await app.all()).toEqual(ALL_SECRETS);
    expect(filesText(HOLDERS)).not.toContain(KEYSTORE_CIPHERTEXT);
    expect(filesText()).not.toContain('FAKE');
  });

  it('are locked after a restart, and open with the passphrase only', async () => {
    const first = vaultOnDisk(folder);
    await first.fill();
    valueOf(await first.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    const app = vaultOnDisk(folder);
    expect(app.stateOf(1)).toBe('locked');
    expect(await app.vault.unlock({ passphrase: 'wrong' })).toEqual({
      ok: false,
      failure: { code: 'passphraseWrong' },
    });
    expect(app.stateOf(1)).toBe('locked');
    valueOf(await app.vault.unlock({ passphrase: PASSPHRASE }));
    expect(app.stateOf(1)).toBe('ready');
    expect(await app.all()).toEqual(ALL_SECRETS);
  });

  it('are locked again on request, with the tokens that were got with them', async () => {
    const app = vaultOnDisk(folder);
    await app.fill();
    valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    valueOf(await app.vault.lock());
    expect(app.stateOf(1)).toBe('locked');
    expect(app.forgotten).toEqual(['credential-1', 'credential-2']);
  });

  it('are locked by the shortcut, and the passphrase is asked for by the same', async () => {
    const app = vaultOnDisk(folder);
    await app.fill();
    app.lockOrAsk();
    expect(valueOf(await app.vault.status())).toMatchObject({ isLocked: false, isUnlockWanted: false });
    valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    app.lockOrAsk();
    expect(valueOf(await app.vault.status())).toMatchObject({ isLocked: true, isUnlockWanted: false });
    app.lockOrAsk();
    expect(valueOf(await app.vault.status()).isUnlockWanted).toBe(true);
    valueOf(await app.vault.dismissUnlock());
    expect(valueOf(await app.vault.status())).toMatchObject({ isLocked: true, isUnlockWanted: false });
  });

  it('can be saved while locked', async () => {
    const app = vaultOnDisk(folder);
    await app.fill();
    valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    valueOf(await app.vault.lock());
    await app.saveCredential(3);
    valueOf(await app.vault.unlock({ passphrase: PASSPHRASE }));
    expect(await app.openCredential(3)).toBe(secretOf(3));
  });

  it('wait for the passphrase, and are told locked when nobody gives it', async () => {
    const app = vaultOnDisk(folder);
    await app.fill();
    valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    valueOf(await app.vault.lock());
    const refused = app.openCredential(1);
    expect(valueOf(await app.vault.status()).isUnlockWanted).toBe(true);
    await app.vault.dismissUnlock();
    expect(await refused).toBe('vaultLocked');
    const opened = app.openCredential(1);
    valueOf(await app.vault.unlock({ passphrase: PASSPHRASE }));
    expect(await opened).toBe(secretOf(1));
  });

  it('get a new key with a new passphrase, and the old one opens nothing any more', async () => {
    const app = vaultOnDisk(folder);
    await app.fill();
    valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    const before = filesText(HOLDERS).match(/BEGIN AGE ENCRYPTED FILE-----\\n[^"]+/g) ?? [];
    const change = { passphrase: PASSPHRASE, nextPassphrase: 'another passphrase' };
    expect(valueOf(await app.vault.changePassphrase(change))).toMatchObject({ moved: 4, left: 0 });
    for (const file of before) expect(filesText()).not.toContain(file);
    const next = vaultOnDisk(folder);
    expect(await next.vault.unlock({ passphrase: PASSPHRASE })).toMatchObject({ failure: { code: 'passphraseWrong' } });
    valueOf(await next.vault.unlock({ passphrase: 'another passphrase' }));
    expect(await next.all()).toEqual(ALL_SECRETS);
  });

  it('do not move at all when the present passphrase is wrong', async () => {
    const app = vaultOnDisk(folder);
    await app.fill();
    valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    const before = filesText();
    const change = { passphrase: 'wrong', nextPassphrase: 'another passphrase' };
    expect(await app.vault.changePassphrase(change)).toMatchObject({ failure: { code: 'passphraseWrong' } });
    expect(filesText()).toBe(before);
  });

  it('move back into the keystore, and the key behind the passphrase is gone', async () => {
    const app = vaultOnDisk(folder);
    await app.fill();
    valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    expect(valueOf(await app.vault.protect({ level: 'osKeystore' }))).toMatchObject({ moved: 4, left: 0 });
    expect(filesText()).not.toContain('AGE ENCRYPTED');
    expect(await vaultOnDisk(folder).all()).toEqual(ALL_SECRETS);
  });

  it('are taken off the disk for this session only, and are there until it ends', async () => {
    const app = vaultOnDisk(folder);
    await app.fill();
    expect(valueOf(await app.vault.protect({ level: 'sessionOnly' }))).toMatchObject({ moved: 4, left: 0 });
    expect(filesText(HOLDERS)).not.toContain('ciphertext');
    expect(await app.all()).toEqual(ALL_SECRETS);
    expect(valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }))).toMatchObject({
      moved: 4,
    });
    expect(await app.all()).toEqual(ALL_SECRETS);
  });

  it('of a given-up passphrase stay on the disk and say that nothing opens them any more', async () => {
    const app = vaultOnDisk(folder);
    await app.fill();
    valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    valueOf(await app.vault.giveUpPassphrase());
    expect(app.stateOf(1)).toBe('unreadable');
    expect(app.credentials()).toHaveLength(2);
    expect(await app.openCredential(1)).toBe('secretUnreadable');
    await app.saveCredential(1);
    expect(await app.openCredential(1)).toBe(secretOf(1));
  });

  it('that no key opens any more are left and counted, the others move', async () => {
    const first = vaultOnDisk(folder);
    await first.fill();
    valueOf(await first.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    valueOf(await first.vault.giveUpPassphrase());
    await first.saveCredential(3);
    const outcome = await first.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE });
    expect(valueOf(outcome)).toMatchObject({ moved: 1, left: 4 });
  });
});

describe('a person who forgot the passphrase', () => {
  it('gives it up although a move waits for it, and the move moves nothing', async () => {
    const app = vaultOnDisk(folder);
    await app.fill();
    valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    valueOf(await app.vault.lock());
    const moving = app.vault.protect({ level: 'osKeystore' });
    await expect.poll(async () => valueOf(await app.vault.status()).isUnlockWanted).toBe(true);
    const given = valueOf(await app.vault.giveUpPassphrase());
    expect(given).toMatchObject({ keyFingerprint: null, isUnlockWanted: false });
    expect(await moving).toMatchObject({ failure: { code: 'vaultLocked' } });
    expect(app.credentials()).toHaveLength(2);
  });

  it('gives up the one that was in force then, not one that took its place', async () => {
    const app = vaultOnDisk(folder);
    await app.fill();
    valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    const changing = app.vault.changePassphrase({ passphrase: PASSPHRASE, nextPassphrase: 'another passphrase' });
    const given = app.vault.giveUpPassphrase();
    expect(valueOf(await changing)).toMatchObject({ moved: 4 });
    expect(valueOf(await given).keyFingerprint).not.toBeNull();
    expect(await app.all()).toEqual(ALL_SECRETS);
  });
});

describe('a record of the protection that cannot be read', () => {
  const unreadable: readonly (readonly [string, (file: string) => void])[] = [
    ['because a newer version wrote it', (file) => fs.writeFileSync(file, '{"formatVersion":99}')],
    [
      'because it may not be read',
      (file) => {
        fs.rmSync(file);
        fs.mkdirSync(file);
      },
    ],
  ];

  it.each(unreadable)('%s, closes what a passphrase protects, and nothing is sealed otherwise', async (_why, spoil) => {
    const first = vaultOnDisk(folder);
    await first.fill();
    valueOf(await first.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    spoil(path.join(folder, 'vault.json'));
    const app = vaultOnDisk(folder);
    expect(app.stateOf(1)).toBe('unavailable');
    expect(await app.openCredential(1)).toBe('vaultUnavailable');
    await expect(app.saveCredential(3)).rejects.toThrow('vaultUnavailable');
    expect(await app.vault.protect({ level: 'osKeystore' })).toMatchObject({ ok: false });
    expect(filesText(HOLDERS)).not.toContain(KEYSTORE_CIPHERTEXT);
    expect(app.stateOf(1)).toBe('unavailable');
  });
});

describe('secrets that an absent keystore sealed', () => {
  const absentKeystore: Keystore = { ...flippingKeystore, isEncryptionAvailable: () => false };

  it('do not keep the others from moving behind a passphrase, and open again when it is back', async () => {
    await vaultOnDisk(folder).fill();
    const app = vaultOnDisk(folder, { keystore: absentKeystore });
    await app.saveCredential(3);
    const outcome = await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE });
    expect(valueOf(outcome)).toMatchObject({ moved: 1, left: 0, waiting: 4, status: { level: 'passphrase' } });
    expect(await app.openCredential(1)).toBe('secretUnavailable');
    expect(await app.openCredential(3)).toBe(secretOf(3));

    const back = vaultOnDisk(folder);
    valueOf(await back.vault.unlock({ passphrase: PASSPHRASE }));
    expect(await back.all()).toEqual(ALL_SECRETS);
    const change = { passphrase: PASSPHRASE, nextPassphrase: 'another passphrase' };
    expect(valueOf(await back.vault.changePassphrase(change))).toMatchObject({ moved: 5, left: 0, waiting: 0 });
  });

  it('are not said to be off the disk', async () => {
    await vaultOnDisk(folder).fill();
    const app = vaultOnDisk(folder, { keystore: absentKeystore });
    expect(await app.vault.protect({ level: 'sessionOnly' })).toMatchObject({ failure: { code: 'secretUnavailable' } });
  });

  it('that is locked keep everything where it is', async () => {
    await vaultOnDisk(folder).fill();
    const locked: Keystore = {
      ...flippingKeystore,
      decryptString: () => {
        throw new Error('safeStorage.decryptStringAsync is temporarily unavailable. Please try again.');
      },
    };
    const app = vaultOnDisk(folder, { keystore: locked });
    const outcome = await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE });
    expect(outcome).toMatchObject({ failure: { code: 'secretLocked' } });
    expect(app.records.vault.store.read().key).toBeNull();
  });

  it('are not what lasts for a session: that moves into a keystore that has come', async () => {
    let isThere = false;
    const app = vaultOnDisk(folder, { keystore: { ...flippingKeystore, isEncryptionAvailable: () => isThere } });
    await app.saveCredential(1);
    expect(await app.vault.protect({ level: 'osKeystore' })).toMatchObject({ failure: { code: 'keystoreMissing' } });
    isThere = true;
    expect(valueOf(await app.vault.protect({ level: 'osKeystore' }))).toMatchObject({ moved: 1, left: 0 });
    expect(valueOf(await app.vault.protect({ level: 'osKeystore' }))).toMatchObject({ moved: 0, left: 0 });
    expect(await vaultOnDisk(folder).openCredential(1)).toBe(secretOf(1));
  });
});

describe('a secret that comes back onto the disk', () => {
  it('shows no ending where none was kept before', async () => {
    const app = vaultOnDisk(folder);
    await app.fill();
    valueOf(await app.vault.protect({ level: 'sessionOnly' }));
    valueOf(await app.vault.protect({ level: 'osKeystore' }));
    const { proxy } = app.records.reach.store.read().all;
    expect(proxy).toMatchObject({ password: { level: 'osKeystore', ending: '' } });
    expect(app.credentials()[0]?.secret).toMatchObject({ ending: 'al-1' });
  });

  it('is not in memory any more, nor is the one it replaced', async () => {
    const app = vaultOnDisk(folder);
    valueOf(await app.vault.protect({ level: 'sessionOnly' }));
    await app.saveCredential(1);
    await app.saveCredential(1, '-rotated');
    expect(app.replacedSessionOf(1)).not.toBeNull();
    expect(valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }))).toMatchObject({
      moved: 2,
      left: 0,
    });
    expect(app.replacedSessionOf(1)).toBeNull();
  });
});

describe('an unreadable file that was set aside', () => {
  it('is told of after a move if it holds sealed secrets, and goes when that is wished', async () => {
    await vaultOnDisk(folder).fill();
    // Cut off, but most of it is there.
    const hubsFile = path.join(folder, 'hubs.json');
    fs.writeFileSync(hubsFile, fs.readFileSync(hubsFile, 'utf8').slice(0, -20));
    fs.writeFileSync(path.join(folder, 'pairs.unreadable-2026.json'), 'nothing sealed in here');
    const app = vaultOnDisk(folder);
    const outcome = valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    expect(outcome).toMatchObject({ moved: 4, setAside: 1 });
    expect(filesText(/^hubs\.unreadable/)).toContain(KEYSTORE_CIPHERTEXT);
    valueOf(await app.vault.removeSetAside());
    expect(filesText(HOLDERS)).not.toContain(KEYSTORE_CIPHERTEXT);
    expect(fs.existsSync(path.join(folder, 'pairs.unreadable-2026.json'))).toBe(true);
    expect(await app.all()).toEqual(ALL_SECRETS);
    valueOf(await app.vault.removeSetAside());
  });
});

describe('an unreadable file that may hold the only key to what was left', () => {
  it('is not offered to be deleted', async () => {
    const first = vaultOnDisk(folder);
    await first.fill();
    valueOf(await first.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    for (const name of ['vault.json', 'vault.last-good.json']) {
      const file = path.join(folder, name);
      if (fs.existsSync(file)) fs.writeFileSync(file, fs.readFileSync(file, 'utf8').slice(0, -20));
    }
    const app = vaultOnDisk(folder);
    const outcome = valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    expect(outcome).toMatchObject({ left: 4, setAside: 0 });
    expect(filesText(/^vault\.unreadable/)).toContain('AGE ENCRYPTED');
  });
});

describe('a keystore that got a newer key', () => {
  /** Opens by every key, seals by the first one: as the keystore of a system that changes its keys does. */
  function keystoreWith(keys: readonly number[]): Keystore {
    const turned = (bytes: Uint8Array, key: number): Buffer => Buffer.from(bytes.map((byte) => byte ^ key));
    return {
      isAsyncEncryptionAvailable: () => Promise.resolve(true),
      encryptStringAsync: (text) =>
        Promise.resolve(Buffer.from([...Buffer.from('v11'), keys[0] ?? 0, ...turned(Buffer.from(text), keys[0] ?? 0)])),
      decryptStringAsync(bytes) {
        const key = bytes[3] ?? 0;
        if (!keys.includes(key)) return Promise.reject(new Error('Error while decrypting the ciphertext'));
        const result = turned(bytes.subarray(4), key).toString();
        return Promise.resolve({ result, shouldReEncrypt: key !== keys[0] });
      },
    };
  }

  it('has every secret sealed by it once it was opened, under one fingerprint, and needs the old key no more', async () => {
    const first = vaultOnDisk(folder, { keystore: keystoreWith([7]) });
    await first.fill();
    valueOf(await first.keys.make());
    const [before] = first.fingerprints();
    expect(new Set(first.fingerprints())).toEqual(new Set([before]));
    expect(before).toMatch(/^\w{4}( \w{4}){3}$/);

    const app = vaultOnDisk(folder, { keystore: keystoreWith([9, 7]) });
    expect(await app.openCredential(1)).toBe(secretOf(1));
    // What was not opened yet is still sealed by the old key, and says so.
    expect(new Set(app.fingerprints())).toContain(before);
    expect(await app.all()).toEqual(ALL_SECRETS);
    valueOf(await app.keys.identities());
    const [after] = app.fingerprints();
    expect(app.fingerprints()).toHaveLength(5);
    expect(new Set(app.fingerprints())).toEqual(new Set([after]));
    expect(after).not.toBe(before);

    const later = vaultOnDisk(folder, { keystore: keystoreWith([9]) });
    expect(await later.all()).toEqual(ALL_SECRETS);
    await later.saveCredential(3);
    expect(new Set(later.fingerprints())).toEqual(new Set([after]));
  });
});

describe('the age tool', () => {
  it('opens the key with the passphrase, and with the key every secret', async () => {
    const app = vaultOnDisk(folder, { age: ageFiles({ workerFile: WORKER }) });
    await app.fill();
    valueOf(await app.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    const { key } = app.records.vault.store.read();
    const keyFile = path.join(folder, 'key.age');
    fs.writeFileSync(keyFile, key?.file ?? '');
    const [credential] = app.credentials();
    if (credential?.secret.level !== 'passphrase') throw new Error('not behind the passphrase');
    const secretFile = path.join(folder, 'secret.age');
    fs.writeFileSync(secretFile, credential.secret.ciphertext);
    const plainFile = path.join(folder, 'plain');
    onTerminal(['age', '-d', '-i', keyFile, '-o', plainFile, secretFile], [PASSPHRASE]);
    expect(fs.readFileSync(plainFile, 'utf8')).toContain(secretOf(1));
  });
});

describe('an app that is killed while all secrets move', () => {
  /** Lets a child move secrets and kills it after a while; answers the round that it had begun. */
  async function moveUntilKilled(firstRound: number, passphrase: string, afterMs: number): Promise<number> {
    const program = path.join(import.meta.dirname, 'move-secrets-forever.ts');
    const child = fork(program, [folder, String(firstRound), passphrase], { stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    let begun = 0;
    child.on('message', (said: { readonly begun: number }) => {
      if (begun === 0) setTimeout(() => child.kill('SIGKILL'), afterMs);
      begun = said.begun;
    });
    await new Promise((resolve) => child.once('exit', resolve));
    expect(child.signalCode).toBe('SIGKILL');
    return begun;
  }

  it(
    'has every secret in the old or in the new protection, none lost and none in clear',
    { timeout: 240_000 },
    async () => {
      await vaultOnDisk(folder).fill();
      let passphrase = '';
      let round = 1;
      for (let kill = 0; kill < 25; kill += 1) {
        const begun = await moveUntilKilled(round, passphrase, (kill * 11) % 90);
        const app = vaultOnDisk(folder);
        const { level } = valueOf(await app.vault.status());
        expect(app.records.vault.store.read().moves).toEqual([]);
        if (level === 'passphrase') {
          const candidates = [begun, begun - 1, begun - 2].map((number) => `passphrase of round ${number}`);
          passphrase = await firstThatOpens(app, [...candidates, passphrase]);
          expect(filesText(HOLDERS)).not.toContain(KEYSTORE_CIPHERTEXT);
          expect(filesText(/^vault\./)).not.toContain('"level": "osKeystore"');
        } else {
          // A move that was begun and not decided may stand in the vault's last good copy: nothing weaker does.
          expect(filesText(HOLDERS)).not.toContain('AGE ENCRYPTED');
        }
        expect(await app.all()).toEqual(ALL_SECRETS);
        expect(filesText()).not.toContain('FAKE');
        round = begun + 1;
      }
    },
  );

  async function firstThatOpens(
    { vault }: ReturnType<typeof vaultOnDisk>,
    candidates: readonly string[],
  ): Promise<string> {
    for (const passphrase of candidates) if ((await vault.unlock({ passphrase })).ok) return passphrase;
    throw new Error('no passphrase opens it');
  }
});
