// Asks the registration API what there is (hub-contract section 1): the list, and one registration.
import type { Failure } from '#contract/failure.ts';
import type { Registration } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { HttpAnswer } from '../ports.ts';
import { judgeHubAnswer, judgeUnanswered } from './hub-answer.ts';
import type { HubLine } from './hub-line.ts';
import type { RegistrationCall } from './registration-call.ts';
import { readRegistration, readRegistrations } from './registration.ts';

/** The registrations of one hub, asked for on behalf of one credential. */
export interface RegistrationClient {
  list(): Promise<Result<readonly Registration[]>>;
  /** Failures: `registrationGone` besides those of any answer. */
  read(id: string): Promise<Result<Registration>>;
}

export function registrationClient(line: HubLine): RegistrationClient {
  async function ask(call: RegistrationCall): Promise<Result<HttpAnswer>> {
    const request = line.requestOf(call);
    if (request === null) return fail({ code: 'registrationGone' });
    const sent = await line.send(call, request);
    return sent.ok ? sent : fail(judgeUnanswered(sent.failure, line.context()));
  }

  async function list(): Promise<Result<readonly Registration[]>> {
    const answer = await ask({ kind: 'list' });
    if (!answer.ok) return answer;
    if (answer.value.status === 204) return ok([]);
    const judged = judgeHubAnswer(answer.value, line.context());
    if (!judged.ok) return judged;
    const registrations = readRegistrations(judged.value);
    return registrations === null ? fail(unexpectedJson(answer.value.status)) : ok(registrations);
  }

  async function read(id: string): Promise<Result<Registration>> {
    const answer = await ask({ kind: 'read', registrationId: id });
    if (!answer.ok) return answer;
    const { status } = answer.value;
    if (status === 404 || status === 410) return fail({ code: 'registrationGone' });
    const judged = judgeHubAnswer(answer.value, line.context());
    if (!judged.ok) return judged;
    const registration = readRegistration(judged.value);
    return registration === null ? fail(unexpectedJson(status)) : ok(registration);
  }

  return { list, read };
}

function unexpectedJson(status: number): Failure {
  return { code: 'answerUnreadable', status, found: 'otherJson' };
}
