// The SecretBox port over Electron's safeStorage, honest about what it protects. Not to be used before the app is ready.
import type { Protection } from '#contract/credentials.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Log, OpenFailure, SealedSecret, SecretBox } from '../core/ports.ts';
import { describeForLog } from './describe-for-log.ts';
import { cipherOver } from './keystore-cipher.ts';
import type { Cipher, Keystore } from './keystore-cipher.ts';

export interface SecretBoxOptions {
  readonly keystore: Keystore;
  readonly platform: NodeJS.Platform;
  readonly log: Log;
  /** Told when the keystore has a newer key: the same secret, sealed anew, to be stored in place of the old one. */
  readonly onResealed?: OnResealed;
}

/** Hears of a secret that the keystore opened by an older key, and of the same one sealed by the newest. */
export type OnResealed = (before: SealedSecret, after: SealedSecret) => void | Promise<void>;

const NO_PROTECTION: Protection = { level: 'sessionOnly', backend: 'none' };

/**
 * Chromium's mark on ciphertext that was made with a constant key: on Linux, where nothing protects it, the
 * asynchronous half calls that available. A real keyring marks `v11` or later. On macOS and Windows the same mark is
 * the usual one and says nothing.
 */
const CONSTANT_KEY_MARK = 'v10';
/** When something does not open, the only sign of a locked keystore is the text of the error. */
const LOCKED = /temporarily unavailable/i;

export function electronSecretBox(options: SecretBoxOptions): SecretBox {
  const { keystore, platform, log } = options;
  const cipher = cipherOver(keystore);
  const backend = (): string => backendOf(keystore, platform);
  const encrypt = (plaintext: string): Promise<Encrypted> => encryptWith(cipher, plaintext, options);

  async function seal(plaintext: string): Promise<Result<SealedSecret, OpenFailure> | null> {
    const bytes = await encrypt(plaintext);
    if (bytes === 'unprotected') return null;
    return bytes === 'locked'
      ? fail({ code: 'secretLocked' })
      : ok({ ciphertext: bytes.toString('base64'), backend: backend() });
  }

  async function open(sealed: SealedSecret): Promise<Result<string, OpenFailure>> {
    const bytes = Buffer.from(sealed.ciphertext, 'base64');
    // Not of our making: nothing sealed is empty (which opens as ''), and what nothing protected was never stored.
    if (bytes.length === 0 || isUnprotected(bytes, platform)) return fail({ code: 'secretUnreadable' });
    try {
      if (!(await cipher.isAvailable())) return fail({ code: 'secretUnavailable' });
      const { result, shouldReEncrypt } = await cipher.decrypt(bytes);
      if (shouldReEncrypt) await reseal(sealed, result);
      return ok(result);
    } catch (error: unknown) {
      log.warn('The keystore did not open', { sealedBy: sealed.backend, ...describeForLog(error) });
      return fail({ code: await whyNotOpened(error) });
    }
  }

  /**
   * Locked and unavailable may be tried again, unreadable needs the credentials file. Without its keyring Linux does not say locked:
   * it tries the constant key and fails. As long as nothing protects, the keyring is away, not the secret.
   */
  async function whyNotOpened(error: unknown): Promise<OpenFailure['code']> {
    if (isLocked(error)) return 'secretLocked';
    const now = await encrypt('probe');
    if (now === 'locked') return 'secretLocked';
    return now === 'unprotected' ? 'secretUnavailable' : 'secretUnreadable';
  }

  async function reseal(before: SealedSecret, plaintext: string): Promise<void> {
    const after = await seal(plaintext);
    if (after?.ok === true) await options.onResealed?.(before, after.value);
  }

  async function protection(): Promise<Protection> {
    // A locked keystore is there all the same.
    return (await encrypt('probe')) === 'unprotected' ? NO_PROTECTION : { level: 'osKeystore', backend: backend() };
  }
  return { protection, seal, open };
}

type Encrypted = Buffer | 'locked' | 'unprotected';

/**
 * Encrypts, if that protects anything now. A keystore that is available and refuses is locked: no platform says so when
 * it encrypts (macOS and Windows merely fail without their key).
 */
async function encryptWith(
  cipher: Cipher,
  plaintext: string,
  { platform, log }: Pick<SecretBoxOptions, 'platform' | 'log'>,
): Promise<Encrypted> {
  let isAvailable = false;
  try {
    isAvailable = await cipher.isAvailable();
    if (!isAvailable) return 'unprotected';
    const bytes = await cipher.encrypt(plaintext);
    return isUnprotected(bytes, platform) ? 'unprotected' : bytes;
  } catch (error: unknown) {
    log.warn('The keystore did not seal', describeForLog(error));
    return isAvailable ? 'locked' : 'unprotected';
  }
}

function isUnprotected(bytes: Buffer, platform: NodeJS.Platform): boolean {
  return platform === 'linux' && bytes.subarray(0, CONSTANT_KEY_MARK.length).toString('latin1') === CONSTANT_KEY_MARK;
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && LOCKED.test(error.message);
}

function backendOf(keystore: Keystore, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'keychain';
  if (platform === 'win32') return 'dpapi';
  const name = keystore.getSelectedStorageBackend?.() ?? 'unknown';
  // Both say that the desktop was not recognised, but a real keyring sealed: more is not known of it.
  return name === 'basic_text' || name === 'unknown' ? 'keyring' : name;
}
