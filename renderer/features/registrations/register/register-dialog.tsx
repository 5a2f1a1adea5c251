// Register application: the form, and after a missing answer the way to find out what became of it.
import type { ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Registration } from '#contract/registration.ts';
import { validationErrors } from '../../../app/form-problems.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot, DialogOutcome } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { registeringWords as words } from '../../../words/registering-words.ts';
import { uiWords } from '../../../words/ui-words.ts';
import { OutcomeUnknown } from './outcome-unknown.tsx';
import { RegisterFields } from './register-fields.tsx';
import { failureBesideButton } from './register-step.ts';
import { isEmpty } from './registration-draft.ts';
import { useFirstProblemFocused } from './use-first-problem-focused.ts';
import type { Registering } from './use-registering.ts';
import './register.css';

interface RegisterDialogProps {
  readonly isOpen: boolean;
  readonly registering: Registering;
  readonly registrations: readonly Registration[];
  /** What is typed, and what is on its way, stays as it is. */
  readonly onClose: () => void;
  /** What was thought lost turned out to be registered. */
  readonly onOpen: (registration: Registration) => void;
}

export function RegisterDialog(props: RegisterDialogProps): ReactElement {
  const { isOpen, registering, registrations, onClose, onOpen } = props;
  const { step } = registering;
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={onClose}>
      {step.kind === 'unknown' ? (
        <OutcomeUnknown step={step} registering={registering} onOpen={onOpen} />
      ) : (
        <RegisterForm registering={registering} registrations={registrations} onClose={onClose} />
      )}
    </Dialog>
  );
}

type RegisterFormProps = Pick<RegisterDialogProps, 'registering' | 'registrations' | 'onClose'>;

function RegisterForm({ registering, registrations, onClose }: RegisterFormProps): ReactElement {
  const { draft, step, submit, startOver } = registering;
  const isSending = step.kind === 'sending';
  const { problems, reported } = step.kind === 'editing' ? step : NO_PROBLEMS;
  const formRef = useFirstProblemFocused(reported);
  return (
    <Form
      ref={formRef}
      validationBehavior="aria"
      validationErrors={validationErrors(problems)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) submit();
      }}
    >
      <DialogBody>
        <RegisterFields registering={registering} registrations={registrations} isDisabled={isSending} />
      </DialogBody>
      <Outcome registering={registering} />
      <DialogFoot
        start={
          <Button look="quiet" isDisabled={isSending || isEmpty(draft)} onPress={startOver}>
            {words.startOver}
          </Button>
        }
      >
        <Button onPress={onClose}>{uiWords.cancel}</Button>
        <Button look="primary" type="submit" isPending={isSending}>
          {words.send}
        </Button>
      </DialogFoot>
    </Form>
  );
}

const NO_PROBLEMS = { problems: [], reported: [] } as const;

function Outcome({ registering: { draft, step } }: Pick<RegisterDialogProps, 'registering'>): ReactElement {
  const failure = step.kind === 'editing' ? failureBesideButton(step, Object.keys(draft)) : null;
  return (
    <DialogOutcome>
      {step.kind === 'sending' && <ProgressBar label={words.sending} />}
      {failure !== null && <FailureNotice failure={failure} />}
    </DialogOutcome>
  );
}
