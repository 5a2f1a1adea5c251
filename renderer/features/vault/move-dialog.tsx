// Asks before all secrets are moved to another protection; for a passphrase, asks for that.
import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import type { ProtectionLevel, ResealOutcome } from '#contract/vault.ts';
import type { ProtectInput } from '#contract/vault-inputs.ts';
import { Dialog, DialogBody } from '../../ui/dialog.tsx';
import { moveWords as words } from '../../words/vault-words.ts';
import { MovingFoot } from './moving-foot.tsx';
import { passphraseProblems } from './new-passphrase.ts';
import { NewPassphraseFields } from './new-passphrase-fields.tsx';
import { useProtect } from './use-protect.ts';

interface MoveDialogProps {
  /** Where to; null while nothing is asked. */
  readonly level: ProtectionLevel | null;
  readonly onClose: () => void;
  readonly onMoved: (outcome: ResealOutcome) => void;
}

export function MoveDialog({ level, onClose, onMoved }: MoveDialogProps): ReactElement | null {
  if (level === null) return null;
  return (
    <Dialog title={words.titles[level]} size="small" isOpen onClose={onClose}>
      {level === 'passphrase' ? (
        <NewPassphraseForm onClose={onClose} onMoved={onMoved} />
      ) : (
        <MoveForm input={{ level }} hasProblem={() => false} onClose={onClose} onMoved={onMoved} />
      )}
    </Dialog>
  );
}

type FormProps = Omit<MoveDialogProps, 'level'>;

function NewPassphraseForm(props: FormProps): ReactElement {
  const [typed, setTyped] = useState({ next: '', repeated: '' });
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  function hasProblem(): boolean {
    const found = passphraseProblems(typed);
    setProblems(found ?? {});
    return found !== null;
  }
  return (
    <MoveForm
      {...props}
      input={{ level: 'passphrase', passphrase: typed.next }}
      problems={problems}
      hasProblem={hasProblem}
    >
      <NewPassphraseFields typed={typed} hasFocus onChange={setTyped} />
    </MoveForm>
  );
}

interface MoveFormProps extends FormProps {
  readonly input: ProtectInput;
  readonly problems?: Readonly<Record<string, string>>;
  /** Looks at what was typed; true when it cannot be taken. */
  readonly hasProblem: () => boolean;
  readonly children?: ReactElement;
}

function MoveForm({ input, problems = {}, hasProblem, onClose, onMoved, children }: MoveFormProps): ReactElement {
  const protect = useProtect(onMoved);
  return (
    <Form
      validationBehavior="aria"
      validationErrors={{ ...problems }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!hasProblem()) protect.mutate(input);
      }}
    >
      <DialogBody>
        <p>{words.details[input.level]}</p>
        {children}
      </DialogBody>
      <MovingFoot
        isPending={protect.isPending}
        error={protect.error}
        confirm={words.confirms[input.level]}
        onClose={onClose}
      />
    </Form>
  );
}
