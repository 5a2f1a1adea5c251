// A CopyStore without a disk. It can refuse to write, and it can have had to recover.
import type { SavedCopy } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { CopyStore, HistoryMark, Recovery, StorageFailure } from '../../main/core/ports.ts';

export interface MemoryCopyStore extends CopyStore {
  /** What is "on the disk", by hub. */
  readonly stored: Map<string, SavedCopy>;
  /** Where each of them stands in its hub's history; nowhere yet when there is none. */
  readonly marks: Map<string, HistoryMark>;
  /** When set, writing fails with it. */
  refusal: StorageFailure | null;
  /** Told once by the next `read`. */
  recovery: Recovery | null;
}

export function memoryCopyStore(...copies: readonly SavedCopy[]): MemoryCopyStore {
  const stored = new Map(copies.map((copy) => [copy.hubId, copy]));
  const marks = new Map<string, HistoryMark>();
  const store: MemoryCopyStore = {
    stored,
    marks,
    refusal: null,
    recovery: null,
    read(hubId) {
      const { recovery } = store;
      store.recovery = null;
      const copy = stored.get(hubId);
      const mark = marks.get(hubId) ?? { step: 0, sinceMs: copy?.takenAtMs ?? 0 };
      return Promise.resolve({ kept: copy === undefined ? null : { copy, mark }, recovery });
    },
    write(copy, mark) {
      if (store.refusal !== null) return Promise.resolve(fail(store.refusal));
      stored.set(copy.hubId, structuredClone(copy));
      marks.set(copy.hubId, mark);
      return Promise.resolve(ok(null));
    },
    remove(hubId) {
      stored.delete(hubId);
      return Promise.resolve(ok(null));
    },
    settled: () => Promise.resolve(),
  };
  return store;
}
