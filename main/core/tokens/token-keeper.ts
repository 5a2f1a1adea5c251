// Keeps one token a credential: asked for once however many need it, reused while it is good, never after a refusal.
import type { TokenStatus } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import { fail } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { ActivityRecorder } from '../activity/activity-recorder.ts';
import type { Clock, HttpAnswer, HttpClient } from '../ports.ts';
import { forHub } from '../reach/reach-transport.ts';
import { sendWith } from './authorized-send.ts';
import type { ApiRequest, SendFailure } from './authorized-send.ts';
import type { OpenCredential } from './client-access.ts';
import { noToken, tokenSlot } from './token-slot.ts';
import type { TokenSlot } from './token-slot.ts';
import type { Token } from './token.ts';

export interface TokenKeeperPorts {
  readonly http: HttpClient;
  readonly clock: Clock;
  /** Whether who is to get the secret can be reached; found out before it is opened. */
  readonly knock: (credentialId: string) => Promise<Result<null>>;
  /** Opens the sealed secret for one token request; nothing of it is kept afterwards. */
  readonly openCredential: OpenCredential;
  /** Every token request is written down there. */
  readonly activity: ActivityRecorder;
  /** The hub of a saved credential; '' when there is none. */
  readonly hubIdOf: (credentialId: string) => string;
  /** Told after every token request and every {@link TokenKeeper.forget}. */
  readonly onChanged: (status: TokenStatus) => void;
}

/** Callers send through it instead of being handed a token. Tokens are in memory only, and gone with the process. */
export interface TokenKeeper {
  /**
   * Sends a request of the API with the credential's token. When the Hub answers 401, the token is dropped and the
   * request is sent once more with a new one; whatever comes then is the answer.
   */
  send(credentialId: string, request: ApiRequest): Promise<Result<HttpAnswer, SendFailure>>;
  /** Asks for a fresh token, also after a refusal; it takes the place of the one that is kept. */
  renew(credentialId: string): Promise<Result<Token>>;
  /** What is known of the token. Asks nobody. */
  status(credentialId: string): TokenStatus;
  /**
   * Drops the token and a remembered refusal. To be called whenever a credential was replaced, changed or removed:
   * a token request that is on its way is then for nobody, and who waited for it asks with what is saved now.
   */
  forget(credentialId: string): TokenStatus;
}

export function tokenKeeper({ onChanged, ...ports }: TokenKeeperPorts): TokenKeeper {
  // Forgetting takes the whole slot away, so that a late answer finds no reader.
  const slots = new Map<string, TokenSlot>();

  function slotOf(credentialId: string): TokenSlot {
    const known = slots.get(credentialId);
    if (known !== undefined) return known;
    const onSettled = (): void => {
      if (slots.get(credentialId) === slot) onChanged(slot.status());
    };
    const slot = tokenSlot(credentialId, { ...ports, http: transportOf(credentialId), onSettled });
    slots.set(credentialId, slot);
    return slot;
  }

  /** What goes the way that is set for the credential's hub: the same for the token and for what is asked with it. */
  function transportOf(credentialId: string): HttpClient {
    return { send: (request, options) => forHub(ports.http, ports.hubIdOf(credentialId)).send(request, options) };
  }

  /** A token of the slot as it is now; of one that was forgotten while it was waited for, that of its successor. */
  async function tokenFor(credentialId: string, how: 'acquire' | 'renew'): Promise<Result<Token>> {
    const slot = slotOf(credentialId);
    const token = await slot[how]();
    return slots.get(credentialId) === slot ? token : tokenFor(credentialId, 'acquire');
  }

  async function send(credentialId: string, request: ApiRequest): Promise<Result<HttpAnswer, SendFailure>> {
    const first = await tokenFor(credentialId, 'acquire');
    if (!first.ok) return unsent(first.failure);
    const answer = await sendWith(transportOf(credentialId), first.value)(request);
    if (!answer.ok || answer.value.status !== 401) return answer;
    // Sending again is allowed even for a POST that creates: with a 401 the Hub turned the caller away at the door,
    // before it did anything of what was asked.
    slots.get(credentialId)?.drop(first.value);
    const second = await tokenFor(credentialId, 'acquire');
    return second.ok ? sendWith(transportOf(credentialId), second.value)(request) : unsent(second.failure);
  }

  return {
    send,
    renew: (credentialId) => tokenFor(credentialId, 'renew'),
    status: (credentialId) => slots.get(credentialId)?.status() ?? noToken(credentialId),
    forget(credentialId) {
      slots.delete(credentialId);
      const forgotten = noToken(credentialId);
      onChanged(forgotten);
      return forgotten;
    },
  };
}

function unsent(failure: Failure): Result<never, SendFailure> {
  return fail({ kind: 'unsent', failure });
}
