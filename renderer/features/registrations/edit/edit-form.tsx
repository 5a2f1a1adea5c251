// The form of an edit. What is typed survives everything; it can be kept as a draft at any time.
import type { ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import { validationErrors } from '../../../app/form-problems.ts';
import { Button } from '../../../ui/button.tsx';
import { DialogBody, DialogFoot, DialogOutcome } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { editDialogWords as words } from '../../../words/edit-words.ts';
import { uiWords } from '../../../words/ui-words.ts';
import { useFirstProblemFocused } from '../register/use-first-problem-focused.ts';
import { TheAnswer } from '../wire/the-answer.tsx';
import type { EditDialogProps } from './edit-options.ts';
import { EditFields } from './edit-fields.tsx';
import type { EditStep } from './edit-step.ts';
import { isChanged } from './edit-typing.ts';
import { KeepDraftButton, useKeepDraft } from './keep-draft.tsx';
import type { Editing } from './use-editing.ts';

type EditFormProps = EditDialogProps & {
  readonly editing: Editing;
  readonly step: Extract<EditStep, { kind: 'editing' }>;
};

export function EditForm(props: EditFormProps): ReactElement {
  const { hubId, registrationId, typing, registrations, editing, step, onClose, onStartOver } = props;
  const formRef = useFirstProblemFocused(step.reported);
  const keep = useKeepDraft(props);
  const hasChanges = isChanged(typing);
  return (
    <Form
      ref={formRef}
      validationBehavior="aria"
      validationErrors={validationErrors(step.problems)}
      onSubmit={(event) => {
        event.preventDefault();
        if (hasChanges) editing.review();
      }}
    >
      <DialogBody>
        <EditFields
          typed={typing.typed}
          registrations={registrations}
          onChange={editing.change}
          onLeave={editing.leave}
        />
      </DialogBody>
      <DialogOutcome>
        {!hasChanges && <p className="muted">{words.nothingChanged}</p>}
        {step.failure !== null && (
          <>
            <FailureNotice failure={step.failure} />
            <TheAnswer hubId={hubId} registrationId={registrationId} call="edit" />
          </>
        )}
        {keep.failure !== null && <FailureNotice failure={keep.failure} />}
      </DialogOutcome>
      <DialogFoot
        start={
          <Button look="quiet" isDisabled={!hasChanges} onPress={onStartOver}>
            {words.startOver}
          </Button>
        }
      >
        <Button onPress={onClose}>{uiWords.cancel}</Button>
        <KeepDraftButton keep={keep} isDisabled={!hasChanges} />
        <Button look="primary" type="submit" isDisabled={!hasChanges}>
          {words.review}
        </Button>
      </DialogFoot>
    </Form>
  );
}
