// A token in memory, and the one way to get it.
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { judgeTrouble } from '../answers/server-condition.ts';
import type { Clock, HttpClient } from '../ports.ts';
import type { ClientAccess } from './client-access.ts';
import { judgeTokenAnswer } from './token-answer.ts';
import { clockAheadMs } from './clock-difference.ts';
import { peekClaims, peekTimes } from './token-claims.ts';
import type { TokenClaims } from './token-claims.ts';
import { secretsOf, tokenRequest } from './token-request.ts';

/** A token that was given out. Lives in main's memory only and is never handed to anybody but the Hub. */
export interface Token extends TokenClaims {
  readonly value: string;
  /** When it was asked for: its life begins at the server some time after that, so this errs on the safe side. */
  readonly askedAtMs: number;
  readonly lifetimeSeconds: number;
  /** The Hub's clock minus this computer's, in milliseconds; null when the Hub did not say its time. */
  readonly clockAheadMs: number | null;
  /** Where it may be sent, as in {@link ClientAccess}. */
  readonly boundOrigins: readonly string[];
}

/** Milliseconds before its end at which a token is no longer used, so that no call starts that outlives it. */
const MARGIN_MS = 60_000;

/** When the token ends, in milliseconds since the epoch. */
export function expiresAtMs(token: Token): number {
  return token.askedAtMs + token.lifetimeSeconds * 1000;
}

/**
 * Whether a call may still be started with the token: until a minute before its end. A token that lives for less than
 * two minutes is used for half its life instead: with the full margin one of a minute or less would be out of use the
 * moment it came, and every call would ask for its own.
 */
export function isReusable(token: Token, nowMs: number): boolean {
  const lifetimeMs = token.lifetimeSeconds * 1000;
  return nowMs < expiresAtMs(token) - Math.min(MARGIN_MS, lifetimeMs / 2);
}

/** The origin of an address, null when it has none. */
function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}

/** The host of an address with its port, '' when it has none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '';
}

/** Whether an address is one that a secret or a token is bound to. */
export function isBoundTo(boundOrigins: readonly string[], address: string): boolean {
  const origin = originOf(address);
  return origin !== null && boundOrigins.includes(origin);
}

/** Asks for a token once. Failures: `secretBoundElsewhere` (nothing was sent) and those of {@link judgeTokenAnswer}. */
export async function askForToken(
  { http, clock }: { readonly http: HttpClient; readonly clock: Clock },
  access: ClientAccess,
): Promise<Result<Token>> {
  const { tokenEndpoint, boundOrigins } = access;
  const host = hostOf(tokenEndpoint);
  if (!isBoundTo(boundOrigins, tokenEndpoint)) return fail({ code: 'secretBoundElsewhere', host });
  const askedAtMs = clock.nowMs();
  const sent = await http.send(tokenRequest(access));
  if (!sent.ok) return fail(judgeTrouble(sent.failure, host));
  const receivedAtMs = clock.nowMs();
  const judged = judgeTokenAnswer(sent.value, { host, nowMs: receivedAtMs, secrets: secretsOf(access) });
  if (!judged.ok) return judged;
  const { accessToken, lifetimeSeconds } = judged.value;
  const times = peekTimes(accessToken);
  const ahead = clockAheadMs({ answer: sent.value, times, lifetimeSeconds, askedAtMs, receivedAtMs });
  const claims = peekClaims(accessToken);
  return ok({ value: accessToken, askedAtMs, lifetimeSeconds, clockAheadMs: ahead, boundOrigins, ...claims });
}
