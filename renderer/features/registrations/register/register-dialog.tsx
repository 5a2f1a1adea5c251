// Register application: the form, and after a missing answer the way to find out what became of it.
import type { ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Registration } from '#contract/registration.ts';
import { validationErrors } from '../../../app/form-problems.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot, DialogOutcome } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { draftWords } from '../../../words/draft-words.ts';
import { registeringWords as words } from '../../../words/registering-words.ts';
import { uiWords } from '../../../words/ui-words.ts';
import { ShowRequest } from '../wire/show-request.tsx';
import { TheAnswer } from '../wire/the-answer.tsx';
import { OutcomeUnknown } from './outcome-unknown.tsx';
import { RegisterFields } from './register-fields.tsx';
import { failureBesideButton } from './register-step.ts';
import { isEmpty, sendablePart } from './registration-draft.ts';
import { useFirstProblemFocused } from './use-first-problem-focused.ts';
import type { Registering } from './use-registering.ts';
import './register.css';

interface RegisterDialogProps {
  readonly isOpen: boolean;
  readonly registering: Registering;
  readonly registrations: readonly Registration[];
  /** False while the Hub cannot be asked: then it can only be kept. */
  readonly canAsk: boolean;
  /** What is typed, and what is on its way, stays as it is. */
  readonly onClose: () => void;
  /** What was thought lost turned out to be registered. */
  readonly onOpen: (registration: Registration) => void;
}

export function RegisterDialog(props: RegisterDialogProps): ReactElement {
  const { isOpen, registering, registrations, canAsk, onClose, onOpen } = props;
  const { step } = registering;
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={onClose}>
      {step.kind === 'unknown' ? (
        <OutcomeUnknown step={step} registering={registering} onOpen={onOpen} />
      ) : (
        <RegisterForm registering={registering} registrations={registrations} canAsk={canAsk} onClose={onClose} />
      )}
    </Dialog>
  );
}

type RegisterFormProps = Pick<RegisterDialogProps, 'registering' | 'registrations' | 'canAsk' | 'onClose'>;

function RegisterForm({ registering, registrations, canAsk, onClose }: RegisterFormProps): ReactElement {
  const { hubId, draft, step, submit, startOver, keep } = registering;
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
        if (isSending) return;
        if (canAsk) submit();
        else keep();
      }}
    >
      <DialogBody>
        <RegisterFields registering={registering} registrations={registrations} isDisabled={isSending} />
        <ShowRequest subject={{ kind: 'register', hubId, form: sendablePart(draft) }} />
      </DialogBody>
      <Outcome registering={registering} canAsk={canAsk} />
      <DialogFoot
        start={
          <Button look="quiet" isDisabled={isSending || isEmpty(draft)} onPress={startOver}>
            {words.startOver}
          </Button>
        }
      >
        <Button onPress={onClose}>{uiWords.cancel}</Button>
        <Ways registering={registering} canAsk={canAsk} />
      </DialogFoot>
    </Form>
  );
}

const NO_PROBLEMS = { problems: [], reported: [] } as const;

type OutcomeProps = Pick<RegisterDialogProps, 'registering' | 'canAsk'>;

/** Sending is what the form is for; without the Hub, keeping it is. */
function Ways({ registering, canAsk }: OutcomeProps): ReactElement {
  const { draft, step, kept, keep } = registering;
  const isSending = step.kind === 'sending';
  const keeping = (
    <Button
      key="keep"
      look={canAsk ? 'plain' : 'primary'}
      type={canAsk ? 'button' : 'submit'}
      isPending={kept.isKeeping}
      isDisabled={isSending || isEmpty(draft)}
      {...(canAsk ? { onPress: keep } : {})}
    >
      {draftWords.keep}
    </Button>
  );
  const sending = (
    <Button
      key="send"
      look={canAsk ? 'primary' : 'plain'}
      type={canAsk ? 'submit' : 'button'}
      isPending={isSending}
      isDisabled={!canAsk}
    >
      {words.send}
    </Button>
  );
  return <>{canAsk ? [keeping, sending] : [sending, keeping]}</>;
}

function Outcome({ registering: { hubId, draft, step, kept }, canAsk }: OutcomeProps): ReactElement {
  const failure = step.kind === 'editing' ? failureBesideButton(step, Object.keys(draft)) : null;
  return (
    <DialogOutcome>
      {!canAsk && <p className="muted">{draftWords.keepFirst}</p>}
      {kept.failure !== null && <FailureNotice failure={kept.failure} />}
      {step.kind === 'sending' && <ProgressBar label={words.sending} />}
      {failure !== null && <FailureNotice failure={failure} doing="register" />}
      {step.kind === 'editing' && step.failure !== null && (
        <TheAnswer hubId={hubId} registrationId={null} call="register" />
      )}
    </DialogOutcome>
  );
}
