// Every token request is written down before it is sent and with what came of it; nothing of the client but its address.
import type { FailureCode } from '#contract/failure.ts';
import type { Result } from '#contract/result.ts';
import type { Ended, RecordedCall } from '../activity/activity-recorder.ts';
import type { Clock, HttpAnswer, HttpClient, HttpTrouble } from '../ports.ts';
import type { ClientAccess } from './client-access.ts';
import { askForToken } from './token.ts';
import type { Token } from './token.ts';

export interface RecordedRequestPorts {
  readonly http: HttpClient;
  readonly clock: Clock;
  /** Writes down what is about to be sent, as {@link RecordedCall} says. */
  readonly begin: (sent: string) => Promise<RecordedCall>;
}

/** What came of a token request; `end` writes it down, when whoever asked has taken the token over. */
export interface RecordedRequest {
  readonly asked: Result<Token>;
  readonly end: () => Promise<void>;
}

/** {@link askForToken}, on the record. */
export async function askOnRecord(ports: RecordedRequestPorts, access: ClientAccess): Promise<RecordedRequest> {
  const call = await ports.begin(requestInWords(access));
  let sent: Result<HttpAnswer, HttpTrouble> | null = null;
  const http: HttpClient = { send: async (request, limits) => (sent = await ports.http.send(request, limits)) };
  const asked = await askForToken({ http, clock: ports.clock }, access);
  return { asked, end: () => call.end(endedAs(asked, sent)) };
}

/** The request as the activity log tells it: neither ID nor secret, which stand in its body or its header. */
function requestInWords({ tokenEndpoint }: ClientAccess): string {
  const path = URL.canParse(tokenEndpoint) ? new URL(tokenEndpoint).pathname : '';
  return `POST ${path}\ngrant_type=client_credentials`;
}

function endedAs(asked: Result<Token>, sent: Result<HttpAnswer, HttpTrouble> | null): Ended {
  const failure = asked.ok ? null : asked.failure.code;
  if (sent?.ok === true) return answeredWith(sent.value.status, failure);
  if (sent?.failure.mayHaveArrived === true) return { kind: 'unknown', cause: sent.failure.cause };
  return { kind: 'notSent', failure: failure ?? 'hubUnreachable' };
}

function answeredWith(status: number, failure: FailureCode | null): Ended {
  return failure === null ? { kind: 'done', status } : { kind: 'refused', status, failure };
}
