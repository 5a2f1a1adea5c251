// The secret box against doubles of both halves of safeStorage, the newer one typed by Electron's own definitions. The
// real keyring in the real Electron is asked in test/e2e.
import type { SafeStorage } from 'electron';
import { describe, expect, it } from 'vitest';
import { electronSecretBox } from '../../../../main/adapters/electron-secret-box.ts';
import type { AsyncKeystore, Keystore, SyncKeystore } from '../../../../main/adapters/keystore-cipher.ts';
import type { SealedSecret } from '../../../../main/core/ports.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { recordingLog } from '../../../doubles/recording-log.ts';

const SECRET = 'fake-secret-4711';

/** What the machine does at the moment. */
interface Machine {
  platform: NodeJS.Platform;
  /** A keyring, the keychain or DPAPI. */
  keystore: 'open' | 'locked' | 'absent';
  /** Newest first: the first one encrypts. Others, when the keyring was made anew. */
  keys: readonly string[];
  /** What Linux guesses from the desktop's name. */
  backend?: ReturnType<SafeStorage['getSelectedStorageBackend']>;
}

const gnome = (): Machine => ({ platform: 'linux', keystore: 'open', keys: ['one'], backend: 'gnome_libsecret' });
const keychain = (): Machine => ({ platform: 'darwin', keystore: 'open', keys: ['one'] });

/** Chromium's ciphertext: a mark of three characters, then what only the same key turns back. */
function encrypted({ platform, keys: [key = ''] }: Machine, text: string): Buffer {
  const mark = platform === 'linux' && key !== CONSTANT_KEY ? 'v11' : 'v10';
  return Buffer.from(`${mark}${key}:${Buffer.from(text).toString('hex')}`);
}

/** null when none of the keys made it. */
function decrypted({ keys }: Machine, bytes: Buffer): { readonly result: string; readonly key: string } | null {
  const [, key = '', hex = ''] = /^v1\d(\w+):([0-9a-f]*)$/.exec(bytes.toString()) ?? [];
  return keys.includes(key) ? { key, result: Buffer.from(hex, 'hex').toString() } : null;
}

/** The one that is in Chromium's source. */
const CONSTANT_KEY = 'peanuts';

/** As in Electron 33: on Linux without an open keyring it says not available. */
function syncKeystore(machine: Machine): Keystore {
  const keystore: SyncKeystore = {
    isEncryptionAvailable: () => machine.keystore === 'open',
    encryptString(text) {
      if (machine.keystore !== 'open') throw new Error('Error while encrypting the text provided');
      return encrypted(machine, text);
    },
    decryptString(bytes) {
      const text = machine.keystore === 'open' ? decrypted(machine, bytes) : null;
      if (text === null) throw new Error('Error while decrypting the ciphertext provided');
      return text.result;
    },
  };
  return { ...keystore, ...backendOf(machine) };
}

/** What a process of Electron 45 has got of the keystore, once and for all, when it was asked first. */
interface Encryptor extends Machine {
  /** The system said that the key is there and cannot be had now. */
  readonly isWaiting: boolean;
}

function encryptorOf(machine: Machine): Encryptor {
  if (machine.keystore === 'open') return { ...machine, isWaiting: false };
  const keys = machine.platform === 'linux' ? [CONSTANT_KEY] : [];
  return { ...machine, keys, isWaiting: machine.keystore === 'locked' };
}

/**
 * As in one process of Electron 45. It is available as soon as its encryptor was made; on Linux that one has a constant
 * key besides, with which it encrypts where the keyring gave none. Encrypting never says that a key is away for now.
 */
function asyncKeystore(machine: Machine): Keystore {
  let made: Encryptor | null = null;
  const encryptor = (): Encryptor => (made ??= encryptorOf(machine));
  const unused = (): never => {
    throw new Error('The synchronous half is deprecated');
  };
  const keystore: Pick<SafeStorage, keyof AsyncKeystore> & SyncKeystore = {
    isAsyncEncryptionAvailable() {
      encryptor();
      return Promise.resolve(true);
    },
    encryptStringAsync(text) {
      const what = 'Error while encrypting the text provided to safeStorage.encryptStringAsync.';
      return encryptor().keys.length === 0
        ? Promise.reject(new Error(what))
        : Promise.resolve(encrypted(encryptor(), text));
    },
    decryptStringAsync(bytes) {
      if (bytes.length === 0) return Promise.resolve({ result: '', shouldReEncrypt: false });
      const { keys, isWaiting } = encryptor();
      const text = decrypted(encryptor(), bytes);
      if (text !== null) return Promise.resolve({ result: text.result, shouldReEncrypt: text.key !== keys[0] });
      const what = isWaiting
        ? 'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.'
        : 'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.';
      return Promise.reject(new Error(what));
    },
    isEncryptionAvailable: unused,
    encryptString: unused,
    decryptString: unused,
  };
  return { ...keystore, ...backendOf(machine) };
}

function backendOf({ platform, backend = 'unknown' }: Machine): Pick<Keystore, 'getSelectedStorageBackend'> {
  return platform === 'linux' ? { getSelectedStorageBackend: () => backend } : {};
}

const halves = [
  ['synchronous', syncKeystore],
  ['asynchronous', asyncKeystore],
] as const;

describe.each(halves)('with the %s half of safeStorage', (name, keystoreOf) => {
  const boxOn = (machine: Machine, log = recordingLog()) =>
    electronSecretBox({ keystore: keystoreOf(machine), platform: machine.platform, log });

  it('seals a secret, names the keystore, and opens it again', async () => {
    const box = boxOn(gnome());
    expect(await box.protection()).toEqual({ level: 'osKeystore', backend: 'gnome_libsecret' });
    const sealed = await box.seal(SECRET);
    expect(sealed).toMatchObject({ ok: true, value: { backend: 'gnome_libsecret' } });
    if (sealed?.ok !== true) return;
    expect(Buffer.from(sealed.value.ciphertext, 'base64').subarray(0, 3).toString()).toBe('v11');
    expect(await box.open(sealed.value)).toEqual(ok(SECRET));
  });

  it.each([
    ['darwin', 'keychain'],
    ['win32', 'dpapi'],
  ] as const)('takes the mark v10 for the usual one on %s', async (platform, backend) => {
    const box = boxOn({ platform, keystore: 'open', keys: ['one'] });
    expect(await box.protection()).toEqual({ level: 'osKeystore', backend });
    const sealed = await box.seal(SECRET);
    if (sealed?.ok !== true) throw new Error('Nothing was sealed');
    expect(sealed.value.backend).toBe(backend);
    expect(await box.open(sealed.value)).toEqual(ok(SECRET));
  });

  it('seals nothing on Linux without a keyring, whatever name the desktop suggests', async () => {
    const box = boxOn({ ...gnome(), keystore: 'absent' });
    expect(await box.protection()).toEqual({ level: 'sessionOnly', backend: 'none' });
    expect(await box.seal(SECRET)).toBeNull();
  });

  it('seals with a real keyring on a desktop that Electron does not know', async () => {
    const box = boxOn({ ...gnome(), backend: 'basic_text' });
    expect(await box.protection()).toEqual({ level: 'osKeystore', backend: 'keyring' });
    expect(await box.seal(SECRET)).toMatchObject({ ok: true, value: { backend: 'keyring' } });
  });

  it.each(['locked', 'absent'] as const)(
    'while the keyring is %s a secret is not given up, and opens after a restart of the app with the keyring back',
    async (keystore) => {
      const machine = gnome();
      const sealed = await boxOn(machine).seal(SECRET);
      if (sealed?.ok !== true) throw new Error('Nothing was sealed');
      machine.keystore = keystore;
      const box = boxOn(machine);
      // Only the asynchronous half is told a locked keyring from one that is away.
      const code = name === 'asynchronous' && keystore === 'locked' ? 'secretLocked' : 'secretUnavailable';
      expect(await box.open(sealed.value)).toEqual(fail({ code }));
      expect(await box.seal(SECRET)).toBeNull();
      machine.keystore = 'open';
      expect(await boxOn(machine).open(sealed.value)).toEqual(ok(SECRET));
    },
  );

  it('says unreadable when the keyring is there and has another key', async () => {
    const machine = gnome();
    const sealed = await boxOn(machine).seal(SECRET);
    if (sealed?.ok !== true) throw new Error('Nothing was sealed');
    const log = recordingLog();
    expect(await boxOn({ ...machine, keys: ['two'] }, log).open(sealed.value)).toEqual(
      fail({ code: 'secretUnreadable' }),
    );
    expect(log.lines).toMatchObject([{ event: 'The keystore did not open', facts: { sealedBy: 'gnome_libsecret' } }]);
  });

  it.each(['', 'bm90IGEgY2lwaGVydGV4dA==', '!!!'])(
    'says unreadable of what is no ciphertext (%j)',
    async (ciphertext) => {
      const box = boxOn(gnome());
      expect(await box.open({ ciphertext, backend: 'gnome_libsecret' })).toEqual(fail({ code: 'secretUnreadable' }));
    },
  );

  it('does not open what a constant key sealed on Linux, although it could', async () => {
    const machine: Machine = { ...gnome(), keystore: 'absent' };
    const ciphertext = encrypted({ ...machine, keys: [CONSTANT_KEY] }, SECRET).toString('base64');
    expect(await boxOn(machine).open({ ciphertext, backend: 'basic_text' })).toEqual(
      fail({ code: 'secretUnreadable' }),
    );
  });
});

describe('with the asynchronous half of safeStorage', () => {
  const boxOn = (machine: Machine, log = recordingLog()) =>
    electronSecretBox({ keystore: asyncKeystore(machine), platform: machine.platform, log });

  it.each(['darwin', 'win32'] as const)('a keystore that gives no key on %s is there, and locked', async (platform) => {
    const machine: Machine = { ...keychain(), platform };
    const sealed = await boxOn(machine).seal(SECRET);
    if (sealed?.ok !== true) throw new Error('Nothing was sealed');
    machine.keystore = 'locked';
    const log = recordingLog();
    const box = boxOn(machine, log);
    expect(await box.protection()).toMatchObject({ level: 'osKeystore' });
    expect(await box.seal(SECRET)).toEqual(fail({ code: 'secretLocked' }));
    expect(await box.open(sealed.value)).toEqual(fail({ code: 'secretLocked' }));
    expect(JSON.stringify(log.lines)).not.toContain(SECRET);
  });

  it('a key that is away without a word counts as locked too: nothing shows that it is gone', async () => {
    const machine = keychain();
    const sealed = await boxOn(machine).seal(SECRET);
    if (sealed?.ok !== true) throw new Error('Nothing was sealed');
    const box = boxOn({ ...machine, keystore: 'absent' });
    expect(await box.open(sealed.value)).toEqual(fail({ code: 'secretLocked' }));
  });

  it('a keyring that comes back is noticed after a restart of the app, not before', async () => {
    const machine: Machine = { ...gnome(), keystore: 'absent' };
    const box = boxOn(machine);
    expect(await box.protection()).toMatchObject({ level: 'sessionOnly' });
    machine.keystore = 'open';
    expect(await box.protection()).toMatchObject({ level: 'sessionOnly' });
    expect(await boxOn(machine).protection()).toMatchObject({ level: 'osKeystore' });
  });

  it('a secret whose key was replaced is opened, and handed over sealed anew', async () => {
    const machine = gnome();
    const resealed: { before: SealedSecret; after: SealedSecret }[] = [];
    const boxWith = (keys: readonly string[]) =>
      electronSecretBox({
        keystore: asyncKeystore({ ...machine, keys }),
        platform: 'linux',
        log: recordingLog(),
        onResealed: (before, after) => void resealed.push({ before, after }),
      });
    const sealed = await boxWith(['one']).seal(SECRET);
    if (sealed?.ok !== true) throw new Error('Nothing was sealed');
    expect(await boxWith(['one']).open(sealed.value)).toEqual(ok(SECRET));
    expect(resealed).toEqual([]);
    expect(await boxWith(['two', 'one']).open(sealed.value)).toEqual(ok(SECRET));
    expect(resealed).toMatchObject([{ before: sealed.value }]);
    const after = resealed[0]?.after ?? sealed.value;
    expect(after.ciphertext).not.toBe(sealed.value.ciphertext);
    expect(await boxWith(['two']).open(after)).toEqual(ok(SECRET));
  });
});

it('making a box asks the keystore nothing, because the app may not be ready yet', () => {
  const untouchable = new Proxy({} as Keystore, {
    get: (_target, name) => {
      throw new Error(`${String(name)} was touched`);
    },
  });
  expect(() => electronSecretBox({ keystore: untouchable, platform: 'linux', log: recordingLog() })).not.toThrow();
});
