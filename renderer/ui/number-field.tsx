// A whole number between two bounds: typed, or stepped with the arrow keys; taken over when the field is left.
// Not the library's number field: when a value changes it empties its announcer by writing HTML, which the wall refuses.
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { uiWords } from '../words/ui-words.ts';
import { TextField } from './field.tsx';

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Called with a whole number within the bounds. */
  readonly onChange: (value: number) => void;
}

export function NumberField({ value, min, max, onChange, ...words }: NumberFieldProps): ReactElement {
  /** What is being typed; null while the value itself is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : numberIn(typed, { min, max });

  const take = (next: number): void => {
    setTyped(null);
    if (next !== value) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && read !== null) take(read);
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    take(Math.min(max, Math.max(min, (read ?? value) + step)));
  };

  return (
    <div onKeyDown={onKeyDown}>
      <TextField
        {...words}
        inputMode="numeric"
        value={typed ?? String(value)}
        validationBehavior="aria"
        validate={(text) => (numberIn(text, { min, max }) === null ? uiWords.notBetween(min, max) : null)}
        onChange={setTyped}
        onBlur={() => {
          if (typed === '') setTyped(null);
          else if (typed !== null && read !== null) take(read);
        }}
      />
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** The number a text spells; null when it is none, or outside the bounds. */
function numberIn(text: string, { min, max }: { readonly min: number; readonly max: number }): number | null {
  if (!/^\s*\d{1,9}\s*$/.test(text)) return null;
  const number = Number(text);
  return number >= min && number <= max ? number : null;
}
