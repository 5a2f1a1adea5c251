// Judges what the Hub answered to Create: as any write, and besides its body an address may tell what was made.
import type { Failure } from '#contract/failure.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { AnswerContext } from '../answers/server-condition.ts';
import { quote } from '../answers/server-text.ts';
import type { HttpAnswer } from '../ports.ts';
import { idInLocation } from './registration-address.ts';
import { judgeWriteAnswer } from './write-answer.ts';
import type { WriteReceipt } from './write-answer.ts';

/** The receipt of a creation; `outcomeUnknown` wherever the registration may exist all the same. */
export function judgeCreateAnswer(
  answer: HttpAnswer,
  context: AnswerContext & { readonly baseUrl: string },
): Result<WriteReceipt> {
  const locatedId = idInLocation(answer.headers['location'], context.baseUrl);
  const judged = judgeWriteAnswer(answer, { ...context, isProven: locatedId !== null });
  if (!judged.ok) return fail(withoutWeighting(judged.failure));
  const { registration, id } = judged.value;
  return ok({ registration, id: id ?? locatedId });
}

/** Create has no weighting: what the Hub says of it belongs to no field of that form, and must not be lost. */
function withoutWeighting(failure: Failure): Failure {
  if (failure.code !== 'hubRefused') return failure;
  const about = failure.fields.find(({ field }) => field === 'weighting');
  if (about === undefined) return failure;
  const message = quote([failure.message, about.message].filter(Boolean).join(' '), []);
  return { ...failure, message, fields: failure.fields.filter((other) => other !== about) };
}
