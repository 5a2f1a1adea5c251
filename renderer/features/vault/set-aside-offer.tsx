// After a move: the unreadable files that hold secrets as they were sealed before, and the way to be rid of them.
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { setAsideSentence, setAsideWords as words } from '../../words/vault-words.ts';

export function SetAsideOffer({ count }: { readonly count: number }): ReactElement {
  const bridge = useBridge();
  const [isAsked, setAsked] = useState(false);
  const remove = useMutation({
    mutationFn: () => ask(bridge.vault.removeSetAside()),
    onSuccess: () => setAsked(false),
  });
  const failure = failureOf(remove.error);
  if (remove.isSuccess) return <p>{words.removed}</p>;
  return (
    <>
      <p>{setAsideSentence(count)}</p>
      <Button size="small" onPress={() => setAsked(true)}>
        {words.offer}
      </Button>
      <ConfirmDialog
        title={words.title}
        confirm={words.confirm}
        isOpen={isAsked}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsked(false)}
      >
        <p>{words.detail}</p>
        {failure !== null && <FailureNotice failure={failure} />}
      </ConfirmDialog>
    </>
  );
}
