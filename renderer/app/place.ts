// Where the person is: connecting a hub, or at one of a hub's screens.
import type { Hub } from '#contract/credentials.ts';

export type Place =
  | { readonly at: 'connect' }
  | { readonly at: 'registrations'; readonly hubId: string }
  | { readonly at: 'hub'; readonly hubId: string };

/** A place with the hub it is about, as it is now. */
export type Shown =
  { readonly at: 'connect'; readonly hub: null } | { readonly at: 'registrations' | 'hub'; readonly hub: Hub };

/** What to show for the place a person chose: a hub that is gone gives way to the first one, no hub to the start. */
export function shownAt(place: Place | null, hubs: readonly Hub[]): Shown {
  const [first] = hubs;
  if (first === undefined || place?.at === 'connect') return { at: 'connect', hub: null };
  if (place === null) return { at: 'registrations', hub: first };
  const hub = hubs.find(({ id }) => id === place.hubId);
  return hub === undefined ? { at: 'registrations', hub: first } : { at: place.at, hub };
}
