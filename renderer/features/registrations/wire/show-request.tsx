// What a form or an action would send now, folded away until somebody wants to know.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { WireSubject } from '#contract/life-cycle-inputs.ts';
import { ask, failureOf } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { wireWords as words } from '../../../words/wire-words.ts';
import { RequestText } from './wire-text.tsx';

interface ShowRequestProps {
  readonly subject: WireSubject;
  /** What the fold says; *Show request* unless several stand together. */
  readonly title?: string;
}

export function ShowRequest({ subject, title = words.show }: ShowRequestProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure title={title} onOpenChange={setOpen}>
      {isOpen && <Preview subject={subject} />}
    </Disclosure>
  );
}

/** Follows what is typed: main builds the request anew for every change. */
function Preview({ subject }: { readonly subject: WireSubject }): ReactElement {
  const bridge = useBridge();
  const preview = useQuery({
    queryKey: [...queryKeys.wire(subject.hubId), 'preview', subject],
    queryFn: () => ask(bridge.wire.preview(subject)),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const failure = failureOf(preview.error);
  if (failure !== null) return <FailureNotice failure={failure} />;
  return preview.data === undefined ? <ProgressBar label={words.reading} /> : <RequestText request={preview.data} />;
}
