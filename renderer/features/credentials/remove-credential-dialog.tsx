// Asks before a credential is removed, saying what becomes unusable.
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { useKeepHub } from '../../app/queries.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { credentialRemovalWords } from '../../words/hub-words.ts';

interface RemoveCredentialDialogProps {
  readonly hub: Hub;
  readonly credentialId: string;
  readonly onClose: () => void;
}

export function RemoveCredentialDialog({ hub, credentialId, onClose }: RemoveCredentialDialogProps): ReactElement {
  const bridge = useBridge();
  const keepHub = useKeepHub();
  const words = credentialRemovalWords(hub, credentialId);
  const remove = useMutation({
    mutationFn: () => ask(bridge.credentials.remove({ credentialId })),
    onSuccess: (left) => {
      onClose();
      keepHub(left);
    },
  });
  const failure = failureOf(remove.error);
  return (
    <ConfirmDialog
      title={words.title}
      confirm={words.confirm}
      isOpen
      isPending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{words.detail}</p>
      {failure !== null && <FailureNotice failure={failure} />}
    </ConfirmDialog>
  );
}
