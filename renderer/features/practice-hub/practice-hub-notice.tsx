// Above the screens of the practice hub while it does not run: what is seen is saved, and one press starts it.
import { Play } from 'lucide-react';
import type { ReactElement } from 'react';
import { failureOf } from '../../app/ask.ts';
import { usePracticeHub } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { practiceWords as words } from '../../words/connect-words.ts';
import { useSwitchPracticeHub } from './use-practice-hub.ts';

export function PracticeHubNotice(): ReactElement | null {
  const { data: status } = usePracticeHub();
  const switchHub = useSwitchPracticeHub();
  const failure = failureOf(switchHub.error);
  if (status === undefined || status.isRunning) return null;
  const start = (
    <Button size="small" icon={Play} isPending={switchHub.isPending} onPress={() => switchHub.mutate('start')}>
      {words.start}
    </Button>
  );
  return failure === null ? (
    <Notice kind="info" title={words.stopped} actions={start}>
      {words.stoppedDetail}
    </Notice>
  ) : (
    <FailureNotice failure={failure} actions={start} />
  );
}
