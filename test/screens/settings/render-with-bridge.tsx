// A part of the settings over a fake bridge, with the cache and the events it has in the window.
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { useState, type ReactElement, type ReactNode } from 'react';
import { BridgeContext } from '../../../renderer/app/bridge-context.tsx';
import { useBridgeEvents } from '../../../renderer/app/bridge-events.ts';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { fakeBridge, type FakeBridge } from '../../doubles/fake-bridge.ts';

function Listening({ children }: { readonly children: ReactNode }): ReactNode {
  useBridgeEvents();
  return children;
}

function Window({ bridge, children }: { readonly bridge: FakeBridge; readonly children: ReactNode }): ReactElement {
  const [client] = useState(queryClient);
  return (
    <BridgeContext value={bridge}>
      <QueryClientProvider client={client}>
        <Listening>{children}</Listening>
      </QueryClientProvider>
    </BridgeContext>
  );
}

export function renderWithBridge(
  part: ReactElement,
  given: Parameters<typeof fakeBridge>[0],
): { readonly bridge: FakeBridge; readonly user: UserEvent } {
  const bridge = fakeBridge(given);
  render(<Window bridge={bridge}>{part}</Window>);
  return { bridge, user: userEvent.setup() };
}
