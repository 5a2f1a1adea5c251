// The one place where a Result becomes what react-query expects: a value, or an error that carries the failure.
import type { Failure } from '#contract/failure.ts';
import type { Result } from '#contract/result.ts';

/** A failure a person can be told about, in the shape react-query hands around. */
class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** The value of an answer; throws FailureError. For query and mutation functions only. */
export async function ask<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (result.ok) return result.value;
  throw new FailureError(result.failure);
}

/** The failure behind an error of a query or mutation; null when there is none. A defect is told as `unexpected`. */
export function failureOf(error: unknown): Failure | null {
  if (error === null || error === undefined) return null;
  return error instanceof FailureError ? error.failure : { code: 'unexpected', reference: 'window' };
}

/** The answer as a Result whatever happens: the net under work that no query or mutation carries. */
export async function settle<Value>(answer: Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await answer;
  } catch (error) {
    return { ok: false, failure: failureOf(error) ?? { code: 'unexpected', reference: 'window' } };
  }
}
