// A record store without a disk, which can refuse to write as a disk does.
import type { StorageCause } from '#contract/failure.ts';
import { fail, ok } from '#contract/result.ts';
import type { RecordStore } from '../../main/core/ports.ts';

export interface MemoryRecordStore<Value> extends RecordStore<Value> {
  /** Every write is refused for this reason until `accept()`. */
  refuse(cause: StorageCause): void;
  accept(): void;
  /** What would be in the file. */
  text(): string;
  writes(): number;
}

/** Keeps the record as JSON text, so that only plain JSON comes back and no two readers share an object. */
export function memoryRecordStore<Value>(initial: Value): MemoryRecordStore<Value> {
  let text = JSON.stringify(initial);
  let refusal: StorageCause | null = null;
  let writes = 0;
  return {
    // SAFETY: only a Value was ever written.
    read: () => JSON.parse(text) as Value,
    write(value) {
      if (refusal !== null) return fail({ code: 'storageFailed', cause: refusal });
      text = JSON.stringify(value);
      writes += 1;
      return ok(null);
    },
    refuse(cause) {
      refusal = cause;
    },
    accept() {
      refusal = null;
    },
    text: () => text,
    writes: () => writes,
  };
}
