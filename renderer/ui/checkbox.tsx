// One thing that is wanted or not.
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { Icon } from './icon.tsx';
import './checkbox.css';
import './field.css';

interface CheckboxProps {
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
}

export function Checkbox({ isSelected, isDisabled = false, onChange, children }: CheckboxProps): ReactElement {
  return (
    <CheckboxField isSelected={isSelected} isDisabled={isDisabled} onChange={onChange}>
      <CheckboxButton className="tick checkbox">
        <span className="checkbox-mark" aria-hidden>
          {isSelected && <Icon of={Check} size={12} />}
        </span>
        <span className="tick-words">{children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}
