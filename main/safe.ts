// What keeps secrets, before anything is known of whose they are.
import type { Records } from './compose-records.ts';
import type { RecordStore, SecretBox, SetAside } from './core/ports.ts';
import type { KeystoreMark } from './core/vault/keystore-mark.ts';
import type { SealedRecord } from './core/vault/move-secrets.ts';
import type { PassphraseKey } from './core/vault/passphrase-key.ts';
import type { StoredVault } from './core/vault/stored-vault.ts';

/** The records with secrets in them. A record that gets some belongs in this list. */
export type SealedRecords = Pick<Records, 'hubs' | 'pairs' | 'keys' | 'reach'>;

export interface Safe {
  readonly box: SecretBox;
  readonly keystore: SecretBox;
  readonly mark: KeystoreMark;
  readonly key: PassphraseKey;
  readonly store: RecordStore<StoredVault>;
  readonly isKept: boolean;
  /** What is kept of the protection is there but cannot be read. */
  readonly isBeyondReach: boolean;
  /** What was set aside of the records with secrets, and of the one about their protection. */
  readonly setAside: readonly SetAside[];
  readonly records: Readonly<Record<keyof SealedRecords, SealedRecord>>;
}
