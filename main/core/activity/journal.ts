// The port of a file that only grows: what was once written in it stays as it is.
import type { Result } from '#contract/result.ts';
import type { StorageFailure } from '../ports.ts';

/** Lines of text, one after the other. There is one writer. */
export interface Journal {
  /**
   * Adds lines at the end, in this order, and waits for the disk. A line holds no line break. After a failure any part
   * of them may have been written, also half of one; what is added later begins a line of its own all the same.
   */
  append(lines: readonly string[]): Promise<Result<null, StorageFailure>>;
  /** What was written, oldest first, the torn end of a killed process included; nothing when it cannot be read. */
  lines(): AsyncIterable<string>;
  /** Settles when nothing is being written any more. */
  settled(): Promise<void>;
}
