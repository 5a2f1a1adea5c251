// Why one field's value was not accepted, in the words that stand under that field.
import type { FieldProblem, FieldProblemCode } from '#contract/failure.ts';

const problemWords: Readonly<Record<Exclude<FieldProblemCode, 'refusedByHub'>, string>> = {
  required: 'Fill this in.',
  tooLong: 'This is too long.',
  tooShort: 'Use at least 10 characters; several words are best.',
  malformedUrl: 'Enter a whole address, such as https://app.example.com.',
  insecureUrl: 'The address must begin with https://; http:// is only for this computer.',
  urlWithCredentials: 'Take the user name and password out of the address.',
  malformedProxy: 'Enter the proxy as http://proxy.example.com:8080, without a path.',
  controlCharacters: 'Take out line breaks and invisible characters.',
  notWhole: 'Enter a whole number.',
  outOfRange: 'Choose one of the levels 1 to 5.',
  unknownKey: 'The app does not know this field.',
  invalid: 'This value cannot be used.',
};

/** What is wrong with a value, as one sentence; what the Hub said stands as it said it. */
export function describeProblem(
  fieldProblem: Pick<FieldProblem, 'problem' | 'message'> & Partial<Pick<FieldProblem, 'field'>>,
): string {
  if (fieldProblem.problem !== 'refusedByHub') return problemWords[fieldProblem.problem];
  return fieldProblem.message === undefined || fieldProblem.message === ''
    ? 'The Hub did not accept this value.'
    : `The Hub says: ${withoutField(fieldProblem.message, fieldProblem.field ?? '')}`;
}

/** The sentence stands under its field: the Hub’s `systemURL: ` before it would only say that once more. */
function withoutField(message: string, field: string): string {
  const named = /^[.\s]*([A-Za-z]+)\s*:\s+(?=\S)/.exec(message);
  const isOfField = named?.[1]?.toLowerCase().endsWith(field.toLowerCase()) ?? false;
  return named !== null && field !== '' && isOfField ? message.slice(named[0].length) : message;
}
