// After an edit without an answer: look at the record, which tells whether the changes arrived.
import { Search } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ChangeList } from '../../../ui/change-list.tsx';
import { DialogBody, DialogFoot, DialogOutcome } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { describeFailure } from '../../../words/describe-failure.ts';
import { editUnknownWords as words } from '../../../words/edit-words.ts';
import type { EditDialogProps } from './edit-options.ts';
import type { EditStep } from './edit-step.ts';
import type { Editing } from './use-editing.ts';

type EditUnknownProps = EditDialogProps & {
  readonly editing: Editing;
  readonly step: Extract<EditStep, { kind: 'unknown' }>;
};

export function EditUnknown({ name, editing, step }: EditUnknownProps): ReactElement {
  const { failure, look, sendable } = step;
  return (
    <>
      <DialogBody>
        <Notice kind="caution" isLive title={words.title(name)}>
          <p>{describeFailure(failure).sentence}</p>
        </Notice>
        <ChangeList changes={sendable.differences} />
      </DialogBody>
      <DialogOutcome>
        {look.kind === 'asking' && <ProgressBar label={words.lookingUp} />}
        {look.kind === 'failed' && <FailureNotice failure={look.failure} />}
      </DialogOutcome>
      <DialogFoot>
        <Button autoFocus look="primary" icon={Search} isPending={look.kind === 'asking'} onPress={editing.lookUp}>
          {words.lookUp}
        </Button>
      </DialogFoot>
    </>
  );
}
