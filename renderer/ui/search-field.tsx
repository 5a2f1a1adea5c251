// A field that filters what is shown while it is typed in; Escape empties it.
import { Search, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField, type SearchFieldProps as AriaProps } from 'react-aria-components/SearchField';
import { Icon } from './icon.tsx';
import './field.css';

type SearchFieldProps = Omit<AriaProps, 'children' | 'className' | 'aria-label'> & {
  /** Its name, and the placeholder. */
  readonly label: string;
};

export function SearchField({ label, ...rest }: SearchFieldProps): ReactElement {
  return (
    <AriaSearchField {...rest} aria-label={label} className="field search">
      <Group className="combo">
        <Icon of={Search} />
        <Input className="input" placeholder={label} />
        <Button className="combo-button">
          <Icon of={X} />
        </Button>
      </Group>
    </AriaSearchField>
  );
}
