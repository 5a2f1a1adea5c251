// Over the whole window while a file is held above it: letting go here reads it.
import { FileDown } from 'lucide-react';
import type { ReactElement } from 'react';
import { Icon } from '../ui/icon.tsx';
import { connectWords as words } from '../words/connect-words.ts';

export function DropOverlay(): ReactElement {
  return (
    <div className="drop-overlay" role="status">
      <div className="drop-overlay-words">
        <Icon of={FileDown} size={28} />
        <strong>{words.dropNow}</strong>
        <span className="muted">{words.dropNowDetail}</span>
      </div>
    </div>
  );
}
