// The pane at the side of a list: beside it where the window is wide enough, over it otherwise.
import { X } from 'lucide-react';
import type { KeyboardEventHandler, ReactElement, ReactNode } from 'react';
import { IconButton } from './button.tsx';
import './side-pane.css';

interface SidePaneProps {
  /** Names the region for a screen reader. */
  readonly label: string;
  readonly title: string;
  /** Said below the title. */
  readonly subtitle?: ReactNode;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly onKeyDown?: KeyboardEventHandler;
  readonly children: ReactNode;
}

export function SidePane(props: SidePaneProps): ReactElement {
  const { label, title, subtitle, closeLabel, onClose, onKeyDown, children } = props;
  return (
    <aside aria-label={label} className="side-pane" {...(onKeyDown === undefined ? {} : { onKeyDown })}>
      <header className="side-pane-head">
        <div className="side-pane-titles">
          <h2 className="selectable">{title}</h2>
          {subtitle}
        </div>
        <IconButton label={closeLabel} icon={X} size="small" onPress={onClose} />
      </header>
      {children}
    </aside>
  );
}
