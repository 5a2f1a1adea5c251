// What is typed when credentials are handed on, and what the contract's schema says of it.
import type { FieldProblem } from '#contract/failure.ts';
import { writeHandOffInput, type WriteHandOffInput } from '#contract/hand-off-inputs.ts';
import { problemsOf } from '../../app/form-problems.ts';
import type { Offered } from './offered-credentials.ts';

export interface HandOffForm {
  readonly lock: 'passphrase' | 'recipients';
  readonly passphrase: string;
  readonly repeat: string;
  /** Public keys as they were pasted, one on each line. */
  readonly recipients: string;
  readonly note: string;
  readonly withBackup: boolean;
}

export const emptyHandOffForm: HandOffForm = {
  lock: 'passphrase',
  passphrase: '',
  repeat: '',
  recipients: '',
  note: '',
  withBackup: false,
};

export interface CheckedHandOff {
  /** null when something stands in the way. */
  readonly input: WriteHandOffInput | null;
  readonly problems: readonly FieldProblem[];
  readonly isNothingChosen: boolean;
  readonly isRepeatDifferent: boolean;
}

/** The input of the operation, or what stands in its way. */
export function checkHandOff(form: HandOffForm, chosen: readonly Offered[]): CheckedHandOff {
  const { lock, passphrase, repeat, recipients, note, withBackup } = form;
  const idsOf = (kind: Offered['kind']) => chosen.filter((each) => each.kind === kind).map(({ id }) => id);
  const parsed = writeHandOffInput.safeParse({
    credentialIds: idsOf('registration'),
    pairIds: idsOf('dataSync'),
    lock: lock === 'passphrase' ? { kind: lock, passphrase } : { kind: lock, recipients: keysIn(recipients) },
    note,
    withBackup,
  });
  const isNothingChosen = chosen.length === 0 && !withBackup;
  const isRepeatDifferent = lock === 'passphrase' && passphrase !== repeat;
  const isReady = parsed.success && !isNothingChosen && !isRepeatDifferent;
  return {
    input: isReady ? parsed.data : null,
    problems: parsed.success ? [] : problemsOf(parsed.error).map(atField),
    isNothingChosen,
    isRepeatDifferent,
  };
}

/** The keys in what was pasted. */
export function keysIn(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter(Boolean);
}

/** The schema names a place inside the lock; the form has a field for each kind. */
function atField(problem: FieldProblem): FieldProblem {
  if (problem.field.includes('passphrase')) return { ...problem, field: 'passphrase' };
  return problem.field.includes('recipients') ? { ...problem, field: 'recipients' } : problem;
}
