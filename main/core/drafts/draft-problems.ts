// What stands in the way of sending a draft, by the same schemas that the forms and the operations have.
import type { DraftEdit, RegistrationDraftFields } from '#contract/draft-inputs.ts';
import type { FieldProblem } from '#contract/failure.ts';
import { fieldProblems } from '#contract/field-problems.ts';
import { registrationForm } from '#contract/inputs.ts';
import { editChanges } from '#contract/life-cycle-inputs.ts';

/** A draft keeps what was typed; the schemas want a number, or nothing where nothing was typed. */
function levelIn(typed: string): number | undefined {
  return typed.trim() === '' ? undefined : Number(typed);
}

/** The problems of a new registration; empty when it can be sent. */
export function problemsOfRegistration(fields: RegistrationDraftFields): readonly FieldProblem[] {
  const parsed = registrationForm.safeParse({ ...fields, productionLevel: levelIn(fields.productionLevel) });
  return parsed.success ? [] : fieldProblems(parsed.error.issues);
}

/** The problems of an edit: of the fields it changes, and of no others. */
export function problemsOfEdit({ changes }: DraftEdit): readonly FieldProblem[] {
  const { productionLevel, ...texts } = changes;
  // A level that was emptied is not the same as one that was left alone.
  const level = productionLevel === undefined ? {} : { productionLevel: levelIn(productionLevel) ?? null };
  const parsed = editChanges.safeParse({ ...texts, ...level });
  return parsed.success ? [] : fieldProblems(parsed.error.issues);
}
