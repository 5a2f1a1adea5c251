// The secret box against doubles of both halves of safeStorage, the newer one typed by Electron's own definitions. The
// real keyring in the real Electron is asked in test/e2e.
import type { SafeStorage } from 'electron';
import { describe, expect, it } from 'vitest';
import { electronSecretBox } from '../../../../main/adapters/electron-secret-box.ts';
import type { AsyncKeystore, Keystore, SyncKeystore } from '../../../../main/adapters/keystore-cipher.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { recordingLog } from '../../../doubles/recording-log.ts';

const SECRET = 'fake-secret-4711';

/** What the machine does at the moment. */
interface Machine {
  platform: NodeJS.Platform;
  /** A keyring, the keychain or DPAPI. */
  isKeystoreThere: boolean;
  isLocked?: boolean;
  /** Encrypting fails without a reason that we know. */
  isRefusing?: boolean;
  /** Changes when the keyring was made anew. */
  key: string;
  isKeyRotated?: boolean;
  /** What Linux guesses from the desktop's name. */
  backend?: ReturnType<SafeStorage['getSelectedStorageBackend']>;
}

const gnome = (): Machine => ({ platform: 'linux', isKeystoreThere: true, key: 'one', backend: 'gnome_libsecret' });

/** Chromium's ciphertext: a mark of three characters, then what only the same key turns back. */
function encrypted(machine: Machine, text: string): Buffer {
  const isReal = machine.isKeystoreThere;
  const mark = machine.platform === 'linux' && isReal ? 'v11' : 'v10';
  return Buffer.from(`${mark}${isReal ? machine.key : 'peanuts'}:${Buffer.from(text).toString('hex')}`);
}

function decrypted(machine: Machine, bytes: Buffer): string {
  const key = machine.isKeystoreThere ? machine.key : 'peanuts';
  const [, sealedWith, hex] = /^v1\d(\w+):([0-9a-f]*)$/.exec(bytes.toString()) ?? [];
  if (sealedWith !== key || hex === undefined) throw new Error('Error while decrypting the ciphertext provided');
  return Buffer.from(hex, 'hex').toString();
}

/** As in Electron 33: on Linux without a keyring it says not available. */
function syncKeystore(machine: Machine): Keystore {
  const keystore: SyncKeystore = {
    isEncryptionAvailable: () => machine.isKeystoreThere && machine.isLocked !== true,
    encryptString: (text) => encrypted(machine, text),
    decryptString: (bytes) => decrypted(machine, bytes),
  };
  return { ...keystore, ...backendOf(machine) };
}

/** As in Electron 45: on Linux without a keyring it says available and encrypts with a constant key. */
function asyncKeystore(machine: Machine): Keystore {
  const temporarily = (): void => {
    if (machine.isLocked === true) throw new Error('Encryption is temporarily unavailable. Please try again.');
    if (machine.isRefusing === true) throw new Error(`Error while encrypting ${SECRET}`);
  };
  const unused = (): never => {
    throw new Error('The synchronous half is deprecated');
  };
  const keystore: Pick<SafeStorage, keyof AsyncKeystore> & SyncKeystore = {
    isAsyncEncryptionAvailable: () => Promise.resolve(machine.isKeystoreThere || machine.platform === 'linux'),
    async encryptStringAsync(text) {
      temporarily();
      return Promise.resolve(encrypted(machine, text));
    },
    async decryptStringAsync(bytes) {
      temporarily();
      const shouldReEncrypt = machine.isKeyRotated === true;
      return Promise.resolve({ result: decrypted(machine, bytes), shouldReEncrypt });
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
    const box = boxOn({ platform, isKeystoreThere: true, key: 'one' });
    expect(await box.protection()).toEqual({ level: 'osKeystore', backend });
    const sealed = await box.seal(SECRET);
    if (sealed?.ok !== true) throw new Error('Nothing was sealed');
    expect(sealed.value.backend).toBe(backend);
    expect(await box.open(sealed.value)).toEqual(ok(SECRET));
  });

  it('seals nothing on Linux without a keyring, whatever name the desktop suggests', async () => {
    const box = boxOn({ ...gnome(), isKeystoreThere: false });
    expect(await box.protection()).toEqual({ level: 'sessionOnly', backend: 'none' });
    expect(await box.seal(SECRET)).toBeNull();
  });

  it('seals with a real keyring on a desktop that Electron does not know', async () => {
    const box = boxOn({ ...gnome(), backend: 'basic_text' });
    expect(await box.protection()).toEqual({ level: 'osKeystore', backend: 'keyring' });
    expect(await box.seal(SECRET)).toMatchObject({ ok: true, value: { backend: 'keyring' } });
  });

  it('says unavailable while the keyring is away, and opens when it is back', async () => {
    const machine = gnome();
    const box = boxOn(machine);
    const sealed = await box.seal(SECRET);
    if (sealed?.ok !== true) throw new Error('Nothing was sealed');
    machine.isKeystoreThere = false;
    expect(await box.open(sealed.value)).toEqual(fail({ code: 'secretUnavailable' }));
    machine.isKeystoreThere = true;
    // The synchronous half does not tell a closed keyring from one that is away.
    machine.isLocked = true;
    const code = name === 'synchronous' ? 'secretUnavailable' : 'secretLocked';
    expect(await box.open(sealed.value)).toEqual(fail({ code }));
    machine.isLocked = false;
    expect(await box.open(sealed.value)).toEqual(ok(SECRET));
  });

  it('says unreadable when the keyring is there and has another key', async () => {
    const machine = gnome();
    const sealed = await boxOn(machine).seal(SECRET);
    if (sealed?.ok !== true) throw new Error('Nothing was sealed');
    const log = recordingLog();
    expect(await boxOn({ ...machine, key: 'two' }, log).open(sealed.value)).toEqual(fail({ code: 'secretUnreadable' }));
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
    const machine = { ...gnome(), isKeystoreThere: false };
    const ciphertext = encrypted(machine, SECRET).toString('base64');
    expect(await boxOn(machine).open({ ciphertext, backend: 'basic_text' })).toEqual(
      fail({ code: 'secretUnreadable' }),
    );
  });
});

describe('with the asynchronous half of safeStorage', () => {
  const boxOn = (machine: Machine, log = recordingLog()) =>
    electronSecretBox({ keystore: asyncKeystore(machine), platform: machine.platform, log });

  it('a locked keystore is there, seals nothing now, and says so', async () => {
    const box = boxOn({ ...gnome(), isLocked: true });
    expect(await box.protection()).toEqual({ level: 'osKeystore', backend: 'gnome_libsecret' });
    expect(await box.seal(SECRET)).toEqual(fail({ code: 'secretLocked' }));
  });

  it('a keystore that refuses counts as none, and its words are not repeated', async () => {
    const log = recordingLog();
    const box = boxOn({ ...gnome(), isRefusing: true }, log);
    expect(await box.seal(SECRET)).toBeNull();
    expect(await box.protection()).toEqual({ level: 'sessionOnly', backend: 'none' });
    expect(log.lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(log.lines)).not.toContain(SECRET);
  });

  it('a secret whose key was replaced is opened, and handed over sealed anew', async () => {
    const machine = gnome();
    const resealed: unknown[] = [];
    const box = electronSecretBox({
      keystore: asyncKeystore(machine),
      platform: 'linux',
      log: recordingLog(),
      onResealed: (before, after) => resealed.push({ before, after }),
    });
    const sealed = await box.seal(SECRET);
    if (sealed?.ok !== true) throw new Error('Nothing was sealed');
    expect(await box.open(sealed.value)).toEqual(ok(SECRET));
    expect(resealed).toEqual([]);
    machine.isKeyRotated = true;
    expect(await box.open(sealed.value)).toEqual(ok(SECRET));
    expect(resealed).toEqual([{ before: sealed.value, after: sealed.value }]);
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
