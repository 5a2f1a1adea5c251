// Writes one credential in clear, behind a warning and a confirmation that must be typed.
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import { PLAIN_CONFIRMATION, type WritePlainInput } from '#contract/hand-off-inputs.ts';
import type { WrittenFile } from '#contract/hand-off.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { Dialog, DialogBody, DialogFoot, DialogOutcome } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { handOffWords, itemKind, plainWords as words } from '../../words/hand-off-words.ts';
import { uiWords } from '../../words/ui-words.ts';
import { useOffer, type Offered } from './offered-credentials.ts';

interface PlainExportDialogProps {
  readonly hubId: string;
  readonly onClose: () => void;
}

export function PlainExportDialog({ hubId, onClose }: PlainExportDialogProps): ReactElement {
  const bridge = useBridge();
  const offered = useUsable(hubId);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const write = useMutation({
    mutationFn: (of: WritePlainInput['of']) => ask(bridge.handOff.writePlain({ of, confirmation: PLAIN_CONFIRMATION })),
  });
  const chosen = offered.find(({ id }) => id === chosenId) ?? offered[0];
  const save = (): void => {
    const isConfirmed = typed.trim() === PLAIN_CONFIRMATION;
    setWrong(!isConfirmed);
    if (isConfirmed && chosen !== undefined) write.mutate(subjectOf(chosen));
  };
  return (
    <Dialog title={words.title} size="medium" isOpen onClose={onClose}>
      <Form
        validationBehavior="aria"
        validationErrors={isWrong ? { confirmation: words.confirmationWrong } : {}}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <DialogBody>
          <Notice kind="danger" title={words.warning}>
            {words.warningDetail}
          </Notice>
          <Select
            label={words.which}
            options={offered.map((each) => ({ id: each.id, label: each.label, hint: itemKind(each) }))}
            value={chosen?.id ?? null}
            onChange={(id) => setChosenId(String(id))}
          />
          <TextField name="confirmation" label={words.confirmation} isRequired value={typed} onChange={setTyped} />
        </DialogBody>
        <Outcome write={write} />
        <DialogFoot>
          <Button onPress={onClose}>{write.data ? handOffWords.done : uiWords.cancel}</Button>
          <Button look="danger" type="submit" isPending={write.isPending} isDisabled={chosen === undefined}>
            {words.save}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

type Writing = UseMutationResult<WrittenFile | null, Error, WritePlainInput['of']>;

function Outcome({ write: { data, error } }: { readonly write: Writing }): ReactElement {
  const failure = failureOf(error);
  return (
    <DialogOutcome>
      {data && (
        <Notice kind="caution" isLive>
          {handOffWords.written(data.fileName)}
        </Notice>
      )}
      {failure !== null && <FailureNotice failure={failure} />}
    </DialogOutcome>
  );
}

/** What of a hub can be opened. */
function useUsable(hubId: string): readonly Offered[] {
  const hub = useOffer().hubs.find(({ id }) => id === hubId);
  return hub === undefined ? [] : hub.offered.filter(({ isUsable }) => isUsable);
}

function subjectOf({ id, kind }: Offered): WritePlainInput['of'] {
  return kind === 'registration' ? { kind: 'credential', credentialId: id } : { kind: 'pair', pairId: id };
}
