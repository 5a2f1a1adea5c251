// Takes a handed-on data-sync pair into the pair book; its hub is made first when it is not there.
import type { DataSyncPair } from '#contract/life-cycle.ts';
import { ok, type Result } from '#contract/result.ts';
import { normalBaseUrl } from '../hubs/hub-addresses.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import { uniqueName } from '../hubs/hub-names.ts';
import type { StoredHub } from '../hubs/stored-hubs.ts';
import type { PairBook } from '../pairs/pair-book.ts';
import type { PairKeeper } from '../pairs/pair-keeper.ts';
import type { NewId } from '../ports.ts';
import type { HandedPair } from './hand-off-document.ts';

export interface SavePairPorts {
  readonly book: Pick<HubBook, 'hubs' | 'change'>;
  readonly pairs: PairKeeper & Pick<PairBook, 'of'>;
  readonly newId: NewId;
  readonly onHubsChanged: () => void;
}

/**
 * A hub without credentials is of use by itself, so that a hub that was made without its pair is no half import.
 * Failures: `storageFailed`; the pair itself is kept for this run where the disk refuses, as one from a Hub is.
 */
export async function savePair(handed: HandedPair, ports: SavePairPorts): Promise<Result<DataSyncPair>> {
  const hub = hubFor(handed, ports);
  if (!hub.ok) return hub;
  const { registrationId, applicationName, clientId, clientSecret, tokenEndpoint, clientAuthentication } = handed;
  const home = { tokenEndpoint: new URL(tokenEndpoint).href, clientAuthentication };
  const received = { hubId: hub.value.id, registrationId, applicationName, clientId, clientSecret, home };
  return ok(await ports.pairs.keep(received));
}

function hubFor({ hubName, baseUrl }: HandedPair, { book, newId, onHubsChanged }: SavePairPorts): Result<StoredHub> {
  const address = normalBaseUrl(baseUrl);
  const known = book.hubs().find((hub) => hub.baseUrl === address);
  if (known !== undefined) return ok(known);
  const made = book.change((hubs) => {
    const name = uniqueName(
      hubName,
      hubs.map((hub) => hub.name),
    );
    const hub = { id: newId(), name, baseUrl: address, isPracticeHub: false, credentialInUseId: null, credentials: [] };
    return ok({ hubs: [...hubs, hub], hub });
  });
  if (!made.ok) return made;
  onHubsChanged();
  return ok(made.value.hub);
}

/** Whether a pair of the same client of the same registration is saved for the hub at this address. */
export function isKnownPair(handed: HandedPair, { book, pairs }: Pick<SavePairPorts, 'book' | 'pairs'>): boolean {
  const address = normalBaseUrl(handed.baseUrl);
  const hub = book.hubs().find(({ baseUrl }) => baseUrl === address);
  const ofHub = hub === undefined ? [] : pairs.of(hub.id);
  return ofHub.some(
    ({ registrationId, clientId }) => registrationId === handed.registrationId && clientId === handed.clientId,
  );
}
