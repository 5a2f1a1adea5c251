// A new passphrase as it is typed twice, and what is wrong with it.
import type { FieldProblem } from '#contract/failure.ts';
import { PASSPHRASE_MIN_LENGTH } from '#contract/vault-inputs.ts';
import { describeProblem } from '../../words/describe-problem.ts';
import { passphraseWords as words } from '../../words/vault-words.ts';

export interface TypedPassphrase {
  readonly next: string;
  readonly repeated: string;
}

/** The sentences under the two fields; null when it can be taken. */
export function passphraseProblems({ next, repeated }: TypedPassphrase): Readonly<Record<string, string>> | null {
  const problem = lengthProblem(next);
  if (problem !== null) return { next: describeProblem({ problem }) };
  return next === repeated ? null : { repeated: words.differs };
}

function lengthProblem(text: string): FieldProblem['problem'] | null {
  if (text === '') return 'required';
  return text.length < PASSPHRASE_MIN_LENGTH ? 'tooShort' : null;
}
