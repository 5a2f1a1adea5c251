// Whether what stands in a credentials file can be a client ID, a client secret, a token endpoint.
import type { CredentialsField, FieldProblemCode } from '#contract/failure.ts';
import { hubUrlProblem } from '#contract/inputs.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { meaningOfLabel } from './credential-labels.ts';
import type { LabelledPair } from './labelled-pair.ts';

const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/**
 * RFC 6749 appendix A.1 and A.2 allow the printable ASCII characters and the blank. A blank inside is refused too: no
 * server is known to issue one, and lines that were joined on the way look just like it.
 */
const IDENTIFIER = /^[\u0021-\u007e]+$/;
/** Pega issues 20 and 32 characters (hub-contract section 7). */
const IDENTIFIER_LIMIT = 1024;
const URL_LIMIT = 2048;

function identifierProblem(value: string): FieldProblemCode | null {
  if (CONTROL_CHARACTERS.test(value)) return 'controlCharacters';
  if (value.length > IDENTIFIER_LIMIT) return 'tooLong';
  return IDENTIFIER.test(value) ? null : 'invalid';
}

function endpointProblem(value: string): FieldProblemCode | null {
  if (CONTROL_CHARACTERS.test(value)) return 'controlCharacters';
  if (value.length > URL_LIMIT) return 'tooLong';
  return /\s/.test(value) ? 'malformedUrl' : hubUrlProblem(value);
}

const problemOf: Readonly<Record<CredentialsField, (value: string) => FieldProblemCode | null>> = {
  clientId: identifierProblem,
  clientSecret: identifierProblem,
  tokenEndpoint: endpointProblem,
};

/** All values that the pairs give to each field, each once, the empty ones left out. */
export function valuesByField(
  pairs: readonly LabelledPair[],
): ReadonlyMap<CredentialsField, ReadonlySet<string | null>> {
  const values = new Map<CredentialsField, Set<string | null>>();
  for (const { label, value } of pairs) {
    const meaning = meaningOfLabel(label);
    if (meaning === null || meaning === 'notNeeded') continue;
    const ofField = values.get(meaning) ?? new Set();
    values.set(meaning, value === '' ? ofField : ofField.add(value));
  }
  return values;
}

/** The one value of a field; null when there is none. Two different values are as bad as a wrong one. */
export function judgeField(
  field: CredentialsField,
  values: ReadonlySet<string | null> | undefined,
): Result<string | null, FieldProblemCode> {
  const [value, another] = values ?? [];
  if (value === undefined) return ok(null);
  if (value === null || another !== undefined) return fail('invalid');
  const problem = problemOf[field](value);
  return problem === null ? ok(value) : fail(problem);
}
