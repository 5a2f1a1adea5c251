// The CopyStore port over files: one per hub, so that a large hub never slows down a small one.
import { chmodSync, mkdirSync } from 'node:fs';
import { copyFile, link, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { SavedCopy } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Clock, CopyStore, HistoryMark, Log, StorageFailure } from '../core/ports.ts';
import { describeForLog } from './describe-for-log.ts';
import { FOLDER_MODE, keptFile, readKept, replaceFile, sweep } from './kept-file.ts';
import type { KeptFile } from './kept-file.ts';
import { parseSavedCopy, savedCopyText } from './saved-copy-format.ts';
import { codeOf, storageFailed } from './storage-failure.ts';
import { turns } from './turns.ts';

export interface CopyStoreOptions {
  /** An absolute path; made when it is missing, for this person only. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Our own hub IDs look like this; anything else would be a path, not a name. */
const HUB_ID = /^[A-Za-z0-9-]{1,64}$/;

type ReadAnswer = Awaited<ReturnType<CopyStore['read']>>;

const NOTHING: ReadAnswer = { kept: null, recovery: null };

export function fileCopyStore({ folder, clock, log }: CopyStoreOptions): CopyStore {
  const inTurn = turns();
  prepare(folder, log);

  function read(hubId: string): ReadAnswer {
    try {
      const found = readKept(keptFile(folder, hubId), (json) => copyOf(json, hubId), clock.nowMs());
      if (found.state === 'beyondReach') return NOTHING;
      if (found.recovery !== null) log.warn('A saved copy was unreadable', { ...found.recovery });
      return { kept: found.state === 'read' ? found.value : null, recovery: found.recovery };
    } catch (error: unknown) {
      log.warn('A saved copy could not be read', describeForLog(error));
      return NOTHING;
    }
  }

  const saidOfLastGood = (error: unknown): void => log.warn('A saved copy is kept only once', describeForLog(error));

  async function write(copy: SavedCopy, mark: HistoryMark): Promise<Result<null, StorageFailure>> {
    const kept = keptFile(folder, copy.hubId);
    try {
      const hasLastGood = await keepAsLastGood(kept);
      await replaceFile(kept.path, savedCopyText(copy, mark));
      if (!hasLastGood) await copyAsLastGood(kept).catch(saidOfLastGood);
    } catch (error: unknown) {
      log.warn('A saved copy was not written', describeForLog(error));
      return storageFailed(error);
    }
    return ok(null);
  }

  async function remove(hubId: string): Promise<Result<null, StorageFailure>> {
    try {
      const names = await readdir(folder);
      const ofHub = names.filter((name) => name.startsWith(`${hubId}.`));
      await Promise.all(ofHub.map((name) => rm(path.join(folder, name), { force: true })));
      return ok(null);
    } catch (error: unknown) {
      return codeOf(error) === 'ENOENT' ? ok(null) : storageFailed(error);
    }
  }

  const notAName = fail({ code: 'storageFailed', cause: 'other' } as const);
  return {
    read: async (hubId) => (HUB_ID.test(hubId) ? inTurn.take(hubId, () => read(hubId)) : NOTHING),
    write: async (copy, mark) =>
      HUB_ID.test(copy.hubId) ? inTurn.take(copy.hubId, () => write(copy, mark)) : notAName,
    remove: async (hubId) => (HUB_ID.test(hubId) ? inTurn.take(hubId, () => remove(hubId)) : notAName),
    settled: () => inTurn.settled(),
  };
}

function prepare(folder: string, log: Log): void {
  try {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
    chmodSync(folder, FOLDER_MODE);
    sweep(folder);
  } catch (error: unknown) {
    // Reading answers nothing then and writing says why.
    log.warn('Saved copies cannot be kept in their folder', describeForLog(error));
  }
}

function copyOf(json: unknown, hubId: string): ReturnType<typeof parseSavedCopy> {
  const parsed = parseSavedCopy(json);
  return parsed.ok && parsed.value.copy.hubId !== hubId ? fail('unreadable') : parsed;
}

/**
 * Keeps the file that is there as the last good one; false when there is none. A second name for it takes no room and no
 * time, and what is put in its place has bytes of its own. What it lacks by then the history tells.
 */
async function keepAsLastGood({ path: file, lastGoodPath }: KeptFile): Promise<boolean> {
  const naming = `${lastGoodPath}.linking`;
  try {
    await rm(naming, { force: true });
    await link(file, naming);
    await rename(naming, lastGoodPath);
    return true;
  } catch {
    return false;
  }
}

/** Where there was nothing to keep, or a file has only one name. */
async function copyAsLastGood({ path: file, lastGoodPath }: KeptFile): Promise<void> {
  const copying = `${lastGoodPath}.copying`;
  await copyFile(file, copying);
  await rename(copying, lastGoodPath);
}
