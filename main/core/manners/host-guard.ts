// Whether a host may be asked now: not before the time that it named, and not for a while after it failed again and again.
import type { Failure, UnreachableCause } from '#contract/failure.ts';
import type { Result } from '#contract/result.ts';
import { retryAfterSeconds } from '../answers/server-condition.ts';
import type { Clock, HttpAnswer, HttpTrouble } from '../ports.ts';
import { LONGEST_WAIT_MS, PASSING_STATUSES, TOO_MANY_REQUESTS } from './retries.ts';

/** So many failures in a row are no accident. */
const FAILURES_IN_A_ROW = 5;
const FIRST_REST_MS = 60_000;
const LONGEST_REST_MS = 5 * 60_000;

const UNAVAILABLE = 503;

/**
 * What costs the host something, or shows it to be in trouble. A name that is not found never got there, and a
 * certificate or a proxy is no sign that the host should be spared.
 */
const BURDENS: ReadonlySet<UnreachableCause> = new Set(['refused', 'timeout', 'cut', 'other']);

interface Hold {
  readonly fromMs: number;
  readonly untilMs: number;
  /** The host asked for it; else it is left alone by our own choice. */
  readonly isAskedFor: boolean;
  readonly failure: (waitSeconds: number) => Failure;
}

export interface HostGuard {
  /** Why nothing is sent now; null when something may be. */
  heldBack(): Failure | null;
  /** Milliseconds until a question may be sent, where the host asked for so little that it is waited out; else 0. */
  shortWaitMs(): number;
  /** The host asked for a while, and whoever asked it waits: so does everybody else. */
  noteWait(sent: Result<HttpAnswer, HttpTrouble>): void;
  /** What became of a request that was sent. */
  note(sent: Result<HttpAnswer, HttpTrouble>): void;
  /** A person insists: the host may be asked again at once. */
  release(): void;
}

/** `host` is the one that failures name, with its port. */
export function hostGuard(host: string, clock: Clock): HostGuard {
  let failuresInARow = 0;
  let hold: Hold | null = null;

  function holdFor(ms: number, more: Pick<Hold, 'isAskedFor' | 'failure'>): void {
    const fromMs = clock.nowMs();
    hold = { fromMs, untilMs: fromMs + ms, ...more };
  }

  function leftMs(): number {
    const nowMs = clock.nowMs();
    // A clock that was put back must not make a minute an hour.
    return hold === null || nowMs < hold.fromMs ? 0 : Math.max(0, hold.untilMs - nowMs);
  }

  function countFailure(): void {
    // What was under way when the rest began says nothing new.
    if (leftMs() > 0) return;
    failuresInARow += 1;
    const rests = failuresInARow - FAILURES_IN_A_ROW;
    if (rests < 0) return;
    const failure: Hold['failure'] = (waitSeconds) => ({ code: 'hubRests', host, waitSeconds });
    holdFor(Math.min(FIRST_REST_MS * 2 ** rests, LONGEST_REST_MS), { isAskedFor: false, failure });
  }

  function noteWait(sent: Result<HttpAnswer, HttpTrouble>): void {
    const asked = sent.ok ? askedWait(sent.value, clock.nowMs()) : null;
    // The longer of two waits counts.
    if (asked === null || asked.seconds * 1000 <= leftMs()) return;
    const { status, seconds } = asked;
    const failure: Hold['failure'] = (retryAfterSeconds) => ({ code: 'hubBusy', status, retryAfterSeconds });
    holdFor(seconds * 1000, { isAskedFor: true, failure });
  }

  return {
    heldBack() {
      const left = leftMs();
      return hold === null || left === 0 ? null : hold.failure(Math.ceil(left / 1000));
    },
    note(sent) {
      if (isFailed(sent)) countFailure();
      else if (sent.ok) failuresInARow = 0;
      noteWait(sent);
    },
    noteWait,
    shortWaitMs() {
      const left = leftMs();
      return hold?.isAskedFor === true && left <= LONGEST_WAIT_MS ? left : 0;
    },
    release() {
      hold = null;
    },
  };
}

/** True for a failure that counts, whatever it was about. */
function isFailed(sent: Result<HttpAnswer, HttpTrouble>): boolean {
  if (sent.ok) return PASSING_STATUSES.has(sent.value.status);
  return sent.failure.failure === undefined && BURDENS.has(sent.failure.cause);
}

/** How long the host asks to be left alone (RFC 9110, 10.2.3); null when it does not. */
function askedWait(answer: HttpAnswer, nowMs: number): { readonly status: number; readonly seconds: number } | null {
  const { status } = answer;
  if (status !== TOO_MANY_REQUESTS && status !== UNAVAILABLE) return null;
  const seconds = retryAfterSeconds(answer, nowMs) ?? 0;
  return seconds > 0 ? { status, seconds } : null;
}
