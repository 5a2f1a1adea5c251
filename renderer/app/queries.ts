// What the frame and several features ask main for.
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { AppDescription, Notice, PracticeHubStatus } from '#contract/app.ts';
import type { ActivityFilter } from '#contract/activity-inputs.ts';
import type { Hub, TokenStatus } from '#contract/credentials.ts';
import type { SavedCopy } from '#contract/registration.ts';
import { defaultSettings, type Settings } from '#contract/settings.ts';
import type { VaultStatus } from '#contract/vault.ts';
import { ask } from './ask.ts';
import { useBridge } from './bridge-context.tsx';
import { withKeptRegistrations } from './kept-registrations.ts';
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

/** The copy of a hub's registrations kept on this machine; null when nothing was ever read from it. Works offline. */
export function useSavedCopy(hubId: string): UseQueryResult<SavedCopy | null> {
  const bridge = useBridge();
  return useQuery({
    queryKey: queryKeys.savedRegistrations(hubId),
    queryFn: () => ask(bridge.registrations.saved({ hubId })),
    structuralSharing: keepRegistrations,
  });
}

function keepRegistrations(old: unknown, renewed: unknown): unknown {
  // SAFETY: under this key nothing but saved copies is ever kept; the library hands them around without their type.
  return withKeptRegistrations(old as SavedCopy | null | undefined, renewed as SavedCopy | null);
}

/** What the person set; its error tells that main could not answer. */
export function useSettingsQuery(): UseQueryResult<Settings> {
  const bridge = useBridge();
  return useQuery({ queryKey: queryKeys.settings, queryFn: () => ask(bridge.settings.read()) });
}

/** What the person set; the app's own choice until main has answered, and when it cannot. */
export function useSettings(): Settings {
  return useSettingsQuery().data ?? defaultSettings;
}

/** What protects secrets, and whether it is locked. */
export function useVault(): UseQueryResult<VaultStatus> {
  const bridge = useBridge();
  return useQuery({ queryKey: queryKeys.vault, queryFn: () => ask(bridge.vault.status()) });
}

/** Puts a hub that main has just answered into the list at once, without asking again. */
export function useKeepHub(): (hub: Hub) => void {
  const client = useQueryClient();
  return (hub) =>
    void client.setQueryData<readonly Hub[]>(queryKeys.hubs, (hubs = []) =>
      [...hubs.filter(({ id }) => id !== hub.id), hub].sort((one, other) => one.name.localeCompare(other.name)),
    );
}

/** The whole activity log. */
export const ALL_CALLS: ActivityFilter = { text: '', hubId: null, action: null, outcome: null };

/** How many calls are in the log whose outcome nobody knows. */
export function useUnknownCalls(): number {
  const bridge = useBridge();
  const { data = 0 } = useQuery({
    queryKey: [...queryKeys.activity, 'unknown'],
    queryFn: async () => (await ask(bridge.activity.list({ filter: ALL_CALLS, offset: 0, limit: 1 }))).unknown,
  });
  return data;
}
