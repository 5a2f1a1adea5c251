// The HistoryStore port over files: one of JSON lines a hub, beside its saved copy, only ever added to.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Log, StorageFailure } from '../core/ports.ts';
import type { HistoryStep, HistoryStore } from '../core/review/history-store.ts';
import { historyLine, lastStepOf, parseHistoryLine } from '../core/review/stored-history.ts';
import { describeForLog } from './describe-for-log.ts';
import { FILE_MODE, replaceFile, writeAll } from './kept-file.ts';
import { codeOf, storageFailed } from './storage-failure.ts';
import { turns } from './turns.ts';

export interface HistoryStoreOptions {
  /** An absolute path to a folder that is there; the one of the saved copies. */
  readonly folder: string;
  readonly log: Log;
}

/** Our own hub IDs look like this; anything else would be a path, not a name. */
const HUB_ID = /^[A-Za-z0-9-]{1,64}$/;

export function fileHistoryStore({ folder, log }: HistoryStoreOptions): HistoryStore {
  const inTurn = turns();
  const fileOf = (hubId: string): string => path.join(folder, `${hubId}.history.jsonl`);

  async function read(hubId: string): Promise<readonly HistoryStep[]> {
    try {
      const { steps, strange } = sorted(await readFile(fileOf(hubId), 'utf8'));
      if (strange.length > 0) log.warn('Lines of a history were not understood', { count: strange.length });
      return steps;
    } catch (error: unknown) {
      if (codeOf(error) !== 'ENOENT') log.warn('A history could not be read', describeForLog(error));
      return [];
    }
  }

  async function readSince(hubId: string, step: number): Promise<readonly HistoryStep[]> {
    const last = lastStepIn(fileOf(hubId));
    if (last !== null && last <= step) return [];
    return (await read(hubId)).filter((one) => one.last > step);
  }

  async function save(saving: () => Promise<unknown>): Promise<Result<null, StorageFailure>> {
    try {
      await saving();
      return ok(null);
    } catch (error: unknown) {
      log.warn('A history was not written', describeForLog(error));
      return storageFailed(error);
    }
  }

  /** Lines that are not understood stay: they may be of a newer version of the app. */
  async function replace(file: string, steps: readonly HistoryStep[]): Promise<void> {
    const { strange } = sorted(await readFile(file, 'utf8'));
    await replaceFile(file, linesText([...strange, ...steps.map(historyLine)]));
  }

  function write(hubId: string, writing: (file: string) => Promise<unknown>): Promise<Result<null, StorageFailure>> {
    if (!HUB_ID.test(hubId)) return Promise.resolve(fail({ code: 'storageFailed', cause: 'other' }));
    return inTurn.take(hubId, () => save(() => writing(fileOf(hubId))));
  }

  return {
    read: async (hubId) => (HUB_ID.test(hubId) ? inTurn.take(hubId, () => read(hubId)) : []),
    readSince: async (hubId, step) => (HUB_ID.test(hubId) ? inTurn.take(hubId, () => readSince(hubId, step)) : []),
    append: (hubId, steps) => write(hubId, (file) => appendTo(file, linesText(steps.map(historyLine)))),
    replace: (hubId, steps) => write(hubId, (file) => replace(file, steps)),
    remove: (hubId) => write(hubId, (file) => rm(file, { force: true })),
    settled: () => inTurn.settled(),
  };
}

const linesText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

interface Sorted {
  readonly steps: readonly HistoryStep[];
  /** The lines that are none. */
  readonly strange: readonly string[];
}

/** The whole lines of a file. One without an end was never finished, and nobody was told that it was. */
function sorted(text: string): Sorted {
  const [steps, strange]: [HistoryStep[], string[]] = [[], []];
  for (const line of text.split('\n').slice(0, -1)) {
    const step = parseHistoryLine(line);
    if (step === null) strange.push(line);
    else steps.push(step);
  }
  return { steps, strange };
}

/** Adds to a file, durably or not at all: what an earlier process left unfinished, and what we could not, is cut off. */
async function appendTo(file: string, text: string): Promise<void> {
  const handle = await open(file, constants.O_RDWR | constants.O_CREAT, FILE_MODE);
  try {
    const { size } = await handle.stat();
    const wholeBytes = endOfLineBefore(handle.fd, size);
    if (wholeBytes < size) await handle.truncate(wholeBytes);
    try {
      await writeAll(handle, Buffer.from(text), wholeBytes);
      await handle.datasync();
    } catch (error: unknown) {
      await handle.truncate(wholeBytes).catch(() => undefined);
      throw error;
    }
  } finally {
    await handle.close();
  }
}

/**
 * The number of the last step in a file, looked up at its end; null when its last line is unfinished or none of ours.
 * Waits for the disk: this is on the way to the first list that is shown, and the end of a file is soon read.
 */
function lastStepIn(file: string): number | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return null;
  }
  try {
    const { size } = fstatSync(descriptor);
    if (size === 0 || endOfLineBefore(descriptor, size) < size) return null;
    const beginning = Buffer.alloc(Math.min(size, BEGINNING_BYTES));
    readSync(descriptor, beginning, 0, beginning.length, endOfLineBefore(descriptor, size - 1));
    return lastStepOf(beginning.toString('latin1'));
  } catch {
    return null;
  } finally {
    closeSync(descriptor);
  }
}

const LINE_END = 10;
const CHUNK_BYTES = 256 * 1024;
/** Enough for the numbers that a line begins with. */
const BEGINNING_BYTES = 64;

/** Where the last finished line ends that lies wholly before a position; 0 when there is none. */
function endOfLineBefore(descriptor: number, position: number): number {
  for (let end = position; end > 0; end -= CHUNK_BYTES) {
    const start = Math.max(0, end - CHUNK_BYTES);
    const chunk = Buffer.alloc(end - start);
    const read = readSync(descriptor, chunk, 0, chunk.length, start);
    const at = chunk.lastIndexOf(LINE_END, read - 1);
    if (read > 0 && at !== -1) return start + at + 1;
  }
  return 0;
}
