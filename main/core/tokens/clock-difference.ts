// How far the Hub's clock and this computer's are apart, as far as the answer that brought a token tells.
import { httpDate } from '../answers/server-condition.ts';
import type { HttpAnswer } from '../ports.ts';
import type { TokenTimes } from './token-claims.ts';

export interface TokenReceipt {
  readonly answer: Pick<HttpAnswer, 'headers'>;
  readonly times: TokenTimes;
  readonly lifetimeSeconds: number;
  /** By this computer's clock, in milliseconds since the epoch, as `receivedAtMs`. */
  readonly askedAtMs: number;
  readonly receivedAtMs: number;
}

/** Such a token was made for this answer: one that was made earlier is given out with what is left of its life. */
const SAME_LIFETIME_SECONDS = 60;

/**
 * The Hub's clock minus this computer's, in milliseconds: 0 while the Hub's time lies between question and answer, null
 * when it did not say its time. Dates of HTTP and of tokens are whole seconds.
 */
export function clockAheadMs(receipt: TokenReceipt): number | null {
  const hubMs = hubTimeMs(receipt);
  if (hubMs === null) return null;
  if (hubMs > receipt.receivedAtMs) return hubMs - receipt.receivedAtMs;
  return Math.min(0, hubMs + 1000 - receipt.askedAtMs);
}

/** The answer's `Date` (RFC 9110, 6.6.1), else when the token says that it was made. */
function hubTimeMs({ answer, times, lifetimeSeconds }: TokenReceipt): number | null {
  const date = httpDate(answer.headers['date'] ?? '');
  if (!Number.isNaN(date)) return date;
  const { issuedAtSeconds, endsAtSeconds } = times;
  if (issuedAtSeconds === null) return null;
  const lifetime = endsAtSeconds === null ? lifetimeSeconds : endsAtSeconds - issuedAtSeconds;
  return Math.abs(lifetime - lifetimeSeconds) <= SAME_LIFETIME_SECONDS ? issuedAtSeconds * 1000 : null;
}
