// The RecordStore port over electron-store: one record in one file, read once, written whole. The only file that knows
// electron-store.
import { accessSync, chmodSync, constants, linkSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import electron from 'electron';
import Store from 'electron-store';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Clock, Log, RecordStore, Recovery, SetAside, StorageFailure } from '../core/ports.ts';
import { describeForLog } from './describe-for-log.ts';
import { FILE_MODE, FOLDER_MODE, keptFile, readKept, replaceFileSync, sweep } from './kept-file.ts';
import type { Found, KeptFile, Parse } from './kept-file.ts';
import { nothingSetAside, setAsideFiles } from './set-aside-files.ts';
import { storageFailed } from './storage-failure.ts';

export interface RecordStoreOptions<Value> {
  /** An absolute path; made when it is missing, for this person only. */
  readonly folder: string;
  /** The file's name without `.json`. */
  readonly name: string;
  readonly parse: Parse<Value>;
  /** What the record is when nothing was ever written. */
  readonly empty: Value;
  readonly clock: Clock;
  readonly log: Log;
}

export interface OpenedRecord<Value> {
  readonly store: RecordStore<Value>;
  /** What had to be given up to open it. */
  readonly recovery: Recovery | null;
  /** False when nothing can be written there, or what is there is not for this version to touch: memory only. */
  readonly isKept: boolean;
  readonly setAside: SetAside;
}

/** Opens the record and keeps it in memory. Never throws: a record that cannot be had is empty and not kept. */
export function openElectronRecordStore<Value extends object>(options: RecordStoreOptions<Value>): OpenedRecord<Value> {
  const { folder, name, empty, log } = options;
  const kept = keptFile(folder, name);
  let found: Found<Value>;
  try {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
    chmodSync(folder, FOLDER_MODE);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    sweep(folder);
    found = readKept(kept, options.parse, options.clock.nowMs());
  } catch (error: unknown) {
    log.warn('A record cannot be kept in its folder', { record: name, ...describeForLog(error) });
    return beyondKeeping(empty);
  }
  if (found.state === 'beyondReach') {
    log.warn('A record is there but cannot be used', { record: name, because: found.because });
    return beyondKeeping(empty);
  }
  if (found.recovery !== null) log.warn('A record was unreadable', { record: name, ...found.recovery });
  const value = found.state === 'read' ? found.value : empty;
  const setAside = setAsideFiles(kept, log);
  return { store: keptStore(kept, value, log), recovery: found.recovery, isKept: true, setAside };
}

function beyondKeeping<Value>(empty: Value): OpenedRecord<Value> {
  return { store: memoryOnly(empty), recovery: null, isKept: false, setAside: nothingSetAside };
}

function memoryOnly<Value>(value: Value): RecordStore<Value> {
  let current = value;
  return {
    read: () => current,
    write(next) {
      current = next;
      return ok(null);
    },
  };
}

function keptStore<Value extends object>(kept: KeptFile, value: Value, log: Log): RecordStore<Value> {
  const store = new Store({
    cwd: kept.folder,
    name: kept.name,
    configFileMode: FILE_MODE,
    clearInvalidConfig: false,
    serialize,
  });
  // electron-store answers every frame of every window with the data folder's path. Outside Electron, where the tests
  // of this file run, the package is the path of its executable and has no ipcMain.
  const here: { readonly ipcMain?: typeof electron.ipcMain | undefined } = electron;
  here.ipcMain?.removeAllListeners('electron-store-get-data');

  let current = value;
  function write(next: Value): Result<null, StorageFailure> {
    const text = serialize(next);
    try {
      // The copy goes first: the file holds the record as it was until the copy holds it as it shall be.
      replaceFileSync(kept.lastGoodPath, text);
      store.store = Object.fromEntries<unknown>(Object.entries(next));
      // electron-store takes a short write on a nearly full disk for a whole one (see kept-file.ts).
      if (readFileSync(kept.path, 'utf8') !== text) putCopyInPlace(kept);
    } catch (error: unknown) {
      log.warn('A record was not written', { record: kept.name, ...describeForLog(error) });
      return storageFailed(error);
    }
    current = next;
    return ok(null);
  }
  return { read: () => current, write };
}

function serialize(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Makes the copy the file. A second name for the same bytes takes no room on the disk, which is what is missing. */
function putCopyInPlace(kept: KeptFile): void {
  const linking = `${kept.path}.linking`;
  linkSync(kept.lastGoodPath, linking);
  renameSync(linking, kept.path);
}
