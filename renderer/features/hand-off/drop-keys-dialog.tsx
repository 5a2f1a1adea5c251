// Asks before the earlier keys are deleted: what was made for them cannot be opened afterwards.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { OwnKey } from '#contract/hand-off.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { keyWords as words } from '../../words/hand-off-words.ts';

export function DropKeysDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const drop = useMutation({
    mutationFn: () => ask(bridge.keys.dropEarlier()),
    onSuccess: (own) => {
      client.setQueryData<OwnKey | null>(queryKeys.keys, own);
      onClose();
    },
  });
  const failure = failureOf(drop.error);
  return (
    <ConfirmDialog
      title={words.dropTitle}
      confirm={words.dropConfirm}
      isOpen
      isPending={drop.isPending}
      onConfirm={() => drop.mutate()}
      onClose={onClose}
    >
      <p>{words.dropDetail}</p>
      {failure !== null && <FailureNotice failure={failure} />}
    </ConfirmDialog>
  );
}
