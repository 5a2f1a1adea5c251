// Saved copies with nothing behind them: no disk, nobody who listens.
import type { Clock } from '../../main/core/ports.ts';
import { savedCopies, type SavedCopies } from '../../main/core/review/saved-copies.ts';
import { memoryCopyStore } from './memory-copy-store.ts';
import { memoryHistoryStore } from './memory-history-store.ts';

export function memoryCopies(clock: Clock): SavedCopies {
  return savedCopies({
    store: memoryCopyStore(),
    history: memoryHistoryStore(),
    historyDays: () => 400,
    clock,
    onRenewed: () => undefined,
    onRecovered: () => undefined,
    onStorageFailed: () => undefined,
  });
}
