// The steps of editing a registration: one union, and where each answer leads. Nothing is sent before it was shown.
import type { Failure, FieldProblem } from '#contract/failure.ts';
import { refusedFields } from '../../../app/form-problems.ts';
import type { Choices, Conflict } from './conflict.ts';
import { EDIT_FIELDS, type Sendable } from './edit-typing.ts';

/** What was learned about changes whose outcome is unknown. */
export type EditLook =
  { readonly kind: 'notAsked' | 'asking' } | { readonly kind: 'failed'; readonly failure: Failure };

export type EditStep =
  | {
      readonly kind: 'editing';
      /** What stands under the fields now: it goes when its field is changed. */
      readonly problems: readonly FieldProblem[];
      /** What the last attempt found, whatever became of it since. */
      readonly reported: readonly FieldProblem[];
      readonly failure: Failure | null;
    }
  /** The difference is shown. `isKnownAbsent` after a look-up found that it had not arrived. */
  | {
      readonly kind: 'reviewing';
      readonly sendable: Sendable;
      readonly failure: Failure | null;
      readonly isKnownAbsent: boolean;
    }
  | { readonly kind: 'sending'; readonly sendable: Sendable }
  | { readonly kind: 'conflict'; readonly conflict: Conflict; readonly choices: Choices }
  | { readonly kind: 'unknown'; readonly sendable: Sendable; readonly failure: Failure; readonly look: EditLook };

export const atFirst: EditStep = { kind: 'editing', problems: [], reported: [], failure: null };

export function withProblems(problems: readonly FieldProblem[], failure: Failure | null = null): EditStep {
  return { kind: 'editing', problems, reported: problems, failure };
}

export function toReview(sendable: Sendable, failure: Failure | null = null, isKnownAbsent = false): EditStep {
  return { kind: 'reviewing', sendable, failure, isKnownAbsent };
}

/** The step after the Hub, or the way to it, said no: back to the fields it names, else beside the button. */
export function afterRefusal(sendable: Sendable, failure: Failure): EditStep {
  if (failure.code === 'outcomeUnknown' || failure.code === 'unexpected') {
    return { kind: 'unknown', sendable, failure, look: { kind: 'notAsked' } };
  }
  const problems = refusedFields(failure);
  const isAboutFields = problems.some(({ field }) => EDIT_FIELDS.some((known) => known === field));
  return isAboutFields ? withProblems(problems, failure) : toReview(sendable, failure);
}
