/** A source of numbers that look random and are the same every time (mulberry32). */
export interface PseudoRandom {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** Starts a source; the same start number gives the same sequence on every machine. */
export function pseudoRandom(start: number): PseudoRandom {
  let state = start >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return { next, pick: (items) => items[Math.floor(next() * items.length)] ?? items[0] };
}
