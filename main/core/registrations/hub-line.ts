// The line to one hub: sends the calls of the registration API, and shows what went over it to whoever looks on.
import type { Result } from '#contract/result.ts';
import type { AnswerContext } from '../answers/server-condition.ts';
import type { Clock, HttpAnswer } from '../ports.ts';
import type { ApiRequest, AuthorizedSend, SendFailure } from '../tokens/authorized-send.ts';
import { hostOf } from '../tokens/token.ts';
import { requestOf } from './registration-call.ts';
import type { RegistrationCall } from './registration-call.ts';

/** A call that went out, and what came back. */
export interface MadeCall {
  readonly call: RegistrationCall;
  readonly request: ApiRequest;
  readonly atMs: number;
  /** null when no answer came. Its body is as the Hub sent it: it may hold a secret. */
  readonly answer: HttpAnswer | null;
  readonly durationMs: number;
}

export interface HubLinePorts {
  /** `https://<host>/prweb/api/ppf/v1`, without a slash at the end. */
  readonly baseUrl: string;
  readonly send: AuthorizedSend;
  readonly clock: Clock;
  /** Shown every call that went out. A connection test belongs to no saved hub and has nobody to show it to. */
  readonly onMade?: ((made: MadeCall) => void) | undefined;
}

export interface HubLine {
  /** The request of a call, null when its registration's ID cannot stand in an address. */
  requestOf(call: RegistrationCall): ApiRequest | null;
  /** Sends it, once. */
  send(call: RegistrationCall, request: ApiRequest): Promise<Result<HttpAnswer, SendFailure>>;
  /** What the judge of an answer that came just now has to know. */
  context(): AnswerContext & { readonly baseUrl: string };
}

export function hubLine({ baseUrl, send, clock, onMade }: HubLinePorts): HubLine {
  return {
    requestOf: (call) => requestOf(baseUrl, call),
    context: () => ({ baseUrl, host: hostOf(baseUrl), nowMs: clock.nowMs() }),
    async send(call, request) {
      const atMs = clock.nowMs();
      const sent = await send(request);
      if (sent.ok) {
        onMade?.({ call, request, atMs, answer: sent.value, durationMs: sent.value.durationMs });
      } else if (sent.failure.kind === 'trouble') {
        onMade?.({ call, request, atMs, answer: null, durationMs: Math.max(0, clock.nowMs() - atMs) });
      }
      return sent;
    },
  };
}
