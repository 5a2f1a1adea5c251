// Where secrets can be moved to: the keystore, a passphrase's new key, or nowhere but memory.
import { ok } from '#contract/result.ts';
import { AGE_BACKEND } from '../credentials/stored-secret.ts';
import type { Target } from './move-secrets.ts';
import { keyFingerprint, type MadeKey, type PassphraseKey } from './passphrase-key.ts';
import { sealInKeystore, type VaultBoxPorts } from './vault-box.ts';

/** Nothing stays on the disk. */
export const intoSession: Target = {
  level: 'sessionOnly',
  key: null,
  seal: () => Promise.resolve(null),
  onDecided: () => undefined,
};

/** Sealed by the operating system's keystore. */
export function intoKeystore(ports: Pick<VaultBoxPorts, 'keystore' | 'mark' | 'key'>): Target {
  return {
    level: 'osKeystore',
    key: null,
    async seal(plaintext) {
      const sealed = await sealInKeystore(ports, plaintext);
      return sealed?.ok === true ? ok({ ...sealed.value, keyFingerprint: ports.mark.known() }) : sealed;
    },
    onDecided: () => ports.key.dismiss(),
  };
}

/** Sealed for a key that was just made; it counts as unlocked from the decision on. */
export function behind(made: MadeKey, key: PassphraseKey): Target {
  const { publicKey } = made.stored;
  return {
    level: 'passphrase',
    key: made.stored,
    seal: async (plaintext) =>
      ok({
        ciphertext: await key.seal(plaintext, publicKey),
        backend: AGE_BACKEND,
        keyFingerprint: keyFingerprint(publicKey),
      }),
    onDecided: () => key.take(made),
  };
}
