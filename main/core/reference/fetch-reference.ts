// Fetches what a Hub says of its own API, with the hub's token only where that token belongs.
import type { Failure } from '#contract/failure.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { judgeCondition } from '../answers/server-condition.ts';
import { originOf, originsOf } from '../hubs/hub-addresses.ts';
import type { Clock, HttpAnswer, HttpClient } from '../ports.ts';
import { forHub } from '../reach/reach-transport.ts';
import { judgeRefusal, judgeUnanswered } from '../registrations/hub-answer.ts';
import type { SendFailure } from '../tokens/authorized-send.ts';
import type { TokenKeeper } from '../tokens/token-keeper.ts';
import { hostOf } from '../tokens/token.ts';

/** A description of a whole platform takes some hundred kilobytes; this leaves out what is none. */
const LIMIT_BYTES = 4 * 1024 * 1024;

/** What has to be known of a saved hub. A StoredHub is one. */
export interface ReferenceHub {
  readonly id: string;
  readonly baseUrl: string;
  readonly credentialInUseId: string | null;
  readonly credentials: readonly { readonly id: string; readonly tokenEndpoint: string }[];
}

export interface FetchPorts {
  readonly http: HttpClient;
  readonly tokens: Pick<TokenKeeper, 'send'>;
  readonly clock: Clock;
}

/**
 * The text at the address. Failures: those of the token, `hubUnreachable`, `hubBusy`, `accessDenied`, and
 * `referenceUnreadable` for every other status: whatever is there, it is not the description.
 */
export async function fetchReference(ports: FetchPorts, hub: ReferenceHub, address: string): Promise<Result<string>> {
  const context = { host: hostOf(address), nowMs: ports.clock.nowMs() };
  const sent = await send(ports, hub, address);
  if (!sent.ok) return fail(judgeUnanswered(sent.failure, context));
  const answer = sent.value;
  if (answer.status === 200) return ok(answer.body);
  if (answer.status === 401 || answer.status === 403) return fail(judgeRefusal(answer, context));
  return fail(judgeCondition(answer, context) ?? unreadable(address));
}

/** What is at the address is no description of an API. */
export function unreadable(address: string): Failure {
  return { code: 'referenceUnreadable', host: hostOf(address) };
}

async function send(ports: FetchPorts, hub: ReferenceHub, address: string): Promise<Result<HttpAnswer, SendFailure>> {
  const credential = hub.credentials.find(({ id }) => id === hub.credentialInUseId);
  const isOwn =
    credential !== undefined && originsOf(credential.tokenEndpoint, hub.baseUrl).includes(originOf(address));
  if (!isOwn) return sendBare(forHub(ports.http, hub.id), address);
  const request = { method: 'GET', url: address, answerLimitBytes: LIMIT_BYTES } as const;
  const sent = await ports.tokens.send(credential.id, request);
  // The secret's own seal has the last word on where its token may go.
  const isBoundElsewhere =
    !sent.ok && sent.failure.kind === 'unsent' && sent.failure.failure.code === 'secretBoundElsewhere';
  return isBoundElsewhere ? sendBare(forHub(ports.http, hub.id), address) : sent;
}

async function sendBare(http: HttpClient, url: string): Promise<Result<HttpAnswer, SendFailure>> {
  const headers = { accept: 'application/json, application/yaml;q=0.9, */*;q=0.5' };
  const sent = await http.send({ method: 'GET', url, headers }, { answerLimitBytes: LIMIT_BYTES });
  return sent.ok ? sent : fail({ kind: 'trouble', trouble: sent.failure });
}
