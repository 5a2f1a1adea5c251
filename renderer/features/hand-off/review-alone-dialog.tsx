// Asks before the credentials of a backup are reviewed without its hubs and settings.
import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { backupWords as words } from '../../words/backup-words.ts';
import { uiWords } from '../../words/ui-words.ts';

interface ReviewAloneDialogProps {
  readonly onReview: () => void;
  readonly onClose: () => void;
}

export function ReviewAloneDialog({ onReview, onClose }: ReviewAloneDialogProps): ReactElement {
  return (
    <Dialog title={words.aloneTitle} size="small" role="alertdialog" isOpen onClose={onClose}>
      <DialogBody>
        <p>{words.aloneDetail}</p>
      </DialogBody>
      <DialogFoot>
        <Button autoFocus onPress={onClose}>
          {uiWords.cancel}
        </Button>
        <Button onPress={onReview}>{words.alone}</Button>
      </DialogFoot>
    </Dialog>
  );
}
