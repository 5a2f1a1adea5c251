// Saving hubs and settings into a file without secrets, and taking over such a file: said first, then done.
import type { Bridge } from '#contract/bridge.ts';
import type { BackupOutcome, BackupPlan } from '#contract/hand-off.ts';
import { HAND_OFF_LIMIT_BYTES } from '#contract/limits.ts';
import type { Settings } from '#contract/settings.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { AskWhereToSave, FileWriter } from '../exports/export-ports.ts';
import { suggestedName } from '../exports/file-name.ts';
import type { SealedFiles } from '../hand-off/sealed-files.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { Clock, FileReader, NewId, StorageFailure } from '../ports.ts';
import { backupOf, type BackupDocument } from './backup-document.ts';
import type { KeptBackup, KeptBackups } from './kept-backups.ts';
import { mergeHubs, type MergedHubs } from './merge-hubs.ts';
import { mergedSettings, newViews, planOf } from './plan-backup.ts';

export interface BackupPorts {
  readonly book: Pick<HubBook, 'hubs' | 'change'>;
  readonly settings: {
    now(): Settings;
    /** Failures: `storageFailed`; then nothing has changed. */
    change(settings: Settings): Result<Settings, StorageFailure>;
  };
  readonly sealedFiles: Pick<SealedFiles, 'keep'>;
  readonly kept: KeptBackups;
  readonly fileReader: FileReader;
  readonly files: FileWriter;
  readonly askWhereToSave: AskWhereToSave;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly onHubsChanged: () => void;
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
  const { book, settings, clock, kept } = ports;
  const here = () => ({ hubs: book.hubs(), settings: settings.now() });
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
      apply({ planId, takesSettings }) {
        const found = kept.find(planId);
        if (found === null) return Promise.resolve(fail({ code: 'backupGone' }));
        const applied = applyBackup(found.document, takesSettings, ports);
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

/**
 * Hubs in one step, settings in another; a run that ends between the two is made good by taking the file over again,
 * which adds only what is missing.
 */
function applyBackup(document: BackupDocument, takesSettings: boolean, ports: BackupPorts): Result<BackupOutcome> {
  const before = { hubs: ports.book.hubs(), settings: ports.settings.now() };
  const { differences } = planOf(document, before);
  const merged = mergeIntoBook(document, ports);
  if (!merged.ok) return merged;
  const changed = ports.settings.change(mergedSettings(document.settings, before.settings, takesSettings));
  if (!changed.ok) return changed;
  const { newHubs, knownHubs } = merged.value;
  const added = [...newHubs.map(({ credentials }) => credentials), ...knownHubs.map((known) => known.added)];
  return ok({
    hubs: newHubs.length,
    credentials: added.flat().length,
    views: newViews(document.settings, before.settings).length,
    settings: takesSettings ? differences.length : 0,
  });
}

function mergeIntoBook(document: BackupDocument, ports: BackupPorts): Result<MergedHubs> {
  const { book, clock, newId, onHubsChanged } = ports;
  const merged = mergeHubs(book.hubs(), document.hubs, { newId, nowMs: clock.nowMs() });
  const changed = merged.knownHubs.filter(({ added }) => added.length > 0).map(({ hub }) => hub);
  const [hub] = [...merged.newHubs, ...changed];
  if (hub === undefined) return ok(merged);
  const written = book.change(() => ok({ hubs: merged.hubs, hub }));
  if (!written.ok) return written;
  onHubsChanged();
  return ok(merged);
}
