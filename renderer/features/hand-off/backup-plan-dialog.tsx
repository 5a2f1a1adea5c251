// A backup that was chosen or dropped: what taking it over would do, and the button that does it.
import type { ReactElement } from 'react';
import type { BackupPlan as Plan } from '#contract/hand-off.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { backupWords as words } from '../../words/backup-words.ts';
import { openedWords } from '../../words/hand-off-words.ts';
import { uiWords } from '../../words/ui-words.ts';
import { BackupPlan } from './backup-plan.tsx';
import { useBackupPlan } from './use-backup-plan.ts';

interface BackupPlanDialogProps {
  readonly plan: Plan;
  readonly onClose: () => void;
}

export function BackupPlanDialog({ plan, onClose }: BackupPlanDialogProps): ReactElement {
  const planning = useBackupPlan(plan);
  return (
    <Dialog title={words.title} size="medium" isOpen onClose={onClose}>
      <DialogBody isText>
        <BackupPlan planning={planning} />
      </DialogBody>
      <DialogFoot>
        {planning.isOpen ? (
          <>
            <Button onPress={onClose}>{uiWords.cancel}</Button>
            <Button look="primary" autoFocus isPending={planning.isPending} onPress={planning.apply}>
              {words.apply}
            </Button>
          </>
        ) : (
          <Button look="primary" onPress={onClose}>
            {openedWords.done}
          </Button>
        )}
      </DialogFoot>
    </Dialog>
  );
}
