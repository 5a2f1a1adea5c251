// Pasting instead of dropping. The text holds a secret: it lives in the text area alone, goes to main once and is wiped.
import { useRef, useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import { credentialsTextInput } from '#contract/inputs.ts';
import { useShield } from '../../app/use-shield.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { pasteWords } from '../../words/connect-words.ts';
import { uiWords } from '../../words/ui-words.ts';

interface PasteDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onRead: (text: string) => void;
}

export function PasteDialog({ isOpen, onClose, onRead }: PasteDialogProps): ReactElement {
  return (
    <Dialog title={pasteWords.title} isOpen={isOpen} onClose={onClose}>
      <PasteForm onClose={onClose} onRead={onRead} />
    </Dialog>
  );
}

function PasteForm({ onClose, onRead }: Omit<PasteDialogProps, 'isOpen'>): ReactElement {
  useShield();
  const area = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const read = (): void => {
    const text = area.current?.value ?? '';
    const found = problemOf(text);
    if (found !== null) {
      setProblem(found);
      return;
    }
    if (area.current !== null) area.current.value = '';
    onClose();
    onRead(text);
  };

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
    >
      <DialogBody>
        <div className="field">
          <label className="field-label" htmlFor="pasted-text">
            {pasteWords.label}
          </label>
          <textarea
            ref={area}
            id="pasted-text"
            className="input input-area code"
            rows={9}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem !== null}
            aria-describedby="pasted-text-words"
            data-invalid={problem !== null || undefined}
          />
          <span id="pasted-text-words" className={problem === null ? 'field-hint' : 'field-problem'}>
            {problem ?? pasteWords.hint}
          </span>
        </div>
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>{uiWords.cancel}</Button>
        <Button look="primary" type="submit">
          {pasteWords.read}
        </Button>
      </DialogFoot>
    </Form>
  );
}

function problemOf(text: string): string | null {
  if (text.trim() === '') return pasteWords.empty;
  return credentialsTextInput.safeParse({ text }).success ? null : pasteWords.tooLong;
}
