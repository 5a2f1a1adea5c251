// A small panel behind a button: for what is set in passing, without leaving the view. Escape or a press beside it closes it.
import { ChevronDown } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import './overlay.css';
import './panel.css';

interface PanelProps {
  /** The button's words, and the panel's name. */
  readonly label: string;
  /** What stands in it; `close` leaves it. */
  readonly children: (close: () => void) => ReactNode;
}

export function Panel({ label, children }: PanelProps): ReactElement {
  return (
    <DialogTrigger>
      <Button look="quiet" size="small">
        {label}
        <Icon of={ChevronDown} size={14} />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog aria-label={label} className="panel">
          {({ close }) => <>{children(close)}</>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
