// Keeps an edit for later instead of sending it: also without the Hub.
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Failure } from '#contract/failure.ts';
import { ask, failureOf } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { editDialogWords as words } from '../../../words/edit-words.ts';
import type { EditDialogProps } from './edit-options.ts';
import { typedChanges } from './edit-typing.ts';

export interface KeepDraft {
  readonly keep: () => void;
  readonly isPending: boolean;
  readonly failure: Failure | null;
}

type KeepDraftOptions = Pick<EditDialogProps, 'hubId' | 'registrationId' | 'applicationName' | 'typing' | 'onKept'>;

export function useKeepDraft(options: KeepDraftOptions): KeepDraft {
  const { hubId, registrationId, applicationName, typing, onKept } = options;
  const bridge = useBridge();
  const keeping = useMutation({
    mutationFn: () =>
      ask(
        bridge.drafts.keep({
          kind: 'edit',
          hubId,
          ...(typing.draftId === null ? {} : { draftId: typing.draftId }),
          edit: { registrationId, applicationName, base: typing.base, changes: typedChanges(typing) },
        }),
      ),
    onSuccess: onKept,
  });
  return { keep: () => keeping.mutate(), isPending: keeping.isPending, failure: failureOf(keeping.error) };
}

interface KeepDraftButtonProps {
  readonly keep: KeepDraft;
  readonly isDisabled?: boolean;
  readonly look?: 'plain' | 'primary';
}

export function KeepDraftButton({ keep, isDisabled = false, look = 'plain' }: KeepDraftButtonProps): ReactElement {
  return (
    <Button look={look} isDisabled={isDisabled} isPending={keep.isPending} onPress={keep.keep}>
      {words.keep}
    </Button>
  );
}
