// Reviews a handed-on data-sync pair: where it belongs, masked; it is kept only when the person says so.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { HandedItem } from '#contract/hand-off.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot, DialogOutcome } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Badge, KeyValueList } from '../../ui/parts.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { connectWords } from '../../words/connect-words.ts';
import { pairReviewWords as words } from '../../words/hand-off-words.ts';
import { uiWords } from '../../words/ui-words.ts';

interface PairReviewDialogProps {
  readonly handOffId: string;
  readonly item: HandedItem;
  readonly position: { readonly position: number; readonly total: number } | null;
  readonly onCancel: () => void;
  readonly onSaved: () => void;
}

export function PairReviewDialog({
  handOffId,
  item,
  position,
  onCancel,
  onSaved,
}: PairReviewDialogProps): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => ask(bridge.handOff.savePair({ handOffId, index: item.index })),
    onSuccess: async ({ hubId }) => {
      onSaved();
      await client.invalidateQueries({ queryKey: queryKeys.pairs(hubId) });
    },
  });
  const failure = failureOf(save.error);
  return (
    <Dialog title={words.title} size="medium" isOpen onClose={onCancel}>
      <DialogBody isText>
        {position !== null && <Badge>{connectWords.position(position.position, position.total)}</Badge>}
        <KeyValueList
          pairs={[
            { key: words.hub, value: item.hubName },
            { key: words.baseUrl, value: item.baseUrl, isCode: true },
            { key: words.application, value: item.label },
            { key: words.clientId, value: item.clientId, isCode: true },
            { key: words.secret, value: item.secretMask, isCode: true },
          ]}
        />
        {item.isKnown && <Notice kind="info">{words.replaces}</Notice>}
      </DialogBody>
      <DialogOutcome>
        {save.isPending && <ProgressBar label={words.saving} />}
        {failure !== null && <FailureNotice failure={failure} />}
      </DialogOutcome>
      <DialogFoot>
        <Button onPress={onCancel}>{uiWords.cancel}</Button>
        <Button look="primary" isPending={save.isPending} onPress={() => save.mutate()}>
          {words.save}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
