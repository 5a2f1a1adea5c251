// What goes with a hub when it is taken off this machine, counted.
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { useSavedCopy } from '../../app/queries.ts';
import { queryKeys } from '../../app/query-keys.ts';
import { hubContents } from '../../words/hub-contents-words.ts';

/** A count is missing until main has answered it: nothing is said to be none before that. */
export function HubContents({ hub }: { readonly hub: Hub }): ReactElement {
  const bridge = useBridge();
  const hubId = hub.id;
  const { data: copy } = useSavedCopy(hubId);
  const { data: pairs } = useQuery({
    queryKey: queryKeys.pairs(hubId),
    queryFn: () => ask(bridge.pairs.list({ hubId })),
  });
  const { data: drafts } = useQuery({ queryKey: queryKeys.drafts, queryFn: () => ask(bridge.drafts.list()) });
  const { data: reach } = useQuery({
    queryKey: queryKeys.reach(hubId),
    queryFn: () => ask(bridge.reach.read({ hubId })),
  });
  const { data: actionPaths } = useQuery({
    queryKey: queryKeys.actionPaths(hubId),
    queryFn: () => ask(bridge.lifeCycle.actionPaths({ hubId })),
  });
  const lines = hubContents({
    credentials: hub.credentials.length,
    registrations: copy?.registrations.length,
    pairs: pairs?.length,
    drafts: drafts?.filter((draft) => draft.hubId === hubId).length,
    reach,
    actionPaths,
  });
  return (
    <ul className="hub-contents">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
