// The words for two clocks that do not agree.
import { CLOCK_TOLERANCE_MS } from '#contract/checkup.ts';
import { waitingTime } from './numbers.ts';

/** True for a difference that a person should know of. */
export function isClockOff(aheadMs: number | null): aheadMs is number {
  return aheadMs !== null && Math.abs(aheadMs) > CLOCK_TOLERANCE_MS;
}

/** How this computer's clock and the Hub's agree; `aheadMs` is the Hub's minus this computer's. */
export function clockWords(aheadMs: number | null): string {
  if (aheadMs === null) return 'The Hub did not say its time.';
  if (!isClockOff(aheadMs)) return 'This computer and the Hub agree on the time.';
  const side = aheadMs > 0 ? 'behind' : 'ahead of';
  return `This computer’s clock is ${waitingTime(Math.abs(aheadMs) / 1000)} ${side} the Hub’s. Tokens work all the same, but certificates may be refused, and times of the Hub look wrong: set this computer’s clock.`;
}

/** The same in the title area. */
export const CLOCK_OFF = 'clock is off';
