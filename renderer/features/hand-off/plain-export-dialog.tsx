// Writes one credential in clear, behind a warning and a confirmation that must be typed.
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import { PLAIN_CONFIRMATION, type WritePlainInput } from '#contract/hand-off-inputs.ts';
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
  const offered =
    useOffer()
      .hubs.find(({ id }) => id === hubId)
      ?.offered.filter(({ isUsable }) => isUsable) ?? [];
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
  const failure = failureOf(write.error);
  const written = write.data ?? null;
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
            onChange={(id) => setChosenId(id === null ? null : String(id))}
          />
          <TextField name="confirmation" label={words.confirmation} isRequired value={typed} onChange={setTyped} />
        </DialogBody>
        <DialogOutcome>
          {written !== null && (
            <Notice kind="caution" isLive>
              {handOffWords.written(written.fileName)}
            </Notice>
          )}
          {failure !== null && <FailureNotice failure={failure} />}
        </DialogOutcome>
        <DialogFoot>
          <Button onPress={onClose}>{written === null ? uiWords.cancel : handOffWords.done}</Button>
          <Button look="danger" type="submit" isPending={write.isPending} isDisabled={chosen === undefined}>
            {words.save}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

function subjectOf({ id, kind }: Offered): WritePlainInput['of'] {
  return kind === 'registration' ? { kind: 'credential', credentialId: id } : { kind: 'pair', pairId: id };
}
