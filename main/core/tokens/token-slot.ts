// The token of one credential, from the first request for it until it is forgotten.
import type { TokenStatus } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { ActivityRecorder, RecordedCall } from '../activity/activity-recorder.ts';
import type { Clock, HttpClient } from '../ports.ts';
import type { ClientAccess, OpenCredential } from './client-access.ts';
import { askOnRecord } from './recorded-request.ts';
import { expiresAtMs, isReusable } from './token.ts';
import type { Token } from './token.ts';

export interface TokenSlotPorts {
  readonly http: HttpClient;
  readonly clock: Clock;
  /** Whether who is to get the secret can be reached. */
  readonly knock: (credentialId: string) => Promise<Result<null>>;
  readonly openCredential: OpenCredential;
  readonly activity: ActivityRecorder;
  /** The hub of a saved credential; '' when there is none. */
  readonly hubIdOf: (credentialId: string) => string;
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

/** A token is for no registration in particular. */
const ABOUT_TOKEN = { action: 'token', registrationId: '', applicationName: '' } as const;

type Refusal = Extract<Failure, { code: 'tokenRefused' }>;

export function tokenSlot(credentialId: string, ports: TokenSlotPorts): TokenSlot {
  const { http, clock, activity, hubIdOf, onSettled } = ports;
  let token: Token | null = null;
  // A rejected secret is never tried again by itself: a Hub may lock out who tries too often (hub-contract 8.6).
  let refusal: Refusal | null = null;
  let asking: Promise<Result<Token>> | null = null;

  const begin = (sent: string): Promise<RecordedCall> =>
    activity.begin({ ...ABOUT_TOKEN, hubId: hubIdOf(credentialId), credentialId, sent });

  /** No keystore is touched, and nobody is asked for a passphrase, for a Hub that is away. */
  async function open(): Promise<Result<ClientAccess>> {
    const knocked = await ports.knock(credentialId);
    return knocked.ok ? ports.openCredential(credentialId) : knocked;
  }

  async function ask(): Promise<Result<Token>> {
    const opened = await open();
    if (!opened.ok) {
      onSettled();
      return opened;
    }
    const request = await askOnRecord({ http, clock, begin }, opened.value);
    const { asked } = request;
    if (asked.ok) token = asked.value;
    // Any other failure leaves an old token alone: it may still be good.
    if (!asked.ok && asked.failure.code === 'tokenRefused') {
      token = null;
      refusal = asked.failure;
    }
    // Not earlier: only now the operator that the token speaks for can be asked for.
    await request.end();
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
      const { operator, accessGroup, clockAheadMs } = token;
      return { credentialId, state: 'valid', expiresAtMs: expiresAtMs(token), operator, accessGroup, clockAheadMs };
    },
  };
}

function blank(credentialId: string, state: 'none' | 'refused'): TokenStatus {
  return { credentialId, state, expiresAtMs: null, operator: null, accessGroup: null, clockAheadMs: null };
}

/** The status of a credential that has no slot. */
export function noToken(credentialId: string): TokenStatus {
  return blank(credentialId, 'none');
}
