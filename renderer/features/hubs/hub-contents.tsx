// What goes with a hub when it is taken off this machine, counted.
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { useSavedCopy } from '../../app/queries.ts';
import { queryKeys } from '../../app/query-keys.ts';
import { hubContents } from '../../words/hub-words.ts';

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
  const lines = hubContents({
    credentials: hub.credentials.length,
    registrations: copy?.registrations.length,
    pairs: pairs?.length,
    drafts: drafts?.filter((draft) => draft.hubId === hubId).length,
  });
  return (
    <ul className="hub-contents">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
