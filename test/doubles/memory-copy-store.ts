// A CopyStore without a disk. It can refuse to write, and it can have had to recover.
import type { SavedCopy } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { CopyStore, Recovery, StorageFailure } from '../../main/core/ports.ts';

export interface MemoryCopyStore extends CopyStore {
  /** What is "on the disk", by hub. */
  readonly stored: Map<string, SavedCopy>;
  /** When set, writing fails with it. */
  refusal: StorageFailure | null;
  /** Told once by the next `read`. */
  recovery: Recovery | null;
}

export function memoryCopyStore(...copies: readonly SavedCopy[]): MemoryCopyStore {
  const stored = new Map(copies.map((copy) => [copy.hubId, copy]));
  const store: MemoryCopyStore = {
    stored,
    refusal: null,
    recovery: null,
    read(hubId) {
      const { recovery } = store;
      store.recovery = null;
      return Promise.resolve({ copy: stored.get(hubId) ?? null, recovery });
    },
    write(copy) {
      if (store.refusal !== null) return Promise.resolve(fail(store.refusal));
      stored.set(copy.hubId, structuredClone(copy));
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
