// Judges what a status means wherever it comes from: the server is elsewhere, busy or out of reach.
import type { Failure } from '#contract/failure.ts';
import type { HttpAnswer, HttpTrouble } from '../ports.ts';

/** What a judge needs to know besides the answer. */
export interface AnswerContext {
  /** The host that was asked, with its port. */
  readonly host: string;
  readonly nowMs: number;
}

/** Longest wait that is believed, in seconds: one day. */
const LONGEST_WAIT_SECONDS = 86_400;

// 502 and 504 are a gateway speaking while the Hub behind it restarts: as passing as the Hub's own 429 and 503.
const BUSY = [429, 502, 503, 504];

/** The failure that a status stands for by itself, null when the body has to be asked. */
export function judgeCondition(answer: HttpAnswer, { host, nowMs }: AnswerContext): Failure | null {
  const { status } = answer;
  if (status >= 300 && status < 400) return { code: 'hubUnreachable', cause: 'redirected', host };
  if (status === 407) return { code: 'hubUnreachable', cause: 'proxy', host };
  if (status === 408) return { code: 'hubUnreachable', cause: 'timeout', host };
  if (!BUSY.includes(status)) return null;
  return { code: 'hubBusy', status, retryAfterSeconds: retryAfterSeconds(answer, nowMs) };
}

/** The failure of a request without an answer, where it does not matter whether it arrived. */
export function judgeTrouble(trouble: HttpTrouble, host: string): Failure {
  return trouble.failure ?? { code: 'hubUnreachable', cause: trouble.cause, host };
}

/**
 * `Retry-After` in whole seconds, given as seconds or as a date (RFC 9110, 10.2.3); null when it makes no sense. A date is
 * one of the host's clock: its own `Date` is what it is compared with, and this computer's time only where there is none.
 */
export function retryAfterSeconds(answer: HttpAnswer, nowMs: number): number | null {
  const value = answer.headers['retry-after']?.trim() ?? '';
  const saidAtMs = httpDate(answer.headers['date'] ?? '');
  const fromMs = Number.isNaN(saidAtMs) ? nowMs : saidAtMs;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((httpDate(value) - fromMs) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), LONGEST_WAIT_SECONDS);
}

/** Milliseconds of an HTTP date; NaN for anything else, although Date.parse makes a date of nearly everything. */
export function httpDate(value: string): number {
  return /^[A-Za-z]{3,9},? .*\d{2}:\d{2}:\d{2}/.test(value) ? Date.parse(value) : NaN;
}
