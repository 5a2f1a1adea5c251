// The FileReader port over the local disk: the file that is judged is the file that is read.
import { constants, lstat, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import path from 'node:path';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { FileFailure, FileReader } from '../core/ports.ts';
import { codeOf } from './storage-failure.ts';

/**
 * Without following a link in the last place, which could name any file of this person, and without waiting for a
 * writer at the other end of a pipe. Windows has neither flag: there they are undefined, which counts as 0.
 */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

export const localFileReader: FileReader = {
  async read(filePath, limitBytes) {
    const fileName = path.basename(filePath);
    let handle: FileHandle | null = null;
    try {
      // Before opening, because opening a device can already do something.
      const before = judge(await lstat(filePath), fileName, limitBytes);
      if (before !== null) return fail(before);
      handle = await open(filePath, FLAGS);
      // And again on what was opened: the name may mean another file by now.
      const opened = judge(await handle.stat(), fileName, limitBytes);
      return opened === null ? await readUpTo(handle, fileName, limitBytes) : fail(opened);
    } catch (error: unknown) {
      return fail(failureOf(error, fileName));
    } finally {
      await handle?.close();
    }
  },
};

function judge(stats: Stats, fileName: string, limitBytes: number): FileFailure | null {
  if (stats.isDirectory()) return { code: 'fileNotRegular', fileName, found: 'folder' };
  if (!stats.isFile()) return { code: 'fileNotRegular', fileName, found: 'other' };
  return stats.size > limitBytes ? { code: 'fileTooLarge', fileName, sizeBytes: stats.size, limitBytes } : null;
}

/** One byte more than allowed is asked for, so that a file which grows meanwhile is noticed. */
async function readUpTo(
  handle: FileHandle,
  fileName: string,
  limitBytes: number,
): Promise<Result<{ fileName: string; bytes: Uint8Array }, FileFailure>> {
  const buffer = new Uint8Array(limitBytes + 1);
  let sizeBytes = 0;
  while (sizeBytes < buffer.length) {
    const { bytesRead } = await handle.read(buffer, sizeBytes, buffer.length - sizeBytes, sizeBytes);
    if (bytesRead === 0) return ok({ fileName, bytes: buffer.slice(0, sizeBytes) });
    sizeBytes += bytesRead;
  }
  return fail({ code: 'fileTooLarge', fileName, sizeBytes, limitBytes });
}

function failureOf(error: unknown, fileName: string): FileFailure {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'fileMissing', fileName };
  // A link or a device took the place of the file that was judged.
  if (code === 'ELOOP' || code === 'ENXIO') return { code: 'fileNotRegular', fileName, found: 'other' };
  return { code: 'fileDenied', fileName };
}
