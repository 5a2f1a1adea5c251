// The start screen: bring a credentials file, or one of four quiet ways to begin without one at hand.
import { ClipboardPaste, FlaskConical, History, ListChecks, type LucideIcon } from 'lucide-react';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Icon } from '../../ui/icon.tsx';
import { connectWords as words } from '../../words/connect-words.ts';
import { AdministratorDialog } from './administrator-dialog.tsx';
import { DropZone } from './drop-zone.tsx';
import { ImportNotice } from './import-notice.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import type { ImportFlow } from './use-import.ts';
import './connect.css';

interface WayProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly detail: string;
  readonly onPress: () => void;
}

function Way({ icon, title, detail, onPress }: WayProps): ReactElement {
  const detailId = useId();
  return (
    <li className="way">
      <Icon of={icon} size={18} />
      <Button className="way-button" aria-describedby={detailId} onPress={onPress}>
        {title}
      </Button>
      <span id={detailId} className="way-detail muted">
        {detail}
      </span>
    </li>
  );
}

interface ConnectScreenProps {
  readonly flow: ImportFlow;
  readonly onTryPractice: () => void;
  readonly onTakeOver: () => void;
  /** The practice hub's card once it was asked for; it takes the place of the ways beside it. */
  readonly practice: ReactNode;
}

export function ConnectScreen({ flow, onTryPractice, onTakeOver, practice }: ConnectScreenProps): ReactElement {
  const [open, setOpen] = useState<'paste' | 'administrator' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="connect">
      <div className="connect-column">
        <div className="connect-head">
          <h1>{words.heading}</h1>
          <p className="muted">{words.lead}</p>
        </div>
        <DropZone flow={flow} />
        <ImportNotice flow={flow} />
        {practice}
        <ul className="ways" aria-label={words.waysLabel}>
          <Way icon={ClipboardPaste} title={words.paste} detail={words.pasteDetail} onPress={() => setOpen('paste')} />
          {practice === null && (
            <Way icon={FlaskConical} title={words.practice} detail={words.practiceDetail} onPress={onTryPractice} />
          )}
          <Way
            icon={ListChecks}
            title={words.howTo}
            detail={words.howToDetail}
            onPress={() => setOpen('administrator')}
          />
          <Way icon={History} title={words.takeOver} detail={words.takeOverDetail} onPress={onTakeOver} />
        </ul>
      </div>
      <PasteDialog isOpen={open === 'paste'} onClose={close} onRead={flow.importText} />
      <AdministratorDialog isOpen={open === 'administrator'} onClose={close} />
    </div>
  );
}
