// The life of the form Register application: what is typed, what was sent, what came back.
import { useState } from 'react';
import type { FieldProblem } from '#contract/failure.ts';
import type { Registration } from '#contract/registration.ts';
import { checked, emptyDraft, problemsOfField, type DraftField, type RegistrationDraft } from './registration-draft.ts';
import { atFirst, withProblems } from './register-step.ts';
import { useSending, type Sending, type SendingOptions } from './use-sending.ts';

export interface Registering extends Pick<Sending, 'step' | 'lookUp' | 'sendAgain'> {
  readonly draft: RegistrationDraft;
  readonly change: (changed: Partial<RegistrationDraft>) => void;
  /** A field was left: a hint appears under it if it needs one. */
  readonly leave: (field: DraftField) => void;
  /** Sends the draft if it can be sent; otherwise says what is missing. */
  readonly submit: () => void;
  /** Back from a look-up to the form, with everything that was typed. */
  readonly edit: () => void;
  /** Empties the form. */
  readonly startOver: () => void;
}

/** What is typed outlives a closed form and every failure; only a success or `startOver` empties it. */
export function useRegistering(registrations: readonly Registration[], options: SendingOptions): Registering {
  const [draft, setDraft] = useState(emptyDraft);
  const { step, setStep, send, lookUp, sendAgain } = useSending({
    ...options,
    onRegistered: (sent, made) => {
      setDraft(emptyDraft);
      options.onRegistered(sent, made);
    },
  });
  const setProblems = (change: (problems: readonly FieldProblem[]) => readonly FieldProblem[]): void =>
    setStep((now) => (now.kind === 'editing' ? { ...now, problems: change(now.problems) } : now));

  return {
    draft,
    step,
    lookUp,
    sendAgain,
    change: (changed) => {
      setDraft((now) => ({ ...now, ...changed }));
      setProblems((problems) => problems.filter(({ field }) => !(field in changed)));
    },
    leave: (field) =>
      setProblems((problems) =>
        // What was said of an unchanged value stays: leaving the field again says nothing new.
        problems.some((problem) => problem.field === field)
          ? problems
          : [...problems, ...problemsOfField(draft, field)],
      ),
    submit: () => {
      const result = checked(draft);
      if ('problems' in result) setStep(withProblems(result.problems));
      else send({ form: result.form, knownIds: new Set(registrations.map(({ id }) => id)) });
    },
    edit: () => setStep(atFirst),
    startOver: () => {
      setDraft(emptyDraft);
      setStep(atFirst);
    },
  };
}
