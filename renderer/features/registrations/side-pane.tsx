// The pane at the side of the list: beside it where the window is wide enough, over it otherwise.
import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { IconButton } from '../../ui/button.tsx';
import './side-pane.css';

interface SidePaneProps {
  /** Names the region for a screen reader. */
  readonly label: string;
  readonly title: string;
  /** Said below the title. */
  readonly subtitle?: ReactNode;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function SidePane({ label, title, subtitle, closeLabel, onClose, children }: SidePaneProps): ReactElement {
  return (
    <aside aria-label={label} className="side-pane">
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
