// Asks for the passphrase, once a session; and the one way out for whoever has forgotten it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { validationErrors } from '../../app/form-problems.ts';
import { useVault } from '../../app/queries.ts';
import { queryKeys } from '../../app/query-keys.ts';
import { useUnlockWish, useWishUnlock } from '../../app/unlock-wish.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot, DialogOutcome } from '../../ui/dialog.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { uiWords } from '../../words/ui-words.ts';
import { passphraseWords as words } from '../../words/vault-words.ts';
import { GivingUp } from './giving-up.tsx';
import { PassphraseField } from './passphrase-field.tsx';

/** Opens when something waits for the passphrase, or when somebody pressed *Unlock*. */
export function UnlockDialog(): ReactElement {
  const bridge = useBridge();
  const { data: vault } = useVault();
  const isWished = useUnlockWish();
  const wish = useWishUnlock();
  const isOpen = vault?.isLocked === true && (isWished || vault.isUnlockWanted);
  return (
    <Dialog
      title={words.unlockTitle}
      size="small"
      isOpen={isOpen}
      onClose={() => {
        wish(false);
        void bridge.vault.dismissUnlock();
      }}
    >
      <UnlockForm onClose={() => wish(false)} />
    </Dialog>
  );
}

function UnlockForm({ onClose }: { readonly onClose: () => void }): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const [passphrase, setPassphrase] = useState('');
  const unlock = useMutation({
    mutationFn: (typed: string) => ask(bridge.vault.unlock({ passphrase: typed })),
    onSuccess(status) {
      client.setQueryData(queryKeys.vault, status);
      onClose();
    },
  });
  const failure = failureOf(unlock.error);
  const isEmpty = passphrase === '';
  return (
    <Form
      validationBehavior="aria"
      validationErrors={validationErrors([])}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) unlock.mutate(passphrase);
      }}
    >
      <DialogBody>
        <p>{words.unlockDetail}</p>
        <PassphraseField name="passphrase" label={words.field} value={passphrase} autoFocus onChange={setPassphrase} />
        <Disclosure title={words.forgotten}>
          <GivingUp onGivenUp={onClose} />
        </Disclosure>
      </DialogBody>
      <DialogOutcome>
        {unlock.isPending && <ProgressBar label={words.unlocking} />}
        {failure !== null && <FailureNotice failure={failure} />}
      </DialogOutcome>
      <UnlockFoot
        isPending={unlock.isPending}
        onClose={() => {
          onClose();
          void bridge.vault.dismissUnlock();
        }}
      />
    </Form>
  );
}

function UnlockFoot({
  isPending,
  onClose,
}: {
  readonly isPending: boolean;
  readonly onClose: () => void;
}): ReactElement {
  return (
    <DialogFoot>
      <Button onPress={onClose}>{uiWords.cancel}</Button>
      <Button look="primary" type="submit" isPending={isPending}>
        {words.unlock}
      </Button>
    </DialogFoot>
  );
}
