// A clock that stands still until a test moves it.
import type { Clock } from '../../main/core/ports.ts';

export interface FixedClock extends Clock {
  advance(byMs: number): void;
  set(nowMs: number): void;
}

/** Starts on a working morning, unless told otherwise. */
export function fixedClock(startMs: number = Date.UTC(2026, 10, 23, 9, 0, 0)): FixedClock {
  let now = startMs;
  return {
    nowMs: () => now,
    advance(byMs) {
      now += byMs;
    },
    set(nowMs) {
      now = nowMs;
    },
  };
}
