// Tells whether the keystore still has the key it had: a random value that it sealed is opened, or made anew when it cannot be.
import type { NewId, RecordStore, SealedSecret, SecretBox } from '../ports.ts';
import { keyFingerprint } from './passphrase-key.ts';
import type { StoredVault } from './stored-vault.ts';

export interface KeystoreMarkPorts {
  readonly keystore: Pick<SecretBox, 'seal' | 'open'>;
  readonly store: RecordStore<StoredVault>;
  readonly newId: NewId;
}

export interface KeystoreMark {
  /** The fingerprint of the key that seals now; '' when it cannot be told. Touches the keystore once a run. */
  fingerprint(): Promise<string>;
  /** The same as far as it is known in this run. */
  known(): string;
  /**
   * To be told that the keystore opened something by an older key than the one that seals now: when that was the mark,
   * another one is made, because it stood for the older key. True then.
   */
  renew(before: SealedSecret): Promise<boolean>;
}

/** The keystore never shows its key; but what opens the mark is the key that made it. */
export function keystoreMark({ keystore, store, newId }: KeystoreMarkPorts): KeystoreMark {
  let known = '';

  async function valueOf(mark: SealedSecret | null): Promise<string | null> {
    const opened = mark === null ? null : await keystore.open(mark);
    // While it was opened, it may have turned out to stand for an older key.
    if (known !== '') return null;
    if (opened?.ok === true) return opened.value;
    // Closed for now is no reason to think that it has another key.
    return opened === null || opened.failure.code === 'secretUnreadable' ? makeMark() : null;
  }

  async function makeMark(): Promise<string | null> {
    const value = newId();
    const sealed = await keystore.seal(value);
    if (sealed?.ok !== true) return null;
    const { ciphertext, backend } = sealed.value;
    const written = store.write({ ...store.read(), keystoreMark: { ciphertext, backend } });
    return written.ok ? value : null;
  }

  return {
    known: () => known,
    async renew(before) {
      if (store.read().keystoreMark?.ciphertext !== before.ciphertext) return false;
      const value = await makeMark();
      if (value !== null) known = keyFingerprint(value);
      return true;
    },
    async fingerprint() {
      if (known !== '') return known;
      const value = await valueOf(store.read().keystoreMark);
      if (value !== null) known = keyFingerprint(value);
      return known;
    },
  };
}
