// Somebody else changed the same registration: both values of each clashing field, and the person's choice.
import type { ReactElement } from 'react';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { Button } from '../../../ui/button.tsx';
import { ChangeList } from '../../../ui/change-list.tsx';
import { DialogBody, DialogFoot, DialogOutcome } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { conflictWords as words, editDialogWords } from '../../../words/edit-words.ts';
import { fieldWord, valueInWords } from '../../../words/field-words.ts';
import { decided, isDecided, type Clash, type Side } from './conflict.ts';
import type { EditDialogProps } from './edit-options.ts';
import type { EditStep } from './edit-step.ts';
import { isChanged } from './edit-typing.ts';
import { KeepDraftButton, useKeepDraft } from './keep-draft.tsx';
import type { Editing } from './use-editing.ts';
import './edit.css';

type ConflictStepProps = EditDialogProps & {
  readonly editing: Editing;
  readonly step: Extract<EditStep, { kind: 'conflict' }>;
};

export function ConflictStep(props: ConflictStepProps): ReactElement {
  const { editing, step, typing } = props;
  const { conflict, choices } = step;
  const keep = useKeepDraft(props);
  const isReady = isDecided(conflict, choices);
  const isAnythingLeft = !isReady || isChanged(decided(typing, conflict, choices));
  return (
    <>
      <DialogBody>
        <Notice kind="caution" isLive title={words.title}>
          {words.detail}
        </Notice>
        {conflict.clashes.map((clash) => (
          <ClashChoice
            key={clash.field}
            clash={clash}
            side={choices[clash.field] ?? null}
            onChoose={(side) => editing.choose(clash.field, side)}
          />
        ))}
        {conflict.others.length > 0 && (
          <section className="edit-review" aria-label={words.others}>
            <h3>{words.others}</h3>
            <ChangeList changes={conflict.others} />
          </section>
        )}
      </DialogBody>
      <DialogOutcome>
        {!isReady && <p className="muted">{words.chooseAll}</p>}
        {!isAnythingLeft && <p className="muted">{words.nothingLeft}</p>}
        {keep.failure !== null && <FailureNotice failure={keep.failure} />}
      </DialogOutcome>
      <DialogFoot
        start={
          <Button look="quiet" onPress={editing.backToForm}>
            {editDialogWords.back}
          </Button>
        }
      >
        <KeepDraftButton keep={keep} />
        <Button look="primary" isDisabled={!isReady} onPress={editing.settleConflict}>
          {isAnythingLeft ? editDialogWords.review : words.keepTheirs}
        </Button>
      </DialogFoot>
    </>
  );
}

interface ClashChoiceProps {
  readonly clash: Clash;
  readonly side: Side | null;
  readonly onChoose: (side: Side) => void;
}

function ClashChoice({ clash, side, onChoose }: ClashChoiceProps): ReactElement {
  const { field, before } = clash;
  const read = (value: string): string => valueInWords(field, value) || words.nothing;
  return (
    <RadioGroup className="clash" value={side} onChange={(value) => onChoose(value === 'yours' ? 'yours' : 'theirs')}>
      <Label className="clash-name">{fieldWord(field)}</Label>
      {(['yours', 'theirs'] as const).map((one) => (
        <RadioField key={one} value={one} className="clash-field">
          <RadioButton className="clash-side">
            <span className="clash-mark" aria-hidden />
            <span className="clash-words">
              <span className="muted">{words[one]}</span>
              <span className="clash-value">{read(clash[one])}</span>
            </span>
          </RadioButton>
        </RadioField>
      ))}
      <p className="muted clash-before">{words.wasBefore(read(before))}</p>
    </RadioGroup>
  );
}
