// Judges what the registration API answered to a question: what it tells, or which failure a person meets.
import type { Failure } from '#contract/failure.ts';
import type { JsonValue } from '#contract/registration.ts';
import { fail } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { readJson } from '../answers/json-reading.ts';
import { judgeCondition, judgeTrouble } from '../answers/server-condition.ts';
import type { AnswerContext } from '../answers/server-condition.ts';
import { quote } from '../answers/server-text.ts';
import type { HttpAnswer } from '../ports.ts';
import type { SendFailure } from '../tokens/authorized-send.ts';
import { readProblems } from './hub-problems.ts';
import type { HubProblems } from './hub-problems.ts';

/** Where the right success code is UNKNOWN, any of these is one (hub-contract section 10). */
export function isSuccess(status: number): boolean {
  return [200, 201, 202, 204].includes(status);
}

/** The JSON of a successful answer. Pega also sends its error bodies with 200. */
export function judgeHubAnswer(answer: HttpAnswer, context: AnswerContext): Result<JsonValue> {
  if (!isSuccess(answer.status)) return fail(judgeRefusal(answer, context));
  const body = readJson(answer.body);
  if (!body.ok) return fail({ code: 'answerUnreadable', status: answer.status, found: body.failure });
  const refusal = refusalInSuccess(answer.status, body.value);
  return refusal === null ? body : fail(refusal);
}

/** A failure that came with the status of a success: nothing but an error body. */
export function refusalInSuccess(status: number, body: JsonValue): Failure | null {
  const isErrorBody = typeof body === 'object' && body !== null && ('errors' in body || 'errorDetails' in body);
  const problems = isErrorBody ? readProblems(body) : null;
  return problems === null ? null : { code: 'hubRefused', status, ...problems };
}

/** Why an answer without success is none: by its status where that says it all, else by the words of its body. */
export function judgeRefusal(answer: HttpAnswer, context: AnswerContext): Failure {
  return judgeCondition(answer, context) ?? judgeWords(answer);
}

function judgeWords({ status, body: text }: HttpAnswer): Failure {
  const body = readJson(text);
  const problems = (body.ok ? readProblems(body.value) : null) ?? { message: null, fields: [] };
  if (status === 401 || status === 403) return { code: 'accessDenied', status, message: everythingSaid(problems) };
  // Nothing or a plain sentence still refuses; a web page or half a JSON text means that something else went wrong.
  if (body.ok || body.failure === 'nothing') return { code: 'hubRefused', status, ...problems };
  if (body.failure !== 'text') return { code: 'answerUnreadable', status, found: body.failure };
  return { code: 'hubRefused', status, message: quote(text, []), fields: [] };
}

/** What the Hub complained about, as one message; null when it said nothing. */
export function everythingSaid({ message, fields }: HubProblems): string | null {
  return quote([message, ...fields.map((field) => field.message)].filter(Boolean).join(' '), []);
}

/** The failure of a question that got no answer: asking again is harmless, so it does not matter whether it arrived. */
export function judgeUnanswered(failure: SendFailure, { host }: AnswerContext): Failure {
  return failure.kind === 'unsent' ? failure.failure : judgeTrouble(failure.trouble, host);
}
