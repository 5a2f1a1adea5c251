// The title area: which hub, as whom, and for how long the token still counts.
import { Badge } from '../ui/parts.tsx';
import type { ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import { HubIdentity } from '../features/hubs/hub-identity.tsx';
import { shellWords as words } from '../words/shell-words.ts';
import { Mark } from './mark.tsx';

export function TitleArea({ hub }: { readonly hub: Hub | null }): ReactElement {
  return (
    <header className="title-area">
      <span className="title-product">
        <Mark />
        {words.product}
      </span>
      {hub !== null && (
        <>
          <span className="title-hub truncate">{hub.name}</span>
          {hub.isPracticeHub && <Badge kind="accent">{words.practice}</Badge>}
          {hub.credentialInUseId !== null && (
            <HubIdentity key={hub.credentialInUseId} credentialId={hub.credentialInUseId} />
          )}
        </>
      )}
    </header>
  );
}
