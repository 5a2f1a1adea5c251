// Where the person is: connecting a hub, at one of a hub's screens, or at one of this computer's.
import type { Hub } from '#contract/credentials.ts';
import type { ListFilter } from '#contract/settings.ts';
import type { SortOrder } from '../features/registrations/list/arrangement.ts';
import type { Wish } from '../features/registrations/use-whereabouts.ts';

export type HubScreenName = 'overview' | 'compare' | 'reference' | 'hub';

/** The screens about all hubs and this computer: they are there before the first hub is. */
export type OwnScreenName = 'activity' | 'settings';

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

export type Place =
  | { readonly at: 'connect' }
  | ListPlace
  | { readonly at: HubScreenName; readonly hubId: string }
  /** It still remembers which hub the person came from; null when they came from none. */
  | { readonly at: OwnScreenName; readonly hubId: string | null };

/** A place with the hub it is about, as it is now. */
export type Shown =
  | { readonly at: 'connect'; readonly hub: null }
  | { readonly at: HubScreenName; readonly hub: Hub }
  | { [At in OwnScreenName]: { readonly at: At; readonly hub: Hub | null } }[OwnScreenName]
  | { readonly at: 'registrations'; readonly hub: Hub; readonly place: ListPlace };

/** What to show for the place a person chose: a hub that is gone gives way to the first one, no hub to the start. */
export function shownAt(place: Place | null, hubs: readonly Hub[]): Shown {
  if (isOwn(place)) return { at: place.at, hub: hubOf(place, hubs) };
  const [first] = hubs;
  if (first === undefined || place?.at === 'connect') return { at: 'connect', hub: null };
  const hub = place === null ? null : hubOf(place, hubs);
  return place === null || hub === null ? listOf(first) : atHub(hub, place);
}

function atHub(hub: Hub, place: Extract<Place, { readonly hubId: string }>): Shown {
  return place.at === 'registrations' ? { at: 'registrations', hub, place } : { at: place.at, hub };
}

function hubOf({ hubId }: { readonly hubId: string | null }, hubs: readonly Hub[]): Hub | null {
  return hubs.find(({ id }) => id === hubId) ?? null;
}

function isOwn(place: Place | null): place is Extract<Place, { at: OwnScreenName }> {
  return place?.at === 'activity' || place?.at === 'settings';
}

function listOf(hub: Hub): Shown {
  return { at: 'registrations', hub, place: { at: 'registrations', hubId: hub.id } };
}
