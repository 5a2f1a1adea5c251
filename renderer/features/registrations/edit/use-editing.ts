// The life of the form Edit: what is typed, the difference that is sent, and what came back.
import { useState, type Dispatch, type SetStateAction } from 'react';
import type { FieldProblem } from '#contract/failure.ts';
import type { EditBase } from '#contract/life-cycle-inputs.ts';
import { decided, isDecided, type Side } from './conflict.ts';
import type { EditingOptions } from './edit-options.ts';
import { atFirst, toReview, withProblems, type EditStep } from './edit-step.ts';
import { problemsOfField, sendable, type EditField, type Sendable } from './edit-typing.ts';
import { useSendEdit } from './use-send-edit.ts';

export interface Editing {
  readonly step: EditStep;
  readonly change: (changed: Partial<EditBase>) => void;
  /** A field was left: a hint appears under it if it needs one. */
  readonly leave: (field: EditField) => void;
  /** Shows the difference, or what stands in its way. */
  readonly review: () => void;
  readonly backToForm: () => void;
  readonly send: () => void;
  readonly choose: (field: EditField, side: Side) => void;
  /** Goes on with what was chosen, to the difference as it is then. */
  readonly settleConflict: () => void;
  readonly lookUp: () => void;
}

export function useEditing(options: EditingOptions): Editing {
  const { typing, onTyping, onGivenUp } = options;
  const [step, setStep] = useState<EditStep>(atFirst);
  const { send, lookUp } = useSendEdit(options, setStep);
  const show = (found: ReturnType<typeof sendable>): void =>
    setStep('problems' in found ? withProblems(found.problems) : toReview(found));

  return {
    step,
    ...fieldsOf(options, setStep),
    review: () => show(sendable(typing)),
    backToForm: () => setStep(atFirst),
    send: () => {
      const ready = readyToSend(step);
      if (ready !== null) void send(ready);
    },
    choose: (field, side) =>
      setStep((now) => (now.kind === 'conflict' ? { ...now, choices: { ...now.choices, [field]: side } } : now)),
    settleConflict: () => {
      if (step.kind !== 'conflict' || !isDecided(step.conflict, step.choices)) return;
      const settled = decided(typing, step.conflict, step.choices);
      const found = sendable(settled);
      onTyping(settled);
      if ('differences' in found && found.differences.length === 0) onGivenUp();
      else show(found);
    },
    lookUp: () => {
      if (step.kind === 'unknown') void lookUp(step.sendable);
    },
  };
}

function readyToSend(step: EditStep): Sendable | null {
  return step.kind === 'reviewing' && step.sendable.differences.length > 0 ? step.sendable : null;
}

type SetStep = Dispatch<SetStateAction<EditStep>>;

function fieldsOf({ typing, onTyping }: EditingOptions, setStep: SetStep): Pick<Editing, 'change' | 'leave'> {
  const setProblems = (change: (problems: readonly FieldProblem[]) => readonly FieldProblem[]): void =>
    setStep((now) => (now.kind === 'editing' ? { ...now, problems: change(now.problems) } : now));
  return {
    change: (changed) => {
      onTyping({ ...typing, typed: { ...typing.typed, ...changed } });
      setProblems((problems) => problems.filter(({ field }) => !(field in changed)));
    },
    leave: (field) =>
      setProblems((problems) =>
        // What was said of an unchanged value stays: leaving the field again says nothing new.
        problems.some((problem) => problem.field === field)
          ? problems
          : [...problems, ...problemsOfField(typing, field)],
      ),
  };
}
