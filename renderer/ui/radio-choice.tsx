// One of a few values, all of them in sight.
import type { ReactElement, ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import './field.css';
import './radio-choice.css';

interface RadioOption<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
}

interface RadioChoiceProps<Id extends string> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly options: readonly RadioOption<Id>[];
  readonly value: Id;
  readonly isDisabled?: boolean;
  readonly onChange: (id: Id) => void;
}

export function RadioChoice<Id extends string>(props: RadioChoiceProps<Id>): ReactElement {
  const { label, hint, options, value, isDisabled = false, onChange } = props;
  return (
    <RadioGroup
      className="radio-choice"
      value={value}
      isDisabled={isDisabled}
      onChange={(chosen) => {
        const option = options.find(({ id }) => id === chosen);
        if (option !== undefined) onChange(option.id);
      }}
    >
      <Label className="field-label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="radio-hint">
          {hint}
        </Text>
      )}
      {options.map((option) => (
        <RadioField key={option.id} value={option.id}>
          <RadioButton className="tick radio">
            <span className="radio-mark" aria-hidden />
            <span className="tick-words">{option.label}</span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
