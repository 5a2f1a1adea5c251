// On a hub's own screen: where the two steps without a documented path are sent, and the way to say it for certain.
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Section } from '../../ui/parts.tsx';
import { actionPathWords as words } from '../../words/settings-words.ts';
import { ActionPathForm } from './action-path-form.tsx';
import './settings.css';

export function ActionPathsSection({ hubId }: { readonly hubId: string }): ReactElement {
  const bridge = useBridge();
  const { data: paths = [], error } = useQuery({
    queryKey: queryKeys.actionPaths(hubId),
    queryFn: () => ask(bridge.lifeCycle.actionPaths({ hubId })),
    // Any step that was taken since may have found one.
    staleTime: 0,
  });
  const failure = failureOf(error);
  return (
    <Section title={words.title} lead={words.lead}>
      {failure !== null && <FailureNotice failure={failure} />}
      {paths.map((path) => (
        <ActionPathForm key={`${path.action} ${path.origin} ${path.path}`} hubId={hubId} path={path} />
      ))}
    </Section>
  );
}
