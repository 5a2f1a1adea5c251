// What the person must know, above every screen: what main did on its own, what an import came to, what cannot be saved.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Notice as MainNotice } from '#contract/app.ts';
import type { Hub } from '#contract/credentials.ts';
import { DownloadNotices } from '../features/credentials/download-notices.tsx';
import { ExpiryReminders } from '../features/credentials/expiry-reminders.tsx';
import { ImportNotice } from '../features/credentials/import-notice.tsx';
import { RefusedSecretNotice } from '../features/credentials/replaced-secret-notice.tsx';
import type { ImportFlow } from '../features/credentials/use-import.ts';
import { PracticeHubNotice } from '../features/practice-hub/practice-hub-notice.tsx';
import { StepNotices } from '../features/registrations/life-cycle/step-notices.tsx';
import { Notice } from '../ui/notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { noticeWords, shellWords } from '../words/shell-words.ts';
import { ask } from './ask.ts';
import { useBridge } from './bridge-context.tsx';
import type { Shown } from './place.ts';
import { queryKeys } from './query-keys.ts';
import { useAppDescription, useNotices } from './queries.ts';
import type { Navigation } from './visits.ts';

interface NoticesProps {
  readonly flow: ImportFlow;
  readonly shown: Shown;
  readonly hubs: readonly Hub[];
  readonly onGo: Navigation['go'];
}

export function Notices({ flow, shown, hubs, onGo }: NoticesProps): ReactElement {
  const { data: notices = [] } = useNotices();
  const { data: app } = useAppDescription();
  return (
    <>
      {app?.canSave === false && <Notice kind="caution" title={shellWords.cannotSave} />}
      {notices.map((notice) => (
        <FromMain key={notice.id} notice={notice} />
      ))}
      <StepNotices
        hubs={hubs}
        listedHubId={shown.at === 'registrations' ? shown.hub.id : null}
        onOpen={(hubId, openId) => onGo({ at: 'registrations', hubId, openId })}
      />
      {shown.at === 'registrations' && shown.hub.isPracticeHub && <PracticeHubNotice />}
      <ExpiryReminders hubs={hubs} onImport={flow.chooseFileOf} />
      <RefusedInUse shown={shown} />
      <DownloadNotices />
      {/* The start screen tells it beside its own drop zone. */}
      {shown.at !== 'connect' && <ImportNotice flow={flow} />}
    </>
  );
}

/** The hub's own screen tells it in the credential's row. */
function RefusedInUse({ shown: { at, hub } }: Pick<NoticesProps, 'shown'>): ReactElement | null {
  const inUse = hub?.credentials.find(({ id }) => id === hub.credentialInUseId);
  return at === 'hub' || inUse === undefined ? null : <RefusedSecretNotice key={inUse.id} credential={inUse} />;
}

function FromMain({ notice }: { readonly notice: MainNotice }): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const nowMs = useNow();
  const dismiss = useMutation({
    mutationFn: () => ask(bridge.app.dismissNotice({ noticeId: notice.id })),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.notices }),
  });
  const { title, detail } = noticeWords(notice, nowMs);
  return (
    <Notice
      kind={notice.kind === 'practiceHubMoved' ? 'info' : 'caution'}
      title={title}
      onDismiss={() => dismiss.mutate()}
    >
      {detail}
    </Notice>
  );
}
