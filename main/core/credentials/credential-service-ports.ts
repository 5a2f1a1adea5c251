// What the operations on hubs and credentials are given.
import type { Result } from '#contract/result.ts';
import type { KeptBackups } from '../backup/kept-backups.ts';
import type { ImportedFile } from '../downloads/imported-file.ts';
import type { SealedFiles } from '../hand-off/sealed-files.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { Clock, FileReader, NewId, SecretBox, StorageFailure } from '../ports.ts';
import type { ConnectionTest } from '../registrations/connection-test.ts';
import type { CredentialDrafts } from './credential-drafts.ts';
import type { CredentialVault } from './credential-vault.ts';

export interface CredentialServicePorts {
  readonly book: HubBook;
  readonly vault: CredentialVault;
  /** To say what would protect a secret before it is saved. */
  readonly secretBox: Pick<SecretBox, 'protection' | 'keyOf'>;
  readonly fileReader: FileReader;
  /** Keeps what turns out to be an age file, to be opened. */
  readonly sealedFiles: Pick<SealedFiles, 'keep'>;
  /** Keeps what turns out to be a backup, to be taken over. */
  readonly backups: Pick<KeptBackups, 'keepFile'>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly connectionTest: ConnectionTest;
  /** Where the practice hub answers, or last answered; null when it never ran. */
  readonly practiceHubOrigin: () => string | null;
  /** Removes all that is kept of a hub on this machine, just before the hub itself is removed. */
  readonly removeKept: (hubId: string) => Promise<Result<null, StorageFailure>>;
  /** Hubs or credentials are not what they were. */
  readonly onHubsChanged: () => void;
  /** A token or a refusal that is remembered of this credential no longer counts. */
  readonly onCredentialReplaced: (credentialId: string) => void;
  /** The credentials that this file holds are saved now. */
  readonly onImported: (file: ImportedFile) => Promise<void>;
  readonly onCredentialRemoved: (credentialId: string) => void;
}

/** The ports and the drafts, for each group of operations to take its part of. */
export type CredentialParts = CredentialServicePorts & { readonly drafts: CredentialDrafts };
