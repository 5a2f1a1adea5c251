// The steps of registering an application: one union, and where each answer leads. Nothing here can send twice.
import type { Failure, FieldProblem } from '#contract/failure.ts';
import type { RegistrationForm } from '#contract/inputs.ts';
import type { Registration } from '#contract/registration.ts';
import { refusedFields } from '../../../app/form-problems.ts';

/** What is on its way, or may have arrived. */
export interface Sent {
  readonly form: RegistrationForm;
  /** The IDs that were known before: what is found under another one is new. */
  readonly knownIds: ReadonlySet<string>;
}

/** What was learned about a registration whose outcome is unknown. Only `absent` allows it to be sent again. */
export type LookUp =
  | { readonly kind: 'notAsked' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'found'; readonly registrations: readonly Registration[] }
  | { readonly kind: 'absent'; readonly older: readonly Registration[] };

export type RegisterStep =
  | {
      readonly kind: 'editing';
      /** What stands under the fields now: it goes when its field is changed. */
      readonly problems: readonly FieldProblem[];
      /** What the last attempt to send found, whatever became of it since. */
      readonly reported: readonly FieldProblem[];
      readonly failure: Failure | null;
    }
  | { readonly kind: 'sending'; readonly sent: Sent }
  | { readonly kind: 'unknown'; readonly sent: Sent; readonly failure: Failure; readonly lookUp: LookUp };

export const atFirst: RegisterStep = { kind: 'editing', problems: [], reported: [], failure: null };

/** The form cannot be sent as it is. */
export function withProblems(problems: readonly FieldProblem[], failure: Failure | null = null): RegisterStep {
  return { kind: 'editing', problems, reported: problems, failure };
}

/**
 * The step after the Hub, or the way to it, said no. Where it may have been registered all the same (no answer, or a
 * defect of the app half way), the form does not come back before it was looked up.
 */
export function afterRefusal(sent: Sent, failure: Failure): RegisterStep {
  if (failure.code === 'outcomeUnknown' || failure.code === 'unexpected') {
    return { kind: 'unknown', sent, failure, lookUp: { kind: 'notAsked' } };
  }
  return withProblems(refusedFields(failure), failure);
}

/** The failure as far as the fields do not tell it already; null when they do. */
export function failureBesideButton(
  { failure, problems }: Extract<RegisterStep, { kind: 'editing' }>,
  fields: readonly string[],
): Failure | null {
  if (failure === null) return null;
  const isToldByFields = problems.length > 0 && problems.every(({ field }) => fields.includes(field));
  const saysMore = failure.code === 'hubRefused' && failure.message !== null;
  return isToldByFields && !saysMore ? null : failure;
}

/** What the registrations of that name, as the Hub lists them now, say about what was sent. */
export function judgeLookUp({ knownIds }: Sent, named: readonly Registration[]): LookUp {
  const fresh = named.filter(({ id }) => !knownIds.has(id));
  return fresh.length > 0 ? { kind: 'found', registrations: fresh } : { kind: 'absent', older: named };
}
