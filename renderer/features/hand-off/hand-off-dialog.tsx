// Hand off: which credentials, for whom, and where the encrypted file is saved. No secret is ever shown here.
import type { ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import { validationErrors } from '../../app/form-problems.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog, DialogBody, DialogFoot, DialogOutcome } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { handOffWords as words } from '../../words/hand-off-words.ts';
import { uiWords } from '../../words/ui-words.ts';
import { ChosenCredentials } from './chosen-credentials.tsx';
import { OnlyMineNotice } from './only-mine-notice.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { useHandOff, type FirstChoice, type HandOff } from './use-hand-off.ts';
import './hand-off.css';

interface HandOffDialogProps {
  readonly chosen: FirstChoice;
  readonly onClose: () => void;
}

const LOCKS = [
  { id: 'passphrase', label: words.locks.passphrase },
  { id: 'recipients', label: words.locks.recipients },
] as const;

export function HandOffDialog({ chosen, onClose }: HandOffDialogProps): ReactElement {
  const handOff = useHandOff(chosen);
  const { hubs, form, change, write, failure } = handOff;
  const written = write.data ?? null;
  return (
    <Dialog title={words.title} size="medium" isOpen onClose={onClose}>
      <Form
        validationBehavior="aria"
        validationErrors={sentences(handOff)}
        onSubmit={(event) => {
          event.preventDefault();
          handOff.submit();
        }}
      >
        <DialogBody>
          <ChosenCredentials
            hubs={hubs}
            isChosen={handOff.isChosen}
            onChange={handOff.choose}
            problem={choiceProblem(handOff)}
          />
          <Checkbox isSelected={form.withBackup} onChange={(withBackup) => change({ withBackup })}>
            {words.withBackup}
            {form.withBackup && <span className="handed-detail muted">{words.withBackupHint}</span>}
          </Checkbox>
          <RadioChoice label={words.lock} options={LOCKS} value={form.lock} onChange={(lock) => change({ lock })} />
          <LockFields handOff={handOff} />
          <TextArea
            name="note"
            label={words.note}
            hint={words.noteHint}
            rows={2}
            value={form.note}
            onChange={(note) => change({ note })}
          />
        </DialogBody>
        <DialogOutcome>
          {write.isPending && <ProgressBar label={words.writing} />}
          {written !== null && (
            <Notice kind="positive" isLive>
              {words.written(written.fileName)}
            </Notice>
          )}
          {failure !== null && <FailureNotice failure={failure} />}
        </DialogOutcome>
        <DialogFoot>
          <Button onPress={onClose}>{written === null ? uiWords.cancel : words.done}</Button>
          <Button look="primary" type="submit" isPending={write.isPending}>
            {words.write}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

function LockFields({ handOff: { form, change } }: { readonly handOff: HandOff }): ReactElement {
  if (form.lock === 'recipients') {
    return (
      <>
        <TextArea
          name="recipients"
          label={words.recipients}
          hint={words.recipientsHint}
          rows={3}
          isRequired
          value={form.recipients}
          onChange={(recipients) => change({ recipients })}
        />
        <OnlyMineNotice recipients={form.recipients} />
      </>
    );
  }
  return (
    <>
      <PassphraseField
        name="passphrase"
        label={words.passphrase}
        hint={words.passphraseHint}
        value={form.passphrase}
        onChange={(passphrase) => change({ passphrase })}
      />
      <PassphraseField
        name="repeat"
        label={words.repeat}
        value={form.repeat}
        onChange={(repeat) => change({ repeat })}
      />
    </>
  );
}

/** What is wrong with the choice itself; null when nothing is. */
function choiceProblem({ checked, problems }: HandOff): string | null {
  if (checked?.isNothingChosen === true) return words.nothingChosen;
  return problems.some(({ field }) => field === 'credentialIds' || field === 'pairIds') ? words.tooMany : null;
}

/** What stands under the fields: of the public keys and the repetition more is known than the schema says. */
function sentences({ checked, problems }: HandOff): Record<string, string> {
  const found = validationErrors(problems);
  if (problems.some(({ field, problem }) => field === 'recipients' && problem === 'invalid')) {
    found['recipients'] = words.recipientsWrong;
  }
  if (checked?.isRepeatDifferent === true) found['repeat'] = words.differs;
  return found;
}
