// Edit a registration: the form, then the difference that will be sent, then what came of it.
import type { ReactElement } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { editDialogWords as words } from '../../../words/edit-words.ts';
import { ConflictStep } from './conflict-step.tsx';
import { EditForm } from './edit-form.tsx';
import type { EditDialogProps } from './edit-options.ts';
import { EditReview } from './edit-review.tsx';
import { EditUnknown } from './edit-unknown.tsx';
import { useEditing } from './use-editing.ts';

export function EditDialog(props: EditDialogProps): ReactElement {
  const { name, isOpen, onClose } = props;
  const editing = useEditing(props);
  const { step } = editing;
  return (
    <Dialog title={words.title(name)} isOpen={isOpen} onClose={onClose}>
      {step.kind === 'editing' && <EditForm {...props} editing={editing} step={step} />}
      {(step.kind === 'reviewing' || step.kind === 'sending') && (
        <EditReview {...props} editing={editing} step={step} />
      )}
      {step.kind === 'conflict' && <ConflictStep {...props} editing={editing} step={step} />}
      {step.kind === 'unknown' && <EditUnknown {...props} editing={editing} step={step} />}
    </Dialog>
  );
}
