// The Bin port over Electron's shell: the system's own bin, and nothing where it has none.
import path from 'node:path';
import { fail, ok } from '#contract/result.ts';
import type { Bin } from '../core/downloads/bin.ts';
import type { Log } from '../core/ports.ts';
import { describeForLog } from './describe-for-log.ts';

/** Electron's shell, as far as it is used. */
export interface TrashShell {
  trashItem(path: string): Promise<void>;
}

export function electronTrash({ shell, log }: { readonly shell: TrashShell; readonly log: Log }): Bin {
  return {
    async put(filePath) {
      try {
        await shell.trashItem(filePath);
        return ok(null);
      } catch (error: unknown) {
        log.warn('A file was not moved to the bin', describeForLog(error));
        return fail({ code: 'fileNotBinned', fileName: path.basename(filePath) });
      }
    },
  };
}
