// What a schema did not accept, as field problems: main refuses by them and the forms show them.
import type { z } from 'zod';
import type { FieldProblem, FieldProblemCode } from './failure.ts';

// Each schema's message is one of these (contract/inputs.ts); zod's own sentences are not.
const codes: Readonly<Record<FieldProblemCode, true>> = {
  required: true,
  tooLong: true,
  tooShort: true,
  malformedUrl: true,
  insecureUrl: true,
  urlWithCredentials: true,
  malformedProxy: true,
  controlCharacters: true,
  notWhole: true,
  outOfRange: true,
  unknownKey: true,
  refusedByHub: true,
  invalid: true,
};

function isCode(message: string): message is FieldProblemCode {
  return Object.hasOwn(codes, message);
}

/** One problem a field, the first that was found. Nothing of the value is repeated. */
export function fieldProblems(issues: readonly z.core.$ZodIssue[]): readonly FieldProblem[] {
  const problems = new Map<string, FieldProblem>();
  for (const problem of issues.flatMap(problemsOf)) {
    if (!problems.has(problem.field)) problems.set(problem.field, problem);
  }
  return [...problems.values()];
}

function problemsOf(issue: z.core.$ZodIssue): readonly FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: key.slice(0, 100), problem: 'unknownKey' }));
  }
  return [{ field: fieldOf(issue.path), problem: codeOf(issue) }];
}

/** Of several shapes that a value could have had, the one that says what is wrong with it counts. */
function codeOf(issue: z.core.$ZodIssue): FieldProblemCode {
  const inner = issue.code === 'invalid_union' ? issue.errors.flat() : [];
  return [issue, ...inner].map(({ message }) => message).find(isCode) ?? 'invalid';
}

/** The key itself: `applicationName`, also where the form that has it is a part of the input. */
function fieldOf(path: readonly PropertyKey[]): string {
  return path.findLast((key) => typeof key === 'string') ?? '';
}
