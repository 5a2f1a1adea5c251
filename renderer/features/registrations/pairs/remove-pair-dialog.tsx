// Asks before a pair is removed: the Hub may never give its secret again.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { DataSyncPair } from '#contract/life-cycle.ts';
import { ask, failureOf } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { pairWords as words } from '../../../words/pair-words.ts';

interface RemovePairDialogProps {
  readonly pair: DataSyncPair;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RemovePairDialog({ pair, isOpen, onClose }: RemovePairDialogProps): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => ask(bridge.pairs.remove({ pairId: pair.id })),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: queryKeys.pairs(pair.hubId) });
    },
  });
  const failure = failureOf(remove.error);
  return (
    <ConfirmDialog
      title={words.removeTitle}
      confirm={words.removeConfirm}
      isOpen={isOpen}
      isPending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={() => {
        remove.reset();
        onClose();
      }}
    >
      <p>{words.removeDetail}</p>
      {failure !== null && <FailureNotice failure={failure} />}
    </ConfirmDialog>
  );
}
