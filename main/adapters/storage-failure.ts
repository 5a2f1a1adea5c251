// Why the disk did not take what had to be saved, out of the system's error codes.
import type { StorageCause } from '#contract/failure.ts';
import { fail } from '#contract/result.ts';
import type { StorageFailure } from '../core/ports.ts';

const CAUSES: ReadonlyMap<unknown, StorageCause> = new Map<unknown, StorageCause>([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EFBIG', 'full'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['EROFS', 'denied'],
]);

/** The system's code of an error (`ENOENT`, `EACCES` ...), or null. */
export function codeOf(error: unknown): string | null {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

/** The failed Result for an error that the file system threw while something was saved. */
export function storageFailed(error: unknown): { readonly ok: false; readonly failure: StorageFailure } {
  return fail({ code: 'storageFailed', cause: CAUSES.get(codeOf(error)) ?? 'other' });
}
