// Work that waits for its turn: what touches the same thing runs one after the other, the rest at once.

export interface Turns {
  /** Runs the work when everything that was asked before under the same key is done. */
  take<Value>(key: string, work: () => Value | Promise<Value>): Promise<Value>;
  /** Settles when no work is left under any key. */
  settled(): Promise<void>;
}

/** One queue per key. The work is expected not to throw; if it does, the next one runs all the same. */
export function turns(): Turns {
  const lastOf = new Map<string, Promise<unknown>>();
  return {
    async take(key, work) {
      const before = lastOf.get(key) ?? Promise.resolve();
      const turn = before.then(work, work);
      lastOf.set(key, turn);
      try {
        return await turn;
      } finally {
        if (lastOf.get(key) === turn) lastOf.delete(key);
      }
    },
    async settled() {
      while (lastOf.size > 0) await Promise.allSettled(lastOf.values());
    },
  };
}
