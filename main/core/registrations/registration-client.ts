// Speaks the registration API (hub-contract section 1): list, read, create.
import type { Failure } from '#contract/failure.ts';
import type { RegistrationForm } from '#contract/inputs.ts';
import type { RegisterOutcome, Registration } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { AnswerContext } from '../answers/server-condition.ts';
import type { Clock } from '../ports.ts';
import type { AuthorizedSend } from '../tokens/authorized-send.ts';
import { hostOf } from '../tokens/token.ts';
import { judgeCreateAnswer, judgeUnansweredCreate } from './create-answer.ts';
import { judgeHubAnswer, judgeUnanswered } from './hub-answer.ts';
import { listAddress, registrationAddress } from './registration-address.ts';
import { readRegistration, readRegistrations, writeForm } from './registration.ts';

/** The API has no paging (hub-contract 3.4): one answer holds everything. About 100,000 registrations fit. */
const LIST_LIMIT_BYTES = 64 * 1024 * 1024;

export interface RegistrationClientPorts {
  /** `https://<host>/prweb/api/ppf/v1`, without a slash at the end. */
  readonly baseUrl: string;
  readonly send: AuthorizedSend;
  readonly clock: Clock;
}

/** The registrations of one hub, asked for on behalf of one credential. */
export interface RegistrationClient {
  list(): Promise<Result<readonly Registration[]>>;
  /** Failures: `registrationGone` besides those of any answer. */
  read(id: string): Promise<Result<Registration>>;
  /**
   * Creates a registration, once. When the Hub tells only its ID or its address, the record is read; if that fails, the
   * creation is still a success. Failures: `outcomeUnknown` wherever it may have been made.
   */
  create(form: RegistrationForm): Promise<Result<RegisterOutcome>>;
}

export function registrationClient({ baseUrl, send, clock }: RegistrationClientPorts): RegistrationClient {
  const context = (): AnswerContext => ({ host: hostOf(baseUrl), nowMs: clock.nowMs() });

  async function list(): Promise<Result<readonly Registration[]>> {
    const url = listAddress(baseUrl);
    const sent = await send({ method: 'GET', url, answerLimitBytes: LIST_LIMIT_BYTES });
    if (!sent.ok) return fail(judgeUnanswered(sent.failure, context()));
    if (sent.value.status === 204) return ok([]);
    const judged = judgeHubAnswer(sent.value, context());
    if (!judged.ok) return judged;
    const registrations = readRegistrations(judged.value);
    return registrations === null ? fail(unexpectedJson(sent.value.status)) : ok(registrations);
  }

  async function read(id: string): Promise<Result<Registration>> {
    const url = registrationAddress(baseUrl, id);
    if (url === null) return fail({ code: 'registrationGone' });
    const sent = await send({ method: 'GET', url });
    if (!sent.ok) return fail(judgeUnanswered(sent.failure, context()));
    if (sent.value.status === 404 || sent.value.status === 410) return fail({ code: 'registrationGone' });
    const judged = judgeHubAnswer(sent.value, context());
    if (!judged.ok) return judged;
    const registration = readRegistration(judged.value);
    return registration === null ? fail(unexpectedJson(sent.value.status)) : ok(registration);
  }

  async function create(form: RegistrationForm): Promise<Result<RegisterOutcome>> {
    const sent = await send({ method: 'POST', url: listAddress(baseUrl), body: JSON.stringify(writeForm(form)) });
    if (!sent.ok) return fail(judgeUnansweredCreate(sent.failure, context()));
    const receipt = judgeCreateAnswer(sent.value, { ...context(), baseUrl });
    if (!receipt.ok) return receipt;
    const { registration, id } = receipt.value;
    if (registration !== null || id === null) return ok({ registration });
    const record = await read(id);
    return ok({ registration: record.ok ? record.value : null });
  }

  return { list, read, create };
}

function unexpectedJson(status: number): Failure {
  return { code: 'answerUnreadable', status, found: 'otherJson' };
}
