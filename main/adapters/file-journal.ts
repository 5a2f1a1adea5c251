// The Journal port over one growing file; when it has grown large it is set aside, and nothing is ever taken away.
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Journal } from '../core/activity/journal.ts';
import type { Log, StorageFailure } from '../core/ports.ts';
import { describeForLog } from './describe-for-log.ts';
import { FILE_MODE, FOLDER_MODE } from './kept-file.ts';
import { codeOf, storageFailed } from './storage-failure.ts';

export interface FileJournalOptions {
  /** An absolute path; made when it is missing, for this person only. */
  readonly folder: string;
  /** `activity` for `activity.jsonl`; set aside it becomes `activity-1.jsonl`, `activity-2.jsonl` ... */
  readonly name: string;
  readonly log: Log;
  /** At this size the file is set aside. It and the last one set aside are read; older ones are only kept. */
  readonly limitBytes?: number;
}

const MEBIBYTE = 1024 * 1024;
const LINE_FEED = 0x0a;

interface Waiting {
  readonly text: string;
  readonly resolve: (written: Result<null, StorageFailure>) => void;
}

/** What comes while the disk is busy is written together: however many wait, they wait for one turn of the disk. */
export function fileJournal(options: FileJournalOptions): Journal {
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const written = await append(options, batch.map(({ text }) => text).join(''));
      for (const { resolve } of batch) resolve(written);
    }
    writing = null;
  }

  return {
    append: (lines) =>
      new Promise((resolve) => {
        waiting.push({ text: lines.map((line) => `${line}\n`).join(''), resolve });
        writing ??= writeAll();
      }),
    async *lines() {
      for (const file of await filesToRead(options)) yield* linesOf(file, options.log);
    },
    async settled() {
      while (writing !== null) await writing;
    },
  };
}

function currentFile({ folder, name }: FileJournalOptions): string {
  return path.join(folder, `${name}.jsonl`);
}

/**
 * Opened anew each time: next to waiting for the disk that costs nothing, and a file that was moved or deleted meanwhile
 * is not written into unseen.
 */
async function append(options: FileJournalOptions, text: string): Promise<Result<null, StorageFailure>> {
  const { folder, limitBytes = 32 * MEBIBYTE } = options;
  const file = currentFile(options);
  try {
    await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
    if (await addTo(file, text, limitBytes)) await setAside(options);
    return ok(null);
  } catch (error: unknown) {
    return storageFailed(error);
  }
}

/** Adds the text and waits for the disk; true when the file is as large now as it may be. */
async function addTo(file: string, text: string, limitBytes: number): Promise<boolean> {
  const handle = await open(file, 'a+', FILE_MODE);
  try {
    const { size } = await handle.stat();
    const last = size === 0 ? null : (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0];
    // After the torn line of a killed process, or of a full disk, the next one begins on a line of its own.
    const isTorn = last !== null && last !== LINE_FEED;
    await handle.appendFile(isTorn ? `\n${text}` : text);
    await handle.datasync();
    return (await handle.stat()).size >= limitBytes;
  } finally {
    await handle.close();
  }
}

/** What was to be written is written: if the file cannot be set aside, it grows on. */
async function setAside(options: FileJournalOptions): Promise<void> {
  try {
    const number = (await lastNumber(options)) + 1;
    await rename(currentFile(options), path.join(options.folder, `${options.name}-${number}.jsonl`));
  } catch (error: unknown) {
    options.log.warn('The activity log could not be set aside', describeForLog(error));
  }
}

async function lastNumber({ folder, name }: FileJournalOptions): Promise<number> {
  const numbers = (await readdir(folder)).map((entry) => {
    const number = entry.startsWith(`${name}-`)
      ? /^(\d{1,9})\.jsonl$/.exec(entry.slice(name.length + 1))?.[1]
      : undefined;
    return Number(number ?? 0);
  });
  return Math.max(0, ...numbers);
}

/** The last file that was set aside, then the one that grows. */
async function filesToRead(options: FileJournalOptions): Promise<readonly string[]> {
  const { folder, name } = options;
  const last = await lastNumber(options).catch(() => 0);
  return [...(last === 0 ? [] : [path.join(folder, `${name}-${last}.jsonl`)]), currentFile(options)];
}

async function* linesOf(file: string, log: Log): AsyncGenerator<string> {
  let rest = '';
  try {
    // In pieces: between them everything else gets its turn, and no more than a line has to be in memory.
    for await (const piece of createReadStream(file, 'utf8')) {
      const lines = `${rest}${String(piece)}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error: unknown) {
    if (codeOf(error) !== 'ENOENT') log.warn('The activity log could not be read', describeForLog(error));
  }
  if (rest !== '') yield rest;
}
