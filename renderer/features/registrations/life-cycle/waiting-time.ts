// When a registration that synchronizes is looked at again, and from when on it counts as stuck.
import type { Failure } from '#contract/failure.ts';
import { isPassing } from '../contact.ts';

/** What came of looking so far. */
export interface Looks {
  readonly count: number;
  /** Of the last look; null when it succeeded. */
  readonly failure: Failure | null;
}

const FIRST_WAIT_MS = 2_000;
const GROWTH = 1.5;
const LONGEST_WAIT_MS = 60_000;

/** 2 s at first, half as long again each time, up to a minute; false after a failure that does not pass by itself. */
export function nextLookMs(looks: Looks | undefined): number | false {
  if (looks === undefined) return FIRST_WAIT_MS;
  if (looks.failure !== null && !isPassing(looks.failure)) return false;
  return Math.min(FIRST_WAIT_MS * GROWTH ** looks.count, LONGEST_WAIT_MS);
}

/** True for one whose last change is longer ago than the person set. */
export function isStuck(sinceMs: number, nowMs: number, stuckAfterMinutes: number): boolean {
  return nowMs - sinceMs > stuckAfterMinutes * 60_000;
}
