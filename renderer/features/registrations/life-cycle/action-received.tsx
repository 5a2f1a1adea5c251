// After a step that gives a pair: the pair, to be copied and checked at once, or the word that none came.
import type { ReactElement } from 'react';
import type { PairOutcome } from '#contract/life-cycle.ts';
import { Button } from '../../../ui/button.tsx';
import { DialogBody, DialogFoot } from '../../../ui/dialog.tsx';
import { actionWords, lifeCycleWords, nameOf } from '../../../words/life-cycle-words.ts';
import { ReceivedPair } from '../pairs/received-pair.tsx';
import { TheAnswer } from '../wire/the-answer.tsx';
import { lastOf, type Acting } from './acting-step.ts';

interface ActionReceivedProps {
  readonly hubId: string;
  readonly acting: Acting;
  readonly outcome: Exclude<PairOutcome, { kind: 'notExpected' }>;
  readonly onDone: () => void;
}

export function ActionReceived({ hubId, acting, outcome, onDone }: ActionReceivedProps): ReactElement {
  const { registration, way } = acting.asked;
  const action = lastOf(way);
  return (
    <>
      <DialogBody>
        <p>{actionWords[action].done(nameOf(registration))}</p>
        <ReceivedPair outcome={outcome} />
        <TheAnswer hubId={hubId} registrationId={registration.id} call={action} />
      </DialogBody>
      <DialogFoot>
        <Button look="primary" autoFocus onPress={onDone}>
          {lifeCycleWords.done}
        </Button>
      </DialogFoot>
    </>
  );
}
