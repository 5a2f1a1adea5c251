// Sends a call that changes something: written down before it goes out, sent once, judged, written down with its outcome.
import type { ActivityAction } from '#contract/activity.ts';
import { fail } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { AboutToSend, ActivityRecorder, Ended } from '../activity/activity-recorder.ts';
import type { HttpAnswer } from '../ports.ts';
import type { ApiRequest, SendFailure } from '../tokens/authorized-send.ts';
import type { HubLine } from './hub-line.ts';
import type { RegistrationCall } from './registration-call.ts';
import { judgeUnansweredWrite } from './write-answer.ts';

interface Write<Value> {
  readonly call: Exclude<RegistrationCall, { readonly kind: 'list' | 'read' }>;
  /** '' when it is not known. */
  readonly applicationName: string;
  /** Judges the answer, and takes out of it what must not be lost: nothing else is done with it before. */
  readonly take: (
    answer: HttpAnswer,
    context: ReturnType<HubLine['context']>,
  ) => Result<Value> | Promise<Result<Value>>;
  /** The registration that the answer tells of, where the call could not name it. */
  readonly idIn?: (value: Value) => string | null;
}

export interface Written<Value> {
  readonly judged: Result<Value>;
  /** null when no answer came. */
  readonly status: number | null;
}

type Named = Pick<Write<unknown>, 'call' | 'applicationName'>;

/**
 * Sends a write, once. Failures: `registrationGone` without anything sent when its ID cannot stand in an address,
 * `outcomeUnknown` wherever it may have been done without a clear answer.
 */
export type HubWriter = <Value>(write: Write<Value>) => Promise<Written<Value>>;

export interface HubWriterPorts {
  readonly line: HubLine;
  readonly activity: ActivityRecorder;
  readonly hubId: string;
  readonly credentialId: string;
}

export function hubWriter({ line, activity, hubId, credentialId }: HubWriterPorts): HubWriter {
  function about({ call, applicationName }: Named, request: ApiRequest): AboutToSend {
    return {
      hubId,
      credentialId,
      registrationId: call.kind === 'register' ? '' : call.registrationId,
      applicationName,
      action: actionOf(call),
      sent: describeRequest(request, line.context().baseUrl),
    };
  }

  return async (write) => {
    const request = line.requestOf(write.call);
    if (request === null) return { judged: fail({ code: 'registrationGone' }), status: null };
    const recorded = await activity.begin(about(write, request));
    const sent = await line.send(write.call, request);
    const judged = sent.ok
      ? await write.take(sent.value, line.context())
      : fail(judgeUnansweredWrite(sent.failure, line.context()));
    const id = judged.ok ? (write.idIn?.(judged.value) ?? null) : null;
    await recorded.end(outcomeOf(sent, judged), ...(id === null ? [] : [{ registrationId: id }]));
    return { judged, status: sent.ok ? sent.value.status : null };
  };
}

function actionOf(call: Named['call']): ActivityAction {
  return call.kind === 'action' ? call.action : call.kind;
}

/** `POST /registrations/REG-1/actions/enablesync`, and the body on the next line when there is one. */
function describeRequest({ method, url, body }: ApiRequest, baseUrl: string): string {
  const head = `${method} ${url.slice(baseUrl.length)}`;
  return body === undefined ? head : `${head}\n${body}`;
}

function outcomeOf(sent: Result<HttpAnswer, SendFailure>, judged: Result<unknown>): Ended {
  const status = sent.ok ? sent.value.status : null;
  if (judged.ok) return status === null ? { kind: 'unknown', cause: null } : { kind: 'done', status };
  const { failure } = judged;
  if (failure.code === 'outcomeUnknown') return { kind: 'unknown', cause: failure.cause };
  return status === null
    ? { kind: 'notSent', failure: failure.code }
    : { kind: 'refused', status, failure: failure.code };
}
