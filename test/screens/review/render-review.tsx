// One part of the window over a fake bridge, with the cache and the events it has in the frame.
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement, ReactNode } from 'react';
import type { HistoryEntry } from '#contract/review.ts';
import { BridgeContext } from '../../../renderer/app/bridge-context.tsx';
import { useBridgeEvents } from '../../../renderer/app/bridge-events.ts';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { fakeBridge, type FakeBridge } from '../../doubles/fake-bridge.ts';

type Given = NonNullable<Parameters<typeof fakeBridge>[0]>;

function Listening({ children }: { readonly children: ReactNode }): ReactNode {
  useBridgeEvents();
  return children;
}

/** Renders a part of the window over a bridge of the given operations. */
export function renderPart(
  part: ReactElement,
  given: Given,
): { readonly bridge: FakeBridge; readonly user: UserEvent } {
  const bridge = fakeBridge(given);
  render(
    <BridgeContext value={bridge}>
      <QueryClientProvider client={queryClient()}>
        <Listening>{part}</Listening>
      </QueryClientProvider>
    </BridgeContext>,
  );
  return { bridge, user: userEvent.setup() };
}

/** An entry of the history: a status that changed two hours ago, unless said otherwise. */
export function sampleEntry(more: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    atMs: Date.now() - 2 * 60 * 60_000,
    registrationId: 'REG-22951',
    applicationName: 'SalesDesk3',
    kind: 'changed',
    operator: 'areks1',
    changes: [{ field: 'status', before: 'Open-SyncProgress', after: 'Active' }],
    folded: 1,
    ...more,
  };
}
