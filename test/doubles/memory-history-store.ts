// A HistoryStore without a disk. It can refuse to write.
import { fail, ok } from '#contract/result.ts';
import type { StorageFailure } from '../../main/core/ports.ts';
import type { HistoryStep, HistoryStore } from '../../main/core/review/history-store.ts';

export interface MemoryHistoryStore extends HistoryStore {
  /** What is "on the disk", by hub. */
  readonly stored: Map<string, readonly HistoryStep[]>;
  /** When set, writing fails with it. */
  refusal: StorageFailure | null;
}

export function memoryHistoryStore(): MemoryHistoryStore {
  const stored = new Map<string, readonly HistoryStep[]>();
  const of = (hubId: string): readonly HistoryStep[] => stored.get(hubId) ?? [];
  const put = (hubId: string, steps: readonly HistoryStep[]) => {
    if (store.refusal !== null) return Promise.resolve(fail(store.refusal));
    stored.set(hubId, structuredClone(steps));
    return Promise.resolve(ok(null));
  };
  const store: MemoryHistoryStore = {
    stored,
    refusal: null,
    read: (hubId) => Promise.resolve(structuredClone(of(hubId))),
    readSince: (hubId, step) => Promise.resolve(structuredClone(of(hubId).filter(({ last }) => last > step))),
    append: (hubId, steps) => put(hubId, [...of(hubId), ...steps]),
    replace: (hubId, steps) => put(hubId, steps),
    remove(hubId) {
      stored.delete(hubId);
      return Promise.resolve(ok(null));
    },
    settled: () => Promise.resolve(),
  };
  return store;
}
