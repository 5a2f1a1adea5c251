// Taking a hub off this machine, after saying what that makes unusable.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Section } from '../../ui/parts.tsx';
import { hubRemovalWords, hubWords as words } from '../../words/hub-words.ts';
import { HubContents } from './hub-contents.tsx';

export function HubRemoval({ hub }: { readonly hub: Hub }): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => ask(bridge.hubs.remove({ hubId: hub.id })),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.hubs }),
  });
  const failure = failureOf(remove.error);
  const asked = hubRemovalWords(hub);
  return (
    <Section
      title={words.removal}
      lead={words.removalDetail}
      action={
        <Button size="small" onPress={() => setIsAsking(true)}>
          {words.removeHub}
        </Button>
      }
    >
      <ConfirmDialog
        title={asked.title}
        confirm={asked.confirm}
        isOpen={isAsking}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setIsAsking(false)}
      >
        <p>{asked.lead}</p>
        <HubContents hub={hub} />
        <p>{asked.detail}</p>
        {failure !== null && <FailureNotice failure={failure} />}
      </ConfirmDialog>
    </Section>
  );
}
