// Where the person is: connecting a hub, or at one of a hub's screens.
import type { Hub } from '#contract/credentials.ts';
import type { ListFilter } from '#contract/settings.ts';
import type { SortOrder } from '../features/registrations/list/arrangement.ts';
import type { Wish } from '../features/registrations/use-whereabouts.ts';

/** The screens that are not about one hub still remember which one the person came from. */
export type HubScreenName = 'overview' | 'compare' | 'reference' | 'hub' | 'activity' | 'settings';

/** The list, with what it was narrowed to on the way there, and the registration whose details are open. */
export interface ListPlace {
  readonly at: 'registrations';
  readonly hubId: string;
  readonly filter?: Partial<ListFilter>;
  readonly openId?: string;
  readonly order?: SortOrder;
  /** What the person came to do there: a form opens, or they are told to choose a registration for it. */
  readonly wish?: Wish;
}

export type Place = { readonly at: 'connect' } | ListPlace | { readonly at: HubScreenName; readonly hubId: string };

/** A place with the hub it is about, as it is now. */
export type Shown =
  | { readonly at: 'connect'; readonly hub: null }
  | { readonly at: HubScreenName; readonly hub: Hub }
  | { readonly at: 'registrations'; readonly hub: Hub; readonly place: ListPlace };

/** What to show for the place a person chose: a hub that is gone gives way to the first one, no hub to the start. */
export function shownAt(place: Place | null, hubs: readonly Hub[]): Shown {
  const [first] = hubs;
  if (first === undefined || place?.at === 'connect') return { at: 'connect', hub: null };
  if (place === null) return listOf(first);
  const hub = hubs.find(({ id }) => id === place.hubId);
  if (hub === undefined) return listOf(first);
  return place.at === 'registrations' ? { at: 'registrations', hub, place } : { at: place.at, hub };
}

function listOf(hub: Hub): Shown {
  return { at: 'registrations', hub, place: { at: 'registrations', hubId: hub.id } };
}
