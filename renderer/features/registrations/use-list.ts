// Everything the list of a hub is made of: the saved copy, the contact with the Hub, the settings, where the person is.
import type { Hub } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import type { Registration, SavedCopy } from '#contract/registration.ts';
import type { Settings } from '#contract/settings.ts';
import { failureOf } from '../../app/ask.ts';
import { useSavedCopy, useSettings } from '../../app/queries.ts';
import { canAskNow, useConnectivity, type HubContact } from './connectivity.ts';
import { useChangeSettings, type ChangingSettings } from './list/use-change-settings.ts';
import { useListView, type ListView } from './list/use-list-view.ts';
import { useWhereabouts, type GivenPlace, type OnPlace, type Whereabouts } from './use-whereabouts.ts';

export interface HubList {
  /** null before anything was ever read. */
  readonly copy: SavedCopy | null;
  /** Why the copy cannot be read. */
  readonly failure: Failure | null;
  /** Those of the copy, in the Hub's order. */
  readonly registrations: readonly Registration[];
  readonly view: ListView;
  readonly contact: HubContact;
  readonly canAsk: boolean;
  readonly settings: Settings;
  readonly changing: ChangingSettings;
  readonly whereabouts: Whereabouts;
}

const NONE: readonly Registration[] = [];

export function useList(hub: Hub, place: GivenPlace | undefined, onPlace: OnPlace | undefined): HubList {
  const saved = useSavedCopy(hub.id);
  const contact = useConnectivity(hub);
  const settings = useSettings();
  const changing = useChangeSettings();
  const whereabouts = useWhereabouts(place, onPlace);
  const copy = saved.data ?? null;
  const registrations = copy?.registrations ?? NONE;
  const takenAtMs = copy?.takenAtMs ?? 0;
  const view = useListView({ registrations, takenAtMs, whereabouts, settings });
  return {
    copy,
    failure: failureOf(saved.error),
    registrations,
    view,
    contact,
    canAsk: canAskNow(contact.connectivity),
    settings,
    changing,
    whereabouts,
  };
}
