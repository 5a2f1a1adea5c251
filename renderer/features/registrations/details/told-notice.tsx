// One quiet word about what was just done to this registration, with the press that takes it back and the Hub's answer.
import type { ReactElement } from 'react';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import type { LastExchangeInput } from '#contract/life-cycle-inputs.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { lifeCycleWords } from '../../../words/life-cycle-words.ts';
import { TheAnswer } from '../wire/the-answer.tsx';

export interface Told {
  readonly registrationId: string;
  readonly sentence: string;
  /** The call whose answer is shown with it; null when nothing was sent. */
  readonly call: LastExchangeInput['call'] | null;
  /** The step that takes it back, where the Hub has one. */
  readonly undo: LifeCycleAction | null;
}

interface ToldNoticeProps {
  readonly hubId: string;
  readonly told: Told;
  /** False while the Hub cannot be asked, or another step is on its way. */
  readonly canUndo: boolean;
  readonly onUndo: (action: LifeCycleAction) => void;
  readonly onDismiss: () => void;
}

export function ToldNotice({ hubId, told, canUndo, onUndo, onDismiss }: ToldNoticeProps): ReactElement {
  const { registrationId, sentence, call, undo } = told;
  return (
    <Notice kind="positive" isLive title={sentence} onDismiss={onDismiss}>
      <div className="details-told">
        {undo !== null && (
          <Button size="small" isDisabled={!canUndo} onPress={() => onUndo(undo)}>
            {lifeCycleWords.undo}
          </Button>
        )}
        {call !== null && <TheAnswer hubId={hubId} registrationId={registrationId} call={call} />}
      </div>
    </Notice>
  );
}
