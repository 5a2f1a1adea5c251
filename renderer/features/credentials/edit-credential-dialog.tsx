// Changing what a person may change of a saved credential: its label and how it is sent. The rest comes from its file.
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import { changeCredentialInput } from '#contract/credential-inputs.ts';
import type { CredentialSummary } from '#contract/credentials.ts';
import type { FieldProblem } from '#contract/failure.ts';

import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { problemsOf, refusedFields, validationErrors } from '../../app/form-problems.ts';
import { useKeepHub } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { bookWords as book } from '../../words/credential-words.ts';
import { editWords as words } from '../../words/hub-words.ts';
import { uiWords } from '../../words/ui-words.ts';
import { AuthenticationChoice } from './authentication-choice.tsx';
import { dayOf, endOf } from './expiry.ts';

interface EditCredentialDialogProps {
  readonly credential: CredentialSummary;
  readonly onClose: () => void;
}

export function EditCredentialDialog({ credential, onClose }: EditCredentialDialogProps): ReactElement {
  const bridge = useBridge();
  const keepHub = useKeepHub();
  const [label, setLabel] = useState(credential.label);
  const [clientAuthentication, setAuthentication] = useState(credential.clientAuthentication);
  const [note, setNote] = useState(credential.note);
  const [day, setDay] = useState(dayOf(credential.expiresAtMs));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const change = useMutation({
    mutationFn: (input: Parameters<typeof bridge.credentials.change>[0]) => ask(bridge.credentials.change(input)),
    onError: (error) => setProblems(refusedFields(failureOf(error))),
    onSuccess: (hub) => {
      keepHub(hub);
      onClose();
    },
  });
  const save = (): void => {
    const fields = { label, clientAuthentication, note, expiresAtMs: endOf(day) };
    const parsed = changeCredentialInput.safeParse({ credentialId: credential.id, ...fields });
    setProblems(parsed.success ? [] : problemsOf(parsed.error));
    if (parsed.success) change.mutate(parsed.data);
  };
  const failure = failureOf(change.error);

  return (
    <Dialog title={words.title} size="small" isOpen onClose={onClose}>
      <Form
        validationBehavior="aria"
        validationErrors={validationErrors(problems)}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <DialogBody>
          <TextField name="label" label={words.label} isRequired autoFocus value={label} onChange={setLabel} />
          <TextArea name="note" label={book.note} hint={book.noteHint} rows={3} value={note} onChange={setNote} />
          <TextField
            name="expiresAtMs"
            type="date"
            label={book.expiresOn}
            hint={book.expiresHint}
            value={day}
            onChange={setDay}
          />
          <AuthenticationChoice value={clientAuthentication} onChange={setAuthentication} />
          {failure !== null && refusedFields(failure).length === 0 && <FailureNotice failure={failure} />}
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>{uiWords.cancel}</Button>
          <Button look="primary" type="submit" isPending={change.isPending}>
            {words.save}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
