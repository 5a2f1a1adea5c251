// A Journal without a disk. It can refuse to write.
import { fail, ok } from '#contract/result.ts';
import type { Journal } from '../../main/core/activity/journal.ts';
import type { StorageFailure } from '../../main/core/ports.ts';

export interface MemoryJournal extends Journal {
  /** What is "on the disk". */
  readonly written: string[];
  /** When set, writing fails with it. */
  refusal: StorageFailure | null;
}

export function memoryJournal(...written: string[]): MemoryJournal {
  const journal: MemoryJournal = {
    written,
    refusal: null,
    append(lines) {
      if (journal.refusal !== null) return Promise.resolve(fail(journal.refusal));
      written.push(...lines);
      return Promise.resolve(ok(null));
    },
    async *lines() {
      await Promise.resolve();
      yield* [...written];
    },
    settled: () => Promise.resolve(),
  };
  return journal;
}
