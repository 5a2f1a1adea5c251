// One hub as it is kept on this machine: its name and address, its credentials, and the way to take it off again.
import type { ReactElement, ReactNode } from 'react';
import type { Hub } from '#contract/credentials.ts';
import { Badge, ViewHead } from '../../ui/parts.tsx';
import { hubWords as words } from '../../words/hub-words.ts';
import { HubNameForm } from './hub-name-form.tsx';
import { HubRemoval } from './hub-removal.tsx';
import './hubs.css';

interface HubScreenProps {
  readonly hub: Hub;
  /** The hub's credentials: another feature's part, put in by the frame. */
  readonly children: ReactNode;
}

export function HubScreen({ hub, children }: HubScreenProps): ReactElement {
  return (
    <div className="hub-screen">
      <ViewHead title={words.screen}>{hub.isPracticeHub && <Badge kind="accent">{words.practice}</Badge>}</ViewHead>
      <div className="hub-screen-scroll">
        <div className="hub-screen-column">
          <HubNameForm hub={hub} />
          {children}
          <HubRemoval hub={hub} />
        </div>
      </div>
    </div>
  );
}
