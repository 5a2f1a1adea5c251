// In the settings: hubs and settings into a file, without or with secrets, and out of one again.
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Failure } from '#contract/failure.ts';
import type { BackupPlan as Plan } from '#contract/hand-off.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/parts.tsx';
import { backupWords as words } from '../../words/backup-words.ts';
import { BackupPlanDialog } from './backup-plan-dialog.tsx';
import { HandOffDialog } from './hand-off-dialog.tsx';
import './hand-off.css';

interface BackupSectionProps {
  /** The chosen backup is an encrypted one: it is opened where dropped files are. */
  readonly onHandOff: (found: Extract<Failure, { code: 'fileIsHandOff' }>) => void;
}

export function BackupSection({ onHandOff }: BackupSectionProps): ReactElement {
  const bridge = useBridge();
  const [isHandingOff, setHandingOff] = useState(false);
  const [plan, setPlan] = useState<Plan | null>(null);
  const save = useMutation({ mutationFn: () => ask(bridge.backup.save()) });
  const choose = useMutation({
    mutationFn: () => ask(bridge.backup.choose()),
    onSuccess: setPlan,
    onError: (error) => {
      const failure = failureOf(error);
      if (failure?.code === 'fileIsHandOff') onHandOff(failure);
    },
  });
  const leave = (left: Plan): void => {
    setPlan(null);
    void bridge.backup.discard({ planId: left.planId });
  };
  const failure = failureOf(choose.error ?? save.error);
  const saved = save.data ?? null;
  return (
    <Section title={words.section} lead={words.lead}>
      <div className="section-buttons">
        <Button size="small" isPending={save.isPending} onPress={() => save.mutate()}>
          {words.save}
        </Button>
        <Button size="small" onPress={() => setHandingOff(true)}>
          {words.saveWithSecrets}
        </Button>
        <Button size="small" isPending={choose.isPending} onPress={() => choose.mutate()}>
          {words.restore}
        </Button>
      </div>
      {saved !== null && (
        <Notice kind="positive" isLive onDismiss={save.reset}>
          {words.saved(saved.fileName)}
        </Notice>
      )}
      {failure !== null && failure.code !== 'fileIsHandOff' && <FailureNotice failure={failure} />}
      {isHandingOff && <HandOffDialog chosen="everything" onClose={() => setHandingOff(false)} />}
      {plan !== null && <BackupPlanDialog plan={plan} onClose={() => leave(plan)} />}
    </Section>
  );
}
