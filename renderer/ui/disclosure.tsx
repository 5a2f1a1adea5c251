// What most people do not need stays folded, one press away.
import { ChevronRight } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Icon } from './icon.tsx';
import './disclosure.css';

interface DisclosureProps {
  readonly title: string;
  readonly isOpenAtFirst?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

export function Disclosure({ title, isOpenAtFirst = false, onOpenChange, children }: DisclosureProps): ReactElement {
  return (
    <AriaDisclosure
      className="disclosure"
      defaultExpanded={isOpenAtFirst}
      {...(onOpenChange === undefined ? {} : { onExpandedChange: onOpenChange })}
    >
      <Button slot="trigger" className="disclosure-button">
        <Icon of={ChevronRight} />
        {title}
      </Button>
      <DisclosurePanel className="disclosure-panel">
        <div className="disclosure-content">{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
