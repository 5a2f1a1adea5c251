// How secrets are protected, as the window may know and change it: the level, never a key.
import type { Protection } from './credentials.ts';
import type { Result } from './result.ts';
import type { ProtectInput } from './vault-inputs.ts';

/** What keeps secrets: the operating system's keystore, a passphrase, or only this run's memory. */
export type ProtectionLevel = Protection['level'];

export interface VaultStatus {
  /** What shall keep secrets from now on. On a machine without a keystore `osKeystore` means this run only. */
  readonly level: ProtectionLevel;
  /** True when the passphrase must be given before what it protects can be used. */
  readonly isLocked: boolean;
  /** The fingerprint of the key that the passphrase protects; null when there is no passphrase. */
  readonly keyFingerprint: string | null;
  /** True while something waits for the passphrase. */
  readonly isUnlockWanted: boolean;
}

/** What moving all secrets to another protection did. */
export interface ResealOutcome {
  readonly status: VaultStatus;
  /** How many secrets were moved. */
  readonly moved: number;
  /** How many no key opens any more: they were left as they are. */
  readonly left: number;
  /** How many a keystore sealed that is not there now: left as they are too, they open when it is back. */
  readonly waiting: number;
  /** How many files that were set aside as unreadable still hold what was sealed before. */
  readonly setAside: number;
}

type Answer<Value> = Promise<Result<Value>>;

/** The operations of the Bridge that protect secrets. */
export interface VaultOperations {
  /** What protects secrets. Touches no keystore. */
  status(): Answer<VaultStatus>;
  /** What the operating system's keystore would be: `sessionOnly` when there is none. Touches it. */
  keystore(): Answer<Protection>;
  /** Takes the passphrase for this run. Failures: `passphraseWrong`, `passphraseMissing` (none is set). */
  unlock(input: { passphrase: string }): Answer<VaultStatus>;
  /** What waits for the passphrase gives up. */
  dismissUnlock(): Answer<VaultStatus>;
  /** Forgets the passphrase's key and the tokens that were got with what it protects. */
  lock(): Answer<VaultStatus>;
  /**
   * Moves every secret to a protection, all or none; to a passphrase that is new, where that is chosen. The keystore in
   * force takes what is not there yet. Failures: `keystoreMissing` and the secret codes: then nothing was moved.
   */
  protect(input: ProtectInput): Answer<ResealOutcome>;
  /** Seals everything anew with a new key behind the new passphrase, all or nothing. Failures: as `unlock`, `protect`. */
  changePassphrase(input: { passphrase: string; nextPassphrase: string }): Answer<ResealOutcome>;
  /** For a passphrase nobody knows any more: what it protects can never be opened again, the records stay. */
  giveUpPassphrase(): Answer<VaultStatus>;
  /** Deletes the files that were set aside as unreadable and hold sealed secrets; none is no mistake. */
  removeSetAside(): Answer<null>;
  /** Keeps the window out of screenshots and shared screens while a secret or a passphrase is typed. */
  shield(input: { isOn: boolean }): Answer<null>;
}
