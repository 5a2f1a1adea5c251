// Saving hubs and settings into a file without secrets, and taking over such a file: said first, then done.
import type { Bridge } from '#contract/bridge.ts';
import type { BackupPlan } from '#contract/hand-off.ts';
import { HAND_OFF_LIMIT_BYTES } from '#contract/limits.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { AskWhereToSave, FileWriter } from '../exports/export-ports.ts';
import { suggestedName } from '../exports/file-name.ts';
import type { SealedFiles } from '../hand-off/sealed-files.ts';
import type { FileReader } from '../ports.ts';
import { applyBackup, type ApplyPorts } from './apply-backup.ts';
import { backupOf, type BackupDocument } from './backup-document.ts';
import type { KeptBackup, KeptBackups } from './kept-backups.ts';
import { planOf } from './plan-backup.ts';

export interface BackupPorts extends ApplyPorts {
  readonly sealedFiles: Pick<SealedFiles, 'keep'>;
  readonly kept: KeptBackups;
  readonly fileReader: FileReader;
  readonly files: FileWriter;
  readonly askWhereToSave: AskWhereToSave;
}

export interface BackupService {
  /** Without `choose`: that is the system's dialog followed by `readFile`. */
  readonly backup: Omit<Bridge['backup'], 'choose'>;
  readonly readFile: (path: string) => Promise<Result<BackupPlan>>;
  /** All hubs and settings of this computer, without secrets. */
  readonly document: () => BackupDocument;
  /** Keeps a document until it is taken over, and says what that would do. */
  readonly plan: (document: BackupDocument, fileName: string) => BackupPlan;
}

export function backupService(ports: BackupPorts): BackupService {
  const { book, settings, clock, kept, ways, certificateFiles } = ports;
  const here = () => ({ hubs: book.hubs(), settings: settings.now(), ways, certificateFiles });
  const planFor = ({ planId, fileName, document }: KeptBackup): BackupPlan => ({
    planId,
    fileName,
    ...planOf(document, here()),
  });
  const document = (): BackupDocument => backupOf({ ...here(), madeAtMs: clock.nowMs() });

  return {
    document,
    plan: (found, fileName) => planFor(kept.keep(found, fileName)),
    async readFile(path) {
      const found = await readBackupFile(path, ports);
      return found.ok ? ok(planFor(found.value)) : found;
    },
    backup: {
      async save() {
        const text = `${JSON.stringify(document(), null, 2)}\n`;
        const sizeBytes = new TextEncoder().encode(text).length;
        if (sizeBytes > HAND_OFF_LIMIT_BYTES) {
          return fail({ code: 'handOffTooLarge', what: 'backup', sizeBytes, limitBytes: HAND_OFF_LIMIT_BYTES });
        }
        const name = suggestedName('Fabric Registrar settings', clock.nowMs(), 'json');
        const file = await ports.askWhereToSave(name, 'json');
        if (file === null) return ok(null);
        const written = await ports.files.write(file, text);
        return written.ok ? ok({ fileName: file.fileName }) : written;
      },
      plan({ planId }) {
        const found = kept.find(planId);
        return Promise.resolve(found === null ? fail({ code: 'backupGone' }) : ok(planFor(found)));
      },
      apply(input) {
        const { planId } = input;
        const found = kept.find(planId);
        if (found === null) return Promise.resolve(fail({ code: 'backupGone' }));
        const applied = applyBackup(found.document, input, ports);
        if (applied.ok) kept.discard(planId);
        return Promise.resolve(applied);
      },
      discard({ planId }) {
        kept.discard(planId);
        return Promise.resolve(ok(null));
      },
    },
  };
}

async function readBackupFile(
  path: string,
  { fileReader, sealedFiles, kept }: BackupPorts,
): Promise<Result<KeptBackup>> {
  const file = await fileReader.read(path, HAND_OFF_LIMIT_BYTES);
  if (!file.ok) return file;
  const { fileName, bytes } = file.value;
  const sealed = sealedFiles.keep(fileName, bytes);
  if (sealed !== null) return fail(sealed);
  const backup = kept.keepFile(fileName, bytes) ?? ({ code: 'backupUnreadable', fileName, isNewer: false } as const);
  const found = backup.code === 'fileIsBackup' ? kept.find(backup.planId) : null;
  return found === null ? fail(backup) : ok(found);
}
