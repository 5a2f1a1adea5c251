// The saved copy of a hub's registrations as the window keeps it, renewed by what arrives.
import type { QueryClient } from '@tanstack/react-query';
import type { Registration, SavedCopy } from '#contract/registration.ts';
import { queryKeys } from '../../app/query-keys.ts';

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

/** Takes one registration that the Hub no longer has out of the copy. */
export function dropRegistration(client: QueryClient, hubId: string, registrationId: string): void {
  client.setQueryData<SavedCopy | null>(queryKeys.savedRegistrations(hubId), (copy) =>
    copy === null || copy === undefined
      ? copy
      : { ...copy, registrations: copy.registrations.filter(({ id }) => id !== registrationId) },
  );
}
