// The backups that were dropped, chosen or found in a hand-off in this run: in memory only, until they are taken over.
import type { Failure } from '#contract/failure.ts';
import { readJson } from '../answers/json-reading.ts';
import type { NewId } from '../ports.ts';
import { isBackup, parseBackup, type BackupDocument } from './backup-document.ts';

export interface KeptBackup {
  readonly planId: string;
  readonly fileName: string;
  readonly document: BackupDocument;
}

export interface KeptBackups {
  keep(document: BackupDocument, fileName: string): KeptBackup;
  /** Keeps a backup file and says so as a failure of reading credentials; null when the bytes are no backup of ours. */
  keepFile(fileName: string, bytes: Uint8Array): Extract<Failure, { code: 'fileIsBackup' | 'backupUnreadable' }> | null;
  find(planId: string): KeptBackup | null;
  /** One that is gone already is no mistake. */
  discard(planId: string): void;
}

/** A person looks at one at a time; what is left lying goes. */
const BACKUPS_LIMIT = 20;

export function keptBackups(newId: NewId): KeptBackups {
  const backups = new Map<string, KeptBackup>();

  function keep(document: BackupDocument, fileName: string): KeptBackup {
    const kept = { planId: newId(), fileName, document };
    backups.set(kept.planId, kept);
    const [oldest] = backups.keys();
    if (backups.size > BACKUPS_LIMIT && oldest !== undefined) backups.delete(oldest);
    return kept;
  }

  return {
    keep,
    keepFile(fileName, bytes) {
      const json = readJson(new TextDecoder().decode(bytes));
      if (!json.ok || !isBackup(json.value)) return null;
      const read = parseBackup(json.value);
      if (!read.ok) return { code: 'backupUnreadable', fileName, isNewer: read.failure === 'newer' };
      return { code: 'fileIsBackup', fileName, planId: keep(read.value, fileName).planId };
    },
    find: (planId) => backups.get(planId) ?? null,
    discard: (planId) => void backups.delete(planId),
  };
}
