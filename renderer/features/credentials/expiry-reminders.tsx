// Reminders that a credential comes to its end: above every screen, each until the person takes it away.
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ReminderStep } from '#contract/credential-inputs.ts';
import type { CredentialSummary, Hub } from '#contract/credentials.ts';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { useKeepHub } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/use-now.ts';
import { bookWords, reminderWords } from '../../words/credential-words.ts';
import { daysLeft, reminderOf } from './expiry.ts';

interface ExpiryRemindersProps {
  readonly hubs: readonly Hub[];
  /** Asks for the file with a new secret of this credential. */
  readonly onImport: (expected: CredentialSummary) => void;
}

export function ExpiryReminders({ hubs, onImport }: ExpiryRemindersProps): ReactElement {
  const nowMs = useNow();
  const due = hubs.flatMap((hub) =>
    hub.credentials.flatMap((credential) => {
      const step = reminderOf(credential, nowMs);
      return step === null || credential.expiresAtMs === null
        ? []
        : [{ hub, credential, step, expiresAtMs: credential.expiresAtMs }];
    }),
  );
  return (
    <>
      {due.map((reminder) => (
        <Reminder key={reminder.credential.id} {...reminder} nowMs={nowMs} onImport={onImport} />
      ))}
    </>
  );
}

interface ReminderProps {
  readonly hub: Hub;
  readonly credential: CredentialSummary;
  readonly step: ReminderStep;
  readonly expiresAtMs: number;
  readonly nowMs: number;
  readonly onImport: ExpiryRemindersProps['onImport'];
}

function Reminder({ hub, credential, step, expiresAtMs, nowMs, onImport }: ReminderProps): ReactElement {
  const bridge = useBridge();
  const keepHub = useKeepHub();
  const dismiss = useMutation({
    mutationFn: () => ask(bridge.credentials.dismissReminder({ credentialId: credential.id, step })),
    onSuccess: keepHub,
  });
  const left = { label: credential.label, expiresAtMs, daysLeft: daysLeft(expiresAtMs, nowMs) };
  const { title, detail } = reminderWords(step, left, hub);
  return (
    <Notice
      kind={step > 1 ? 'info' : 'caution'}
      title={title}
      actions={
        <Button size="small" onPress={() => onImport(credential)}>
          {bookWords.replaceNow}
        </Button>
      }
      onDismiss={() => dismiss.mutate()}
    >
      {detail}
    </Notice>
  );
}
