// A menu to choose any number of things from, each with how many there are of it. It stays open while one chooses.
import { Check, ChevronDown } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { wholeNumber } from '../words/numbers.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import './overlay.css';
import './choice-menu.css';

export interface MenuChoice {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** A mark before the label. */
  readonly mark?: ReactNode;
}

interface ChoiceMenuProps {
  readonly label: string;
  /** Counted only when the menu opens. */
  readonly choices: () => readonly MenuChoice[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

export function ChoiceMenu(props: ChoiceMenuProps): ReactElement {
  return (
    <MenuTrigger>
      <Button look="quiet" size="small">
        {props.label}
        <Icon of={ChevronDown} size={14} />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Choices {...props} />
      </Popover>
    </MenuTrigger>
  );
}

function Choices({ label, choices, chosen, onChoose }: ChoiceMenuProps): ReactElement {
  return (
    <Menu
      className="options"
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={(keys) => onChoose(keys === 'all' ? [] : [...keys].map(String))}
    >
      {choices().map(({ id, label: words, count, mark }) => (
        <MenuItem key={id} id={id} textValue={words} className="option choice">
          {({ isSelected }) => (
            <>
              <span className="choice-check">{isSelected && <Icon of={Check} size={14} />}</span>
              <Text slot="label" className="choice-label">
                {mark}
                <span className="truncate">{words}</span>
              </Text>
              <span className="muted tabular">{wholeNumber(count)}</span>
            </>
          )}
        </MenuItem>
      ))}
    </Menu>
  );
}
