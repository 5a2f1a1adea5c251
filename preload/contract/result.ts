// Result: what every operation answers, so that an expected failure is a value that cannot be overlooked.
import type { Failure } from './failure.ts';

/** Either the value asked for, or the failure a person can be told about. Survives structured clone. */
export type Result<Value, Reason = Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Reason };

/** A success carrying `value`. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A failure carrying its reason. */
export function fail<Reason>(failure: Reason): { readonly ok: false; readonly failure: Reason } {
  return { ok: false, failure };
}
