// The end of a form that seals all secrets anew: that it goes on, what went wrong, and the buttons.
import type { ReactElement } from 'react';
import { failureOf } from '../../app/ask.ts';
import { Button } from '../../ui/button.tsx';
import { DialogFoot, DialogOutcome } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { uiWords } from '../../words/ui-words.ts';
import { moveWords } from '../../words/vault-words.ts';

interface MovingFootProps {
  readonly isPending: boolean;
  readonly error: unknown;
  /** What the button says that begins it. */
  readonly confirm: string;
  readonly onClose: () => void;
}

export function MovingFoot({ isPending, error, confirm, onClose }: MovingFootProps): ReactElement {
  const failure = failureOf(error);
  return (
    <>
      <DialogOutcome>
        {isPending && <ProgressBar label={moveWords.moving} />}
        {failure !== null && <FailureNotice failure={failure} />}
      </DialogOutcome>
      <DialogFoot>
        <Button onPress={onClose}>{uiWords.cancel}</Button>
        <Button look="primary" type="submit" isPending={isPending}>
          {confirm}
        </Button>
      </DialogFoot>
    </>
  );
}
