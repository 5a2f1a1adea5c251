// Another passphrase: the present one, and the new one twice.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import type { ResealOutcome } from '#contract/vault.ts';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { Dialog, DialogBody } from '../../ui/dialog.tsx';
import { passphraseWords as words } from '../../words/vault-words.ts';
import { passphraseProblems } from './new-passphrase.ts';
import { MovingFoot } from './moving-foot.tsx';
import { NewPassphraseFields } from './new-passphrase-fields.tsx';
import { PassphraseField } from './passphrase-field.tsx';

interface ChangePassphraseProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onMoved: (outcome: ResealOutcome) => void;
}

export function ChangePassphraseDialog({ isOpen, ...rest }: ChangePassphraseProps): ReactElement {
  return (
    <Dialog title={words.changeTitle} size="small" isOpen={isOpen} onClose={rest.onClose}>
      <ChangeForm {...rest} />
    </Dialog>
  );
}

function ChangeForm({ onClose, onMoved }: Omit<ChangePassphraseProps, 'isOpen'>): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const [passphrase, setPassphrase] = useState('');
  const [typed, setTyped] = useState({ next: '', repeated: '' });
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const change = useMutation({
    mutationFn: () => ask(bridge.vault.changePassphrase({ passphrase, nextPassphrase: typed.next })),
    onSuccess(outcome) {
      client.setQueryData(queryKeys.vault, outcome.status);
      onMoved(outcome);
    },
  });
  return (
    <Form
      validationBehavior="aria"
      validationErrors={{ ...problems }}
      onSubmit={(event) => {
        event.preventDefault();
        const found = passphraseProblems(typed);
        setProblems(found ?? {});
        if (found === null && passphrase !== '') change.mutate();
      }}
    >
      <DialogBody>
        <p>{words.changeDetail}</p>
        <PassphraseField
          name="passphrase"
          label={words.current}
          value={passphrase}
          autoFocus
          onChange={setPassphrase}
        />
        <NewPassphraseFields typed={typed} hasFocus={false} onChange={setTyped} />
      </DialogBody>
      <MovingFoot isPending={change.isPending} error={change.error} confirm={words.change} onClose={onClose} />
    </Form>
  );
}
