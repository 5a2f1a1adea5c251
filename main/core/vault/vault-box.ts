// The SecretBox of the app: the keystore or the passphrase's key, whichever shall keep secrets, and for opening whichever did.
import type { Protection } from '#contract/credentials.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { AGE_BACKEND } from '../credentials/stored-secret.ts';
import type { OpenFailure, RecordStore, SealedSecret, SecretBox } from '../ports.ts';
import type { KeystoreMark } from './keystore-mark.ts';
import { keyFingerprint, type PassphraseKey } from './passphrase-key.ts';
import type { StoredVault } from './stored-vault.ts';

export interface VaultBoxPorts {
  readonly keystore: SecretBox;
  readonly mark: KeystoreMark;
  readonly key: PassphraseKey;
  readonly store: RecordStore<StoredVault>;
  /**
   * True when what is kept of the protection is there but cannot be read, so that nobody knows what shall keep secrets:
   * then nothing is sealed, and what a passphrase protects waits.
   */
  readonly isBeyondReach: boolean;
}

type Sealing = Result<SealedSecret, OpenFailure> | null;

const SESSION: Protection = { level: 'sessionOnly', backend: 'none' };

export function vaultBox(ports: VaultBoxPorts): SecretBox {
  const { keystore, mark, key, store, isBeyondReach } = ports;

  async function sealFor({ level, key: stored }: StoredVault, plaintext: string): Promise<Sealing> {
    if (level === 'sessionOnly') return null;
    if (level === 'osKeystore' || stored === null) return sealInKeystore(ports, plaintext);
    return ok({ ciphertext: await key.seal(plaintext, stored.publicKey), backend: AGE_BACKEND });
  }

  async function seal(plaintext: string): Promise<Sealing> {
    if (isBeyondReach) return fail({ code: 'vaultUnavailable' });
    const before = store.read();
    const sealed = await sealFor(before, plaintext);
    const now = store.read();
    // Everything moved meanwhile: this would be left behind.
    return now.level === before.level && now.key?.publicKey === before.key?.publicKey ? sealed : seal(plaintext);
  }

  /** A move may be decided and not yet done in the record that this comes from. */
  function sealedNow(sealed: SealedSecret): SealedSecret {
    const to = store.read().moves.find(({ from }) => from === sealed.ciphertext)?.to;
    return to === undefined || to.level === 'sessionOnly' ? sealed : to;
  }

  return {
    seal,
    open(given) {
      const sealed = sealedNow(given);
      return sealed.backend === AGE_BACKEND ? openWithKey(ports, sealed) : keystore.open(sealed);
    },
    async protection() {
      const { level, key: stored } = store.read();
      if (level === 'sessionOnly' || isBeyondReach) return SESSION;
      if (level === 'osKeystore' || stored === null) return keystore.protection();
      return { level: 'passphrase', backend: AGE_BACKEND, keyFingerprint: keyFingerprint(stored.publicKey) };
    },
    known(given) {
      if (sealedNow(given).backend !== AGE_BACKEND) return null;
      if (isBeyondReach) return 'unavailable';
      if (store.read().key === null) return 'unreadable';
      return key.isLocked ? 'locked' : null;
    },
    keyOf({ backend }) {
      const { key: stored } = store.read();
      if (backend !== AGE_BACKEND) return mark.known();
      return stored === null ? '' : keyFingerprint(stored.publicKey);
    },
  };
}

/** Seals in the keystore, and knows by which key from then on. */
export async function sealInKeystore(
  { keystore, mark }: Pick<VaultBoxPorts, 'keystore' | 'mark'>,
  plaintext: string,
): Promise<Sealing> {
  const sealed = await keystore.seal(plaintext);
  if (sealed?.ok === true) await mark.fingerprint();
  return sealed;
}

async function openWithKey(
  { key, store, isBeyondReach }: VaultBoxPorts,
  { ciphertext }: SealedSecret,
): Promise<Result<string, OpenFailure>> {
  if (isBeyondReach) return fail({ code: 'vaultUnavailable' });
  if (store.read().key === null) return fail({ code: 'secretUnreadable' });
  const opened = await key.open(ciphertext);
  if (opened.ok) return opened;
  return fail({ code: opened.failure === 'locked' ? 'vaultLocked' : 'secretUnreadable' });
}
