// The FileWriter port over the local disk: beside the file first, then in its place.
import { writeFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { fail, ok } from '#contract/result.ts';
import type { FileWriter } from '../core/exports/export-ports.ts';
import { FILE_MODE } from './kept-file.ts';
import { storageFailed } from './storage-failure.ts';

/** A file that was there keeps its mode; a new one gets the person's usual one: it is made to be handed on. */
export const localFileWriter: FileWriter = {
  async write({ path, fileName }, content, privacy = 'usual') {
    const bytes = Buffer.from(content);
    try {
      // Why it is filled by Node first stands in kept-file.ts.
      const mode = privacy === 'private' ? { mode: FILE_MODE } : {};
      await writeFileAtomic(path, bytes, { ...mode, tmpfileCreated: (filled) => writeFileSync(filled, bytes) });
      return ok(null);
    } catch (error: unknown) {
      return fail({ code: 'fileNotWritten', fileName, cause: storageFailed(error).failure.cause });
    }
  },
};
