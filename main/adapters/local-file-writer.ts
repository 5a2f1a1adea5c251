// The FileWriter port over the local disk: beside the file first, then in its place.
import { writeFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { fail, ok } from '#contract/result.ts';
import type { FileWriter } from '../core/exports/export-ports.ts';
import { storageFailed } from './storage-failure.ts';

/** A file that was there keeps its mode; a new one gets the person's usual one: it is made to be handed on. */
export const localFileWriter: FileWriter = {
  async write({ path, fileName }, content) {
    const bytes = Buffer.from(content);
    try {
      // Why it is filled by Node first stands in kept-file.ts.
      await writeFileAtomic(path, bytes, { tmpfileCreated: (filled) => writeFileSync(filled, bytes) });
      return ok(null);
    } catch (error: unknown) {
      return fail({ code: 'fileNotWritten', fileName, cause: storageFailed(error).failure.cause });
    }
  },
};
