// Asks for the passphrase of a hand-off file that was dropped or chosen. Nothing is stored by opening it.
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import type { OpenedHandOff } from '#contract/hand-off.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { refusedFields, validationErrors } from '../../app/form-problems.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot, DialogOutcome } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { unlockWords as words } from '../../words/hand-off-words.ts';
import { uiWords } from '../../words/ui-words.ts';
import { PassphraseField } from './passphrase-field.tsx';

interface UnlockHandOffDialogProps {
  readonly handOffId: string;
  readonly fileName: string;
  readonly onOpened: (handOff: OpenedHandOff) => void;
  readonly onClose: () => void;
}

export function UnlockHandOffDialog(props: UnlockHandOffDialogProps): ReactElement {
  const { handOffId, fileName, onOpened, onClose } = props;
  const bridge = useBridge();
  const [passphrase, setPassphrase] = useState('');
  const open = useMutation({
    mutationFn: () => ask(bridge.handOff.open({ handOffId, passphrase })),
    onSuccess: onOpened,
  });
  const failure = failureOf(open.error);
  return (
    <Dialog title={words.title} size="small" isOpen onClose={onClose}>
      <Form
        validationBehavior="aria"
        validationErrors={validationErrors(refusedFields(failure))}
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate();
        }}
      >
        <DialogBody>
          <p>{words.lead(fileName)}</p>
          <PassphraseField
            name="passphrase"
            label={words.passphrase}
            isFirst
            value={passphrase}
            onChange={setPassphrase}
          />
        </DialogBody>
        <DialogOutcome>
          {open.isPending && <ProgressBar label={words.opening} />}
          {failure !== null && refusedFields(failure).length === 0 && <FailureNotice failure={failure} />}
        </DialogOutcome>
        <DialogFoot>
          <Button onPress={onClose}>{uiWords.cancel}</Button>
          <Button look="primary" type="submit" isPending={open.isPending}>
            {words.open}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
