// The title area: which hub, as whom, and for how long the token still counts.
import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import { HubIdentity } from '../features/hubs/hub-identity.tsx';
import { IconButton } from '../ui/button.tsx';
import { Badge } from '../ui/parts.tsx';
import { shellWords as words } from '../words/shell-words.ts';
import { Mark } from './mark.tsx';
import type { Navigation } from './visits.ts';

interface TitleAreaProps {
  readonly hub: Hub | null;
  readonly navigation: Pick<Navigation, 'back' | 'forward'>;
}

export function TitleArea({ hub, navigation: { back, forward } }: TitleAreaProps): ReactElement {
  return (
    <header className="title-area">
      <span className="title-product">
        <Mark />
        {words.product}
      </span>
      {(hub !== null || back !== null || forward !== null) && (
        <span className="title-ways">
          <IconButton
            label={words.back}
            icon={ArrowLeft}
            size="small"
            isDisabled={back === null}
            onPress={() => back?.()}
          />
          <IconButton
            label={words.forward}
            icon={ArrowRight}
            size="small"
            isDisabled={forward === null}
            onPress={() => forward?.()}
          />
        </span>
      )}
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
