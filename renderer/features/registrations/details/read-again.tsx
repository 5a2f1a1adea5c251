// The status, and the button that asks the Hub for the registration anew.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import { ask, failureOf } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { detailsWords as words, statusWord } from '../../../words/registration-words.ts';
import { keepRegistration } from '../saved-copy.ts';

interface ReadAgainProps {
  readonly hubId: string;
  readonly registration: Registration;
  readonly canAsk: boolean;
}

export function ReadAgain({ hubId, registration, canAsk }: ReadAgainProps): ReactElement {
  const { id: registrationId, status } = registration;
  const bridge = useBridge();
  const client = useQueryClient();
  const reading = useMutation({
    mutationFn: () => ask(bridge.registrations.read({ hubId, registrationId })),
    onSuccess: (read) => keepRegistration(client, hubId, read),
  });
  const failure = failureOf(reading.error);
  return (
    <div className="details-actions">
      <span className="details-status">
        <StatusMark status={status} />
        {statusWord(status) !== status.raw && <code className="selectable faint">{status.raw}</code>}
      </span>
      <Button
        size="small"
        icon={RefreshCw}
        isPending={reading.isPending}
        isDisabled={!canAsk}
        onPress={() => reading.mutate()}
      >
        {words.readAgain}
      </Button>
      {reading.isPending && <ProgressBar label={words.reading} />}
      {failure !== null && <FailureNotice failure={failure} onDismiss={reading.reset} />}
    </div>
  );
}
