// The system's bin, as core needs it.
import type { Failure } from '#contract/failure.ts';
import type { Result } from '#contract/result.ts';

export interface Bin {
  /** Moves the file at an absolute path to the system's bin. Nothing is deleted for good. */
  put(path: string): Promise<Result<null, Extract<Failure, { code: 'fileNotBinned' }>>>;
}
