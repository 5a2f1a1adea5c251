// The window: its contexts, then the frame.
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { WindowBridge } from '#contract/bridge.ts';
import { StepsProvider } from '../features/registrations/life-cycle/steps-under-way.tsx';
import { BridgeContext } from './bridge-context.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { queryClient } from './query-client.ts';
import { Shell } from './shell.tsx';
import '../ui/base.css';

interface AppProps {
  readonly bridge: WindowBridge;
}

export function App({ bridge }: AppProps): ReactElement {
  const [client] = useState<QueryClient>(queryClient);
  return (
    <BridgeContext value={bridge}>
      <QueryClientProvider client={client}>
        <ErrorBoundary>
          <StepsProvider>
            <Shell />
          </StepsProvider>
        </ErrorBoundary>
      </QueryClientProvider>
    </BridgeContext>
  );
}
