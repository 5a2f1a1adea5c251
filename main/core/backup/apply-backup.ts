// Takes over a backup: hubs first, then settings, then the ways to the hubs; what is missing is added.
import type { Failure } from '#contract/failure.ts';
import type { BackupOutcome } from '#contract/hand-off.ts';
import type { ApplyBackupInput } from '#contract/hand-off-inputs.ts';
import type { Settings } from '#contract/settings.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { Clock, NewId, StorageFailure } from '../ports.ts';
import type { BackupDocument } from './backup-document.ts';
import { mergeHubs, type MergedHubs } from './merge-hubs.ts';
import { countOf, missingWays, withoutTrust, type MissingWays, type WaysPorts } from './merge-ways.ts';
import { mergedSettings, newViews, planOf } from './plan-backup.ts';

export interface ApplyPorts extends WaysPorts {
  readonly book: Pick<HubBook, 'hubs' | 'change'>;
  readonly settings: {
    now(): Settings;
    /** Failures: `storageFailed`; then nothing has changed. */
    change(settings: Settings): Result<Settings, StorageFailure>;
  };
  readonly clock: Clock;
  readonly newId: NewId;
  readonly onHubsChanged: () => void;
}

/**
 * Three steps; a run that ends between them is made good by taking the file over again, which adds only what is missing.
 * Failures: `storageFailed` before anything was written, `backupHalfTaken` after it.
 */
export function applyBackup(
  document: BackupDocument,
  { takesSettings, takesTrust }: Pick<ApplyBackupInput, 'takesSettings' | 'takesTrust'>,
  ports: ApplyPorts,
): Result<BackupOutcome> {
  const { book, settings } = ports;
  const before = { ...ports, hubs: book.hubs(), settings: settings.now() };
  const { differences } = planOf(document, before);
  const merged = mergeIntoBook(document, ports);
  if (!merged.ok) return merged;
  const changed = settings.change(mergedSettings(document.settings, before.settings, takesSettings));
  if (!changed.ok) return fail(halfTaken(changed.failure));
  const missing = missingWays(document, book.hubs(), ports).map((each) =>
    takesTrust ? each : { ...each, added: withoutTrust(each.added) },
  );
  const added = addWays(missing, ports);
  if (!added.ok) return added;
  return ok({
    ...addedHubs(merged.value),
    views: newViews(document.settings, before.settings).length,
    settings: takesSettings ? differences.length : 0,
    ways: missing.reduce((count, each) => count + countOf(each.added), 0),
  });
}

function halfTaken({ cause }: StorageFailure): Failure {
  return { code: 'backupHalfTaken', cause };
}

function addWays(missing: readonly MissingWays[], { ways }: ApplyPorts): Result<null> {
  for (const { hubId, added } of missing) {
    const written = ways.add(hubId, added);
    if (!written.ok) return fail(halfTaken(written.failure));
  }
  return ok(null);
}

function addedHubs({ newHubs, knownHubs }: MergedHubs): Pick<BackupOutcome, 'hubs' | 'credentials'> {
  const added = [...newHubs.map(({ credentials }) => credentials), ...knownHubs.map((known) => known.added)];
  return { hubs: newHubs.length, credentials: added.flat().length };
}

function mergeIntoBook(document: BackupDocument, ports: ApplyPorts): Result<MergedHubs> {
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
