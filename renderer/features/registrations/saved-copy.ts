// The saved copy of a hub's registrations as the window keeps it: read without the network, renewed by what arrives.
import { useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Registration, SavedCopy } from '#contract/registration.ts';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';

/** The copy kept on this machine; null when nothing was ever read from this hub. Works offline. */
export function useSavedCopy(hubId: string): UseQueryResult<SavedCopy | null> {
  const bridge = useBridge();
  return useQuery({
    queryKey: queryKeys.savedRegistrations(hubId),
    queryFn: () => ask(bridge.registrations.saved({ hubId })),
  });
}

/** Puts a copy that main has just answered in place at once. An older one that is still on its way is dropped. */
export async function keepCopy(client: QueryClient, copy: SavedCopy): Promise<void> {
  const queryKey = queryKeys.savedRegistrations(copy.hubId);
  await client.cancelQueries({ queryKey });
  client.setQueryData<SavedCopy | null>(queryKey, copy);
}

/** Puts one registration that main has just answered into the copy, in its old place or at the end. */
export function keepRegistration(client: QueryClient, hubId: string, registration: Registration): void {
  client.setQueryData<SavedCopy | null>(queryKeys.savedRegistrations(hubId), (copy) => {
    if (copy === null || copy === undefined) return copy;
    const isKnown = copy.registrations.some(({ id }) => id === registration.id);
    const registrations = isKnown
      ? copy.registrations.map((known) => (known.id === registration.id ? registration : known))
      : [...copy.registrations, registration];
    return { ...copy, registrations };
  });
}
