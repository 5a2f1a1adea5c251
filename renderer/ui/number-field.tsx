// A whole number between two bounds: typed, or stepped with the arrow keys; taken over when the field is left.
import type { ReactElement } from 'react';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { FieldFrame, type FieldWords } from './field.tsx';

interface NumberFieldProps extends FieldWords {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Called with a whole number within the bounds; an emptied field goes back to its value. */
  readonly onChange: (value: number) => void;
}

export function NumberField({ label, hint, value, min, max, onChange }: NumberFieldProps): ReactElement {
  return (
    <AriaNumberField
      className="field"
      value={value}
      minValue={min}
      maxValue={max}
      step={1}
      onChange={(typed) => {
        if (Number.isInteger(typed) && typed !== value) onChange(typed);
      }}
    >
      <FieldFrame label={label} {...(hint === undefined ? {} : { hint })}>
        <Input className="input tabular" />
      </FieldFrame>
    </AriaNumberField>
  );
}
