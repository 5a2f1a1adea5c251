// What an opened age file holds, whichever of the two kinds it is.
import type { BackupDocument } from '../backup/backup-document.ts';
import type { ReadCredentials } from '../credentials/read-credentials.ts';
import type { HandedCredential } from './hand-off-document.ts';

/** Pega's own download, or another file that is read like it; it says nothing of the hub. */
interface HandedFile extends ReadCredentials {
  readonly kind: 'credentialsFile';
}

export type Handed = HandedCredential | HandedFile;

export interface OpenedContent {
  readonly note: string;
  /** null when the file does not say. */
  readonly madeAtMs: number | null;
  readonly credentials: readonly Handed[];
  readonly backup: BackupDocument | null;
}
