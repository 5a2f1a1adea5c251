// The one way out for whoever has forgotten the passphrase; asked about once more, because nothing brings the key back.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { passphraseWords as words } from '../../words/vault-words.ts';

export function GivingUp({ onGivenUp }: { readonly onGivenUp: () => void }): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const giveUp = useMutation({
    mutationFn: () => ask(bridge.vault.giveUpPassphrase()),
    onSuccess(status) {
      client.setQueryData(queryKeys.vault, status);
      onGivenUp();
    },
  });
  const failure = failureOf(giveUp.error);
  return (
    <>
      <p>{words.forgottenDetail}</p>
      <Button size="small" look="danger" onPress={() => setAsked(true)}>
        {words.giveUp}
      </Button>
      <ConfirmDialog
        title={words.giveUpTitle}
        confirm={words.giveUpConfirm}
        isOpen={isAsked}
        isPending={giveUp.isPending}
        onConfirm={() => giveUp.mutate()}
        onClose={() => setAsked(false)}
      >
        <p>{words.giveUpDetail}</p>
        {failure !== null && <FailureNotice failure={failure} />}
      </ConfirmDialog>
    </>
  );
}
