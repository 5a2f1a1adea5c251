// The question before a step of the life cycle, what is happening while it is on its way, and what came of it.
import type { ReactElement } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { actionWords, lifeCycleWords, nameOf, unknownOutcomeWords } from '../../../words/life-cycle-words.ts';
import { ActionQuestion } from './action-question.tsx';
import { ActionReceived } from './action-received.tsx';
import { lastOf, nextOf, type Acting } from './acting-step.ts';
import { ActionUnknown } from './action-unknown.tsx';
import type { ActingControl } from './use-acting.ts';

interface ActionDialogProps {
  readonly hubId: string;
  readonly control: ActingControl;
  readonly canAsk: boolean;
}

export function ActionDialog({ hubId, control, canAsk }: ActionDialogProps): ReactElement | null {
  const { acting, close } = control;
  if (acting === null) return null;
  const { step, isOpen } = acting;
  return (
    <Dialog
      title={titleOf(acting)}
      role={step.kind === 'asking' ? 'alertdialog' : 'dialog'}
      isOpen={isOpen}
      onClose={close}
    >
      {(step.kind === 'asking' || step.kind === 'performing') && (
        <ActionQuestion hubId={hubId} acting={acting} control={control} canAsk={canAsk} />
      )}
      {step.kind === 'unknown' && <ActionUnknown hubId={hubId} acting={acting} step={step} control={control} />}
      {step.kind === 'received' && (
        <ActionReceived hubId={hubId} acting={acting} outcome={step.outcome} onDone={close} />
      )}
    </Dialog>
  );
}

/** A question only until its answer may have come. */
function titleOf(acting: Acting): string {
  const { asked, step } = acting;
  const name = nameOf(asked.registration);
  if (step.kind === 'received') return lifeCycleWords.receivedTitle(name);
  if (step.kind === 'unknown') return unknownOutcomeWords.dialog(nextOf(acting), name);
  return actionWords[lastOf(asked.way)].question(name);
}
