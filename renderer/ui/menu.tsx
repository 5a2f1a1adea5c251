// A menu behind a button: the lesser actions of a thing, or a choice that is not a form field.
import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import './overlay.css';

interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isDanger?: boolean;
  readonly onAction: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  /** The Button or IconButton that opens it. */
  readonly children: ReactNode;
}

export function Menu({ label, actions, children }: MenuProps): ReactElement {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" placement="bottom end" offset={4}>
        <AriaMenu className="options" aria-label={label}>
          {actions.map(({ id, label: words, hint, isDanger = false, onAction }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={words}
              className={isDanger ? 'option option-danger' : 'option'}
              onAction={onAction}
            >
              <Text slot="label">{words}</Text>
              {hint !== undefined && (
                <Text slot="description" className="option-hint">
                  {hint}
                </Text>
              )}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
