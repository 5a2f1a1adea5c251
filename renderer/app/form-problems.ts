// Field problems, whether the contract's schema found them in the form or main refused: one shape under the fields.
import type { z } from 'zod';
import type { Failure, FieldProblem } from '#contract/failure.ts';
import { fieldProblems } from '#contract/field-problems.ts';
import { describeProblem } from '../words/describe-problem.ts';

/** What the schema found, as field problems: the messages of contract/inputs.ts are their codes. */
export function problemsOf(error: z.ZodError): readonly FieldProblem[] {
  return fieldProblems(error.issues);
}

/** What main or the Hub refused by field; empty for every failure that is about something else. */
export function refusedFields(failure: Failure | null): readonly FieldProblem[] {
  return failure?.code === 'inputInvalid' || failure?.code === 'hubRefused' ? failure.fields : [];
}

/** The sentences under the fields, as RAC's `Form validationErrors` takes them; the first problem of a field counts. */
export function validationErrors(problems: readonly FieldProblem[]): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const problem of problems) sentences[problem.field] ??= describeProblem(problem);
  return sentences;
}
