// The life of the form Register application: what is typed, what was sent, what came back.
import { useState } from 'react';
import type { FieldProblem } from '#contract/failure.ts';
import type { Registration } from '#contract/registration.ts';
import { keptFields, typedFields } from '../drafts/draft-fields.ts';
import {
  checked,
  emptyDraft,
  isEmpty,
  problemsOfField,
  type DraftField,
  type RegistrationDraft,
} from './registration-draft.ts';
import { atFirst, withProblems, type RegisterStep } from './register-step.ts';
import { useKeptDraft, type KeptDraft, type OpenedDraft } from './use-kept-draft.ts';
import { useSending, type Sending, type SendingOptions } from './use-sending.ts';

export interface RegisteringOptions extends SendingOptions {
  /** What was typed is kept as a draft; the form is empty again. */
  readonly onKept: () => void;
}

export interface Registering extends Pick<Sending, 'step' | 'lookUp' | 'sendAgain'> {
  readonly hubId: string;
  readonly draft: RegistrationDraft;
  readonly change: (changed: Partial<RegistrationDraft>) => void;
  /** A field was left: a hint appears under it if it needs one. */
  readonly leave: (field: DraftField) => void;
  /** Sends the draft if it can be sent; otherwise says what is missing. */
  readonly submit: () => void;
  /** Back from a look-up to the form, with everything that was typed. */
  readonly edit: () => void;
  /** Empties the form. A draft it came from stays. */
  readonly startOver: () => void;
  /** It was registered after all: empties the form, and takes away the draft it came from. */
  readonly finish: () => void;
  readonly kept: Pick<KeptDraft, 'isKeeping' | 'failure'>;
  /** Keeps what is typed as a draft instead of sending it. */
  readonly keep: () => void;
  /** Goes on with a draft. What was typed before becomes a draft itself; what is on its way comes first. */
  readonly load: (draft: OpenedDraft) => void;
}

/** What is typed outlives a closed form and every failure; only a success or `startOver` empties it. */
export function useRegistering(registrations: readonly Registration[], options: RegisteringOptions): Registering {
  const [draft, setDraft] = useState(emptyDraft);
  const kept = useKeptDraft(options.hubId);
  const { step, setStep, send, lookUp, sendAgain } = useSending({
    ...options,
    onRegistered: (sent, made) => {
      setDraft(emptyDraft);
      kept.finish();
      options.onRegistered(sent, made);
    },
  });
  const fill = (typed: RegistrationDraft, opened: OpenedDraft | null): void => {
    setDraft(typed);
    setStep(atFirst);
    kept.setOpened(opened);
  };
  const setProblems = (change: (problems: readonly FieldProblem[]) => readonly FieldProblem[]): void =>
    setStep((now) => (now.kind === 'editing' ? { ...now, problems: change(now.problems) } : now));

  return {
    hubId: options.hubId,
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
    ...waysOut({ draft, step, kept, fill, onKept: options.onKept }),
  };
}

interface WaysOutOptions {
  readonly draft: RegistrationDraft;
  readonly step: RegisterStep;
  readonly kept: KeptDraft;
  readonly fill: (typed: RegistrationDraft, opened: OpenedDraft | null) => void;
  readonly onKept: () => void;
}

/** How the form becomes another one: empty, kept, or filled from a draft. */
function waysOut(options: WaysOutOptions): Pick<Registering, 'kept' | 'startOver' | 'finish' | 'keep' | 'load'> {
  const { draft, step, kept, fill, onKept } = options;
  return {
    kept,
    startOver: () => fill(emptyDraft, null),
    finish: () => {
      fill(emptyDraft, null);
      kept.finish();
    },
    keep: () =>
      kept.keep(keptFields(draft), () => {
        fill(emptyDraft, null);
        onKept();
      }),
    load: (other) => {
      const loadNow = (): void => fill(typedFields(other.fields), other);
      if (step.kind !== 'editing') return;
      if (isEmpty(draft) || isAsKept(draft, kept.opened)) loadNow();
      else if (kept.opened?.id !== other.id) kept.keep(keptFields(draft), loadNow);
    },
  };
}

function isAsKept(draft: RegistrationDraft, opened: OpenedDraft | null): boolean {
  return opened !== null && JSON.stringify(typedFields(opened.fields)) === JSON.stringify(draft);
}
