// A secret box that really encrypts, with a key of its own, and is locked, missing or slow when a test says so.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Protection } from '#contract/credentials.ts';
import { fail, ok } from '#contract/result.ts';
import type { SecretBox } from '../../main/core/ports.ts';
import { deferred } from './deferred.ts';

type Trouble = 'none' | 'locked' | 'unprotected';

export interface ScriptedSecretBox extends SecretBox {
  /** 'locked': the keystore is there and refuses; 'unprotected': the system has none. */
  become(trouble: Trouble): void;
  /** How often the keystore was touched, by operation. */
  readonly touched: { protection: number; seal: number; open: number };
  /** Makes the next `seal` or `open` wait, as behind a password prompt, until the returned function is called. */
  holdNext(): () => void;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function encrypt(key: Buffer, plaintext: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

function decrypt(key: Buffer, ciphertext: string): string | null {
  const bytes = Buffer.from(ciphertext, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString();
  } catch {
    return null;
  }
}

/** Two boxes do not open each other's secrets, as two machines do not. */
export function scriptedSecretBox(backend = 'gnome_libsecret'): ScriptedSecretBox {
  const key = randomBytes(32);
  const touched = { protection: 0, seal: 0, open: 0 };
  let trouble: Trouble = 'none';
  const prompts: Promise<null>[] = [];
  return {
    touched,
    become(next) {
      trouble = next;
    },
    holdNext() {
      const prompt = deferred<null>();
      prompts.push(prompt.promise);
      return () => prompt.resolve(null);
    },
    protection() {
      touched.protection += 1;
      const protection: Protection =
        trouble === 'unprotected' ? { level: 'sessionOnly', backend: 'none' } : { level: 'osKeystore', backend };
      return Promise.resolve(protection);
    },
    async seal(plaintext) {
      touched.seal += 1;
      await prompts.shift();
      if (trouble === 'unprotected') return null;
      if (trouble === 'locked') return fail({ code: 'secretLocked' });
      return ok({ ciphertext: encrypt(key, plaintext), backend });
    },
    async open(sealed) {
      touched.open += 1;
      await prompts.shift();
      if (trouble === 'locked') return fail({ code: 'secretLocked' });
      const plaintext = trouble === 'unprotected' ? null : decrypt(key, sealed.ciphertext);
      return plaintext === null ? fail({ code: 'secretUnreadable' }) : ok(plaintext);
    },
  };
}
