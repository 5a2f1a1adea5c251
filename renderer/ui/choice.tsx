// Choosing one of a few: Select for what is fixed, ComboBox where the person may also type something of their own.
import { Check, ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox, type ComboBoxProps as AriaComboBoxProps } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue, type SelectProps as AriaSelectProps } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { FieldFrame, type FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';
import './overlay.css';

interface Option {
  readonly id: string | number;
  readonly label: string;
  readonly hint?: string;
}

interface Choice extends FieldWords {
  readonly options: readonly Option[];
}

function Options({ options }: { readonly options: readonly Option[] }): ReactElement {
  return (
    <Popover className="popover" offset={4}>
      <ListBox className="options" items={options}>
        {(option: Option) => (
          <ListBoxItem className="option" id={option.id} textValue={option.label}>
            {({ isSelected }) => (
              <>
                <Text slot="label">{option.label}</Text>
                {option.hint !== undefined && (
                  <Text slot="description" className="option-hint">
                    {option.hint}
                  </Text>
                )}
                {isSelected && (
                  <span className="option-mark">
                    <Icon of={Check} />
                  </span>
                )}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

export type SelectProps = Omit<AriaSelectProps<Option>, 'children' | 'className' | 'items'> & Choice;

/** One of fixed options. */
export function Select({ label, hint, options, ...rest }: SelectProps): ReactElement {
  return (
    <AriaSelect {...rest} className="field">
      <FieldFrame label={label} {...(hint === undefined ? {} : { hint })}>
        <Button className="select-button">
          <SelectValue className="select-value truncate" />
          <Icon of={ChevronDown} />
        </Button>
        <Options options={options} />
      </FieldFrame>
    </AriaSelect>
  );
}

export type ComboBoxProps = Omit<AriaComboBoxProps<Option>, 'children' | 'className' | 'items' | 'defaultItems'> &
  Choice;

/** Free text with proposals; pass `allowsCustomValue` unless only a proposal will do. */
export function ComboBox({ label, hint, options, ...rest }: ComboBoxProps): ReactElement {
  return (
    <AriaComboBox {...rest} defaultItems={options} className="field">
      <FieldFrame label={label} {...(hint === undefined ? {} : { hint })}>
        <Group className="combo">
          <Input className="input" />
          <Button className="combo-button">
            <Icon of={ChevronDown} />
          </Button>
        </Group>
        <Options options={options} />
      </FieldFrame>
    </AriaComboBox>
  );
}
