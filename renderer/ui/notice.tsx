// A notice in place: what happened, whether anything was lost, what to do now. Never over content, never by colour alone.
import { CircleCheck, Info, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { uiWords } from '../words/ui-words.ts';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import './notice.css';

type NoticeKind = 'info' | 'positive' | 'caution' | 'danger';

interface NoticeProps {
  readonly kind: NoticeKind;
  /** Said in bold before the rest. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons that are the way out. */
  readonly actions?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
  /** Spoken at once when it appears: for answers to what the person just did. */
  readonly isLive?: boolean;
}

const ICONS: Readonly<Record<NoticeKind, LucideIcon>> = {
  info: Info,
  positive: CircleCheck,
  caution: TriangleAlert,
  danger: TriangleAlert,
};

export function Notice({ kind, title, children, actions, onDismiss, isLive = false }: NoticeProps): ReactElement {
  const role = isLive ? (kind === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div className={`notice notice-${kind}`} role={role}>
      <Icon of={ICONS[kind]} />
      <div className="notice-words selectable">
        {title !== undefined && <strong>{title}</strong>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {actions !== undefined && <div className="notice-actions">{actions}</div>}
      {onDismiss !== undefined && <IconButton label={uiWords.dismiss} icon={X} size="small" onPress={onDismiss} />}
    </div>
  );
}
