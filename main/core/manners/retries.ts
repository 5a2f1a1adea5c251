// When a question is asked again by itself, and after which wait. Nothing that changes something ever is.
import type { UnreachableCause } from '#contract/failure.ts';
import type { Result } from '#contract/result.ts';
import { retryAfterSeconds } from '../answers/server-condition.ts';
import type { HttpAnswer, HttpTrouble } from '../ports.ts';

/** Milliseconds before the first and the second retry, on average: neither hides a Hub that is down for longer. */
const WAITS_MS = [300, 900] as const;
/** A wait that the Hub asks for is waited out if it is no longer; else the person is told. */
export const LONGEST_WAIT_MS = 5_000;
/** After so many milliseconds nobody waits for another attempt: the first ones took long enough. */
const BUDGET_MS = 10_000;

/** Trouble of the network that may be over in a moment. Certificates, proxies and redirects do not change by themselves. */
const PASSING_CAUSES: ReadonlySet<UnreachableCause> = new Set(['noRoute', 'dns', 'refused', 'timeout', 'cut']);
/** A gateway speaks while the Hub behind it restarts, or the Hub itself says that it cannot answer now. */
export const PASSING_STATUSES: ReadonlySet<number> = new Set([502, 503, 504]);

export const TOO_MANY_REQUESTS = 429;

export interface Attempt {
  /** How many attempts were made already, this one included. */
  readonly count: number;
  /** Since the first one began, in milliseconds. */
  readonly spentMs: number;
  readonly nowMs: number;
  /** As {@link Chance} gives it: callers that failed together do not come back together. */
  readonly chance: number;
}

/** Milliseconds to wait before the question is asked again; null when this is the answer. */
export function waitBeforeRetry(sent: Result<HttpAnswer, HttpTrouble>, attempt: Attempt): number | null {
  const wait = WAITS_MS[attempt.count - 1];
  if (wait === undefined || attempt.spentMs > BUDGET_MS) return null;
  const spread = Math.round(wait * (0.5 + attempt.chance));
  if (!sent.ok) return isPassing(sent.failure) ? spread : null;
  const asked = (retryAfterSeconds(sent.value, attempt.nowMs) ?? 0) * 1000;
  return mayPass(sent.value.status, asked) ? Math.max(asked, spread) : null;
}

/** Too many requests are not made fewer by another one, unless the host said when. */
function mayPass(status: number, askedMs: number): boolean {
  if (askedMs > LONGEST_WAIT_MS) return false;
  return PASSING_STATUSES.has(status) || (status === TOO_MANY_REQUESTS && askedMs > 0);
}

/** A trouble with a name of its own, such as a certificate, is one that a person has to mend. */
function isPassing({ cause, failure }: HttpTrouble): boolean {
  return failure === undefined && PASSING_CAUSES.has(cause);
}
