// What became of a record's unreadable files: they lie beside it, and can still hold what was sealed in them.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ok } from '#contract/result.ts';
import type { Log, SetAside } from '../core/ports.ts';
import { describeForLog } from './describe-for-log.ts';
import type { KeptFile } from './kept-file.ts';
import { storageFailed } from './storage-failure.ts';

/** A secret as records have it, or the key behind a passphrase; found in damaged files too. */
const SEALED = /"ciphertext"|BEGIN AGE ENCRYPTED FILE/;

export function setAsideFiles({ folder, name }: KeptFile, log: Log): SetAside {
  const isOurs = (entry: string): boolean =>
    [`${name}.unreadable-`, `${name}.last-good.unreadable-`].some((beginning) => entry.startsWith(beginning));

  function sealed(): readonly string[] {
    try {
      const found = readdirSync(folder).filter(isOurs);
      return found.map((entry) => path.join(folder, entry)).filter((file) => SEALED.test(readFileSync(file, 'latin1')));
    } catch (error: unknown) {
      log.warn('Files that were set aside cannot be looked at', { record: name, ...describeForLog(error) });
      return [];
    }
  }

  return {
    count: () => sealed().length,
    remove() {
      try {
        for (const file of sealed()) rmSync(file);
        return ok(null);
      } catch (error: unknown) {
        log.warn('A file that was set aside cannot be deleted', { record: name, ...describeForLog(error) });
        return storageFailed(error);
      }
    },
  };
}

/** Where nothing is kept, nothing was set aside. */
export const nothingSetAside: SetAside = { count: () => 0, remove: () => ok(null) };
