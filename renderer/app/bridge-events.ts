// What main tells the window without being asked, brought into the cache.
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { WindowBridge } from '#contract/bridge.ts';
import { useBridge } from './bridge-context.tsx';
import { queryKeys } from './query-keys.ts';

function listen(bridge: WindowBridge, client: QueryClient): readonly (() => void)[] {
  const renew = (queryKey: readonly string[]) => void client.invalidateQueries({ queryKey });
  return [
    bridge.on('hubsChanged', () => renew(queryKeys.hubs)),
    bridge.on('noticesChanged', () => renew(queryKeys.notices)),
    bridge.on('registrationsChanged', ({ hubId }) => {
      renew(queryKeys.savedRegistrations(hubId));
      renew(queryKeys.review(hubId));
      renew(queryKeys.comparisons);
    }),
    bridge.on('pairsChanged', ({ hubId }) => renew(queryKeys.pairs(hubId))),
    bridge.on('vaultChanged', (status) => {
      client.setQueryData(queryKeys.vault, status);
      // The secrets of the connections are locked, unlocked or sealed otherwise with all the others.
      renew(queryKeys.allReach);
    }),
    bridge.on('keysChanged', () => renew(queryKeys.keys)),
    bridge.on('draftsChanged', () => renew(queryKeys.drafts)),
    bridge.on('downloadsChanged', () => renew(queryKeys.downloads)),
    bridge.on('activityChanged', () => renew(queryKeys.activity)),
    bridge.on('tokenChanged', (status) => client.setQueryData(queryKeys.token(status.credentialId), status)),
    bridge.on('checkupChanged', (checkup) => {
      client.setQueryData(queryKeys.checkup(checkup.hubId), checkup);
      // A check opens the secrets of the connection: what is known of them may be another now.
      renew(queryKeys.allReach);
    }),
    bridge.on('settingsChanged', (settings) => client.setQueryData(queryKeys.settings, settings)),
    bridge.on('practiceHubChanged', (status) => client.setQueryData(queryKeys.practiceHub, status)),
  ];
}

/** Keeps the cache up to date for as long as the caller is mounted. */
export function useBridgeEvents(): void {
  const bridge = useBridge();
  const client = useQueryClient();
  useEffect(() => {
    const stops = listen(bridge, client);
    return () => {
      for (const stop of stops) stop();
    };
  }, [bridge, client]);
}
