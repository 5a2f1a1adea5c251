// What the frame and several features ask main for.
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { AppDescription, Notice, PracticeHubStatus } from '#contract/app.ts';
import type { Hub, TokenStatus } from '#contract/credentials.ts';
import { defaultSettings, type Settings } from '#contract/settings.ts';
import { ask } from './ask.ts';
import { useBridge } from './bridge-context.tsx';
import { queryKeys } from './query-keys.ts';

export function useAppDescription(): UseQueryResult<AppDescription> {
  const bridge = useBridge();
  return useQuery({ queryKey: queryKeys.app, queryFn: () => ask(bridge.app.describe()) });
}

export function useNotices(): UseQueryResult<readonly Notice[]> {
  const bridge = useBridge();
  return useQuery({ queryKey: queryKeys.notices, queryFn: () => ask(bridge.app.notices()) });
}

export function useHubs(): UseQueryResult<readonly Hub[]> {
  const bridge = useBridge();
  return useQuery({ queryKey: queryKeys.hubs, queryFn: () => ask(bridge.hubs.list()) });
}

export function usePracticeHub(): UseQueryResult<PracticeHubStatus> {
  const bridge = useBridge();
  return useQuery({ queryKey: queryKeys.practiceHub, queryFn: () => ask(bridge.practiceHub.status()) });
}

export function useTokenStatus(credentialId: string): UseQueryResult<TokenStatus> {
  const bridge = useBridge();
  return useQuery({
    queryKey: queryKeys.token(credentialId),
    queryFn: () => ask(bridge.tokens.status({ credentialId })),
  });
}

/** What the person set; the app's own choice until main has answered, and when it cannot. */
export function useSettings(): Settings {
  const bridge = useBridge();
  const { data } = useQuery({ queryKey: queryKeys.settings, queryFn: () => ask(bridge.settings.read()) });
  return data ?? defaultSettings;
}

/** Puts a hub that main has just answered into the list at once, without asking again. */
export function useKeepHub(): (hub: Hub) => void {
  const client = useQueryClient();
  return (hub) =>
    void client.setQueryData<readonly Hub[]>(queryKeys.hubs, (hubs = []) =>
      [...hubs.filter(({ id }) => id !== hub.id), hub].sort((one, other) => one.name.localeCompare(other.name)),
    );
}
