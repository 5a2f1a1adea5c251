// Dialogs: a title, a body that scrolls, a foot with the buttons. Escape and the cross always leave without doing anything.
import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { uiWords } from '../words/ui-words.ts';
import { Button, IconButton } from './button.tsx';
import './overlay.css';

interface DialogProps {
  readonly title: string;
  readonly size?: 'small' | 'medium' | 'large';
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** `alertdialog` for a confirmation: a screen reader reads it out as a whole. */
  readonly role?: 'dialog' | 'alertdialog';
  /** DialogBody and DialogFoot, or a Form around both. */
  readonly children: ReactNode;
}

/** A modal dialog; a click outside does nothing, so that no typing is lost by accident. */
export function Dialog({
  title,
  size = 'medium',
  isOpen,
  onClose,
  role = 'dialog',
  children,
}: DialogProps): ReactElement {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} className="scrim">
      <Modal className={`dialog-frame dialog-${size}`}>
        <AriaDialog role={role} className="dialog">
          <div className="dialog-head">
            <Heading slot="title" level={2} className="truncate">
              {title}
            </Heading>
            <IconButton label={uiWords.close} icon={X} size="small" onPress={onClose} />
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface DialogBodyProps {
  /** True for a body with nothing in it to put the focus on: it takes the focus itself, so that the keys scroll it. */
  readonly isText?: boolean;
  readonly children: ReactNode;
}

export function DialogBody({ isText = false, children }: DialogBodyProps): ReactElement {
  return (
    <div className="dialog-body" {...(isText ? { tabIndex: 0 } : {})}>
      {children}
    </div>
  );
}

/** Between body and foot, always in sight: what came of the button beneath it. */
export function DialogOutcome({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="dialog-outcome">{children}</div>;
}

interface DialogFootProps {
  /** What stands at the left, apart from the way out: a test button, a step count. */
  readonly start?: ReactNode;
  readonly children: ReactNode;
}

export function DialogFoot({ start, children }: DialogFootProps): ReactElement {
  return (
    <div className="dialog-foot">
      {start !== undefined && <div className="dialog-foot-start">{start}</div>}
      {children}
    </div>
  );
}

interface ConfirmDialogProps {
  readonly title: string;
  /** The verb and its object, as the danger button says it. */
  readonly confirm: string;
  readonly isOpen: boolean;
  readonly isPending: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** What will become unusable, and what stays; then the failure, if there was one. */
  readonly children: ReactNode;
}

/** Asks before something is removed. The safe way out has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactElement {
  const { title, confirm, isOpen, isPending, onConfirm, onClose, children } = props;
  return (
    <Dialog title={title} size="small" role="alertdialog" isOpen={isOpen} onClose={onClose}>
      <DialogBody>{children}</DialogBody>
      <DialogFoot>
        <Button autoFocus onPress={onClose}>
          {uiWords.cancel}
        </Button>
        <Button look="danger" isPending={isPending} onPress={onConfirm}>
          {confirm}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
