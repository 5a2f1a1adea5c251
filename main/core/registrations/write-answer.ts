// Judges what the Hub answered to a call that changes something. The one thing this must never do is call something
// refused that may have been done: the person would send it again.
import type { Failure, UnreachableCause } from '#contract/failure.ts';
import type { JsonValue, Registration } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { isJsonList, isJsonObject, readJson } from '../answers/json-reading.ts';
import { judgeTrouble, retryAfterSeconds } from '../answers/server-condition.ts';
import type { AnswerContext } from '../answers/server-condition.ts';
import { quote } from '../answers/server-text.ts';
import type { HttpAnswer } from '../ports.ts';
import type { SendFailure } from '../tokens/authorized-send.ts';
import { everythingSaid, isSuccess, judgeRefusal, refusalInSuccess } from './hub-answer.ts';
import { readProblems } from './hub-problems.ts';
import { readId, readRegistration } from './registration.ts';

/** What the Hub says of the record that it changed: all of it, its ID alone, or not a word (both null). */
export interface WriteReceipt {
  readonly registration: Registration | null;
  readonly id: string | null;
}

/**
 * The receipt of a write; `outcomeUnknown` wherever it may have been done all the same. `isProven` says that something
 * besides the body proves a success to be one.
 */
export function judgeWriteAnswer(
  answer: HttpAnswer,
  context: AnswerContext & { readonly isProven?: boolean },
): Result<WriteReceipt> {
  if (isSuccess(answer.status)) return judgeSuccess(answer, context.isProven ?? false);
  const doubt = causeOfDoubt(answer, context.nowMs);
  if (doubt === null) return fail(judgeRefusal(answer, context));
  const message = wordsOf(answer);
  return fail({
    code: 'outcomeUnknown',
    cause: doubt,
    status: answer.status,
    ...(message === null ? {} : { message }),
  });
}

/** The failure of a write without an answer: unknown unless it certainly never arrived. */
export function judgeUnansweredWrite(failure: SendFailure, { host }: AnswerContext): Failure {
  if (failure.kind === 'unsent') return failure.failure;
  const { cause, mayHaveArrived } = failure.trouble;
  return mayHaveArrived ? { code: 'outcomeUnknown', cause } : judgeTrouble(failure.trouble, host);
}

/**
 * Statuses that leave it open whatever the body says: 303 sends the caller on *after* the work (RFC 9110, 15.4.4; the
 * other redirects send it on instead), and with 502 and 504 a gateway says that it passed the request on and heard
 * nothing of use.
 */
const IN_DOUBT: ReadonlyMap<number, UnreachableCause> = new Map([
  [303, 'redirected'],
  [502, 'other'],
  [504, 'timeout'],
]);

/**
 * Why it is not known what became of the request although a status came; null when the status is an answer. A server
 * error is one when the Hub names the field it did not take. Other words are no proof: a Hub that failed after it saved
 * has them too. A 503 is one when it says when to come back; without that it is also what a gateway says when its
 * connection to the Hub broke.
 */
function causeOfDoubt(answer: HttpAnswer, nowMs: number): UnreachableCause | null {
  const { status } = answer;
  const inDoubt = IN_DOUBT.get(status);
  if (inDoubt !== undefined) return inDoubt;
  if (status < 500 || (status === 503 && retryAfterSeconds(answer, nowMs) !== null)) return null;
  return namesAField(answer) ? null : 'other';
}

function namesAField(answer: HttpAnswer): boolean {
  const body = readJson(answer.body);
  const problems = body.ok ? readProblems(body.value) : null;
  return problems !== null && problems.fields.length > 0;
}

/** What an answer says in words; null for one that says nothing, or a whole page. */
function wordsOf(answer: HttpAnswer): string | null {
  const body = readJson(answer.body);
  if (body.ok) {
    const problems = readProblems(body.value);
    return problems === null ? null : everythingSaid(problems);
  }
  return body.failure === 'text' ? quote(answer.body, []) : null;
}

function judgeSuccess({ status, body: text }: HttpAnswer, isProven: boolean): Result<WriteReceipt> {
  const body = readJson(text);
  if (body.ok) {
    const refusal = refusalInSuccess(status, body.value);
    return refusal === null ? ok(readReceipt(body.value)) : fail(refusal);
  }
  // 201 says that it was made, 204 that there is nothing more to say. A 200 with a web page may be a proxy's sign-in,
  // and one with half a record was cut: both leave it open.
  const isClear = status !== 200 || isProven || body.failure === 'nothing';
  if (isClear) return ok({ registration: null, id: null });
  return fail({ code: 'outcomeUnknown', cause: body.failure === 'brokenJson' ? 'cut' : 'other', status });
}

/** The record stands there itself, or under `registration`, or as the only one of `registrations`. */
function readReceipt(body: JsonValue): WriteReceipt {
  const candidates = [body, ...(isJsonObject(body) ? [body['registration'], onlyOne(body['registrations'])] : [])];
  const record = candidates.find((candidate) => readId(candidate) !== null);
  const isWhole = isJsonObject(record) && 'applicationName' in record && 'status' in record;
  return { registration: isWhole ? readRegistration(record) : null, id: readId(record) };
}

function onlyOne(value: JsonValue | undefined): JsonValue | undefined {
  return isJsonList(value) && value.length === 1 ? value[0] : undefined;
}
