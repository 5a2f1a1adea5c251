// The token of one credential, from the first request for it until it is forgotten.
import type { TokenStatus } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Clock, HttpClient } from '../ports.ts';
import type { OpenCredential } from './client-access.ts';
import { askForToken, expiresAtMs, isReusable } from './token.ts';
import type { Token } from './token.ts';

export interface TokenSlotPorts {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly openCredential: OpenCredential;
  /** Told when a token request has ended, however it ended. */
  readonly onSettled: () => void;
}

export interface TokenSlot {
  /** The token that is kept, or the remembered refusal; asks when there is neither. */
  acquire(): Promise<Result<Token>>;
  /** Asks in any case, or waits for the request that is in flight: at no time are there two. */
  renew(): Promise<Result<Token>>;
  /** Drops a token that the API did not accept, unless another has come in its place already. */
  drop(refused: Token): void;
  status(): TokenStatus;
}

type Refusal = Extract<Failure, { code: 'tokenRefused' }>;

export function tokenSlot(credentialId: string, ports: TokenSlotPorts): TokenSlot {
  const { http, clock, openCredential, onSettled } = ports;
  let token: Token | null = null;
  // A rejected secret is never tried again by itself: a Hub may lock out who tries too often (hub-contract 8.6).
  let refusal: Refusal | null = null;
  let asking: Promise<Result<Token>> | null = null;

  async function ask(): Promise<Result<Token>> {
    const opened = await openCredential(credentialId);
    const asked = opened.ok ? await askForToken({ http, clock }, opened.value) : opened;
    if (asked.ok) token = asked.value;
    // Any other failure leaves an old token alone: it may still be good.
    if (!asked.ok && asked.failure.code === 'tokenRefused') {
      token = null;
      refusal = asked.failure;
    }
    onSettled();
    return asked;
  }

  function renew(): Promise<Result<Token>> {
    refusal = null;
    asking ??= ask().finally(() => (asking = null));
    return asking;
  }

  return {
    renew,
    async acquire() {
      if (refusal !== null) return fail(refusal);
      return token !== null && isReusable(token, clock.nowMs()) ? ok(token) : renew();
    },
    drop(refused) {
      if (token === refused) token = null;
    },
    status() {
      if (refusal !== null) return blank(credentialId, 'refused');
      if (token === null || expiresAtMs(token) <= clock.nowMs()) return blank(credentialId, 'none');
      const { operator, accessGroup } = token;
      return { credentialId, state: 'valid', expiresAtMs: expiresAtMs(token), operator, accessGroup };
    },
  };
}

function blank(credentialId: string, state: 'none' | 'refused'): TokenStatus {
  return { credentialId, state, expiresAtMs: null, operator: null, accessGroup: null };
}

/** The status of a credential that has no slot. */
export function noToken(credentialId: string): TokenStatus {
  return blank(credentialId, 'none');
}
