// Takes a handed-on data-sync pair into the pair book; its hub is made first when it is not there.
import type { DataSyncPair, PairReport } from '#contract/life-cycle.ts';
import { ok, type Result } from '#contract/result.ts';
import { normalBaseUrl, originsOf } from '../hubs/hub-addresses.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import { uniqueName } from '../hubs/hub-names.ts';
import type { StoredHub } from '../hubs/stored-hubs.ts';
import { checkPair, type CheckPairPorts } from '../pairs/check-pair.ts';
import type { PairBook } from '../pairs/pair-book.ts';
import type { NewId } from '../ports.ts';
import type { HandedPair } from './hand-off-document.ts';

export interface SavePairPorts {
  readonly book: Pick<HubBook, 'hubs' | 'change'>;
  readonly pairs: Pick<PairBook, 'of' | 'takeOver'>;
  readonly newId: NewId;
  readonly onHubsChanged: () => void;
}

/**
 * A hub without credentials is of use by itself, so that a hub that was made without its pair is no half import.
 * A secret of the same client that is here is kept until the new one has worked. Failures: `storageFailed` and the secret
 * codes; a pair that takes no other one's place is kept for this run then, as one from a Hub is.
 */
export async function savePair(handed: HandedPair, ports: SavePairPorts): Promise<Result<DataSyncPair>> {
  const hub = hubFor(handed, ports);
  if (!hub.ok) return hub;
  const { registrationId, applicationName, clientId, clientSecret, tokenEndpoint, clientAuthentication } = handed;
  const home = { tokenEndpoint: new URL(tokenEndpoint).href, clientAuthentication };
  const received = { hubId: hub.value.id, registrationId, applicationName, clientId, clientSecret, home };
  return ports.pairs.takeOver(received);
}

/** Exchanges a handed-on pair for a token before it is kept. Failures: as of any check of a pair. */
export function checkHandedPair(
  handed: HandedPair,
  { book, ...ports }: Pick<SavePairPorts, 'book'> & CheckPairPorts,
): Promise<Result<PairReport>> {
  const { registrationId, applicationName, clientId, clientSecret, clientAuthentication } = handed;
  const tokenEndpoint = new URL(handed.tokenEndpoint).href;
  const boundOrigins = originsOf(tokenEndpoint, handed.baseUrl);
  const access = { clientId, clientSecret, tokenEndpoint, clientAuthentication, boundOrigins };
  // Before its hub is made there is none whose own way to the network could count.
  const hubId = hubAt(handed, book)?.id ?? '';
  return checkPair({ hubId, registrationId, applicationName }, access, ports);
}

function hubAt({ baseUrl }: HandedPair, { hubs }: Pick<HubBook, 'hubs'>): StoredHub | undefined {
  const address = normalBaseUrl(baseUrl);
  return hubs().find((hub) => hub.baseUrl === address);
}

function hubFor(handed: HandedPair, { book, newId, onHubsChanged }: SavePairPorts): Result<StoredHub> {
  const known = hubAt(handed, book);
  if (known !== undefined) return ok(known);
  const made = book.change((hubs) => {
    const name = uniqueName(
      handed.hubName,
      hubs.map((hub) => hub.name),
    );
    const hub = {
      id: newId(),
      name,
      baseUrl: normalBaseUrl(handed.baseUrl),
      isPracticeHub: false,
      credentialInUseId: null,
      credentials: [],
    };
    return ok({ hubs: [...hubs, hub], hub });
  });
  if (!made.ok) return made;
  onHubsChanged();
  return ok(made.value.hub);
}

/** When the pair of the same client of the same registration came that is saved for the hub here; null when none is. */
export function knownPairSince(
  handed: HandedPair,
  { book, pairs }: Pick<SavePairPorts, 'book' | 'pairs'>,
): number | null {
  const hub = hubAt(handed, book);
  const ofHub = hub === undefined ? [] : pairs.of(hub.id);
  const known = ofHub.find(
    ({ registrationId, clientId }) => registrationId === handed.registrationId && clientId === handed.clientId,
  );
  return known?.receivedAtMs ?? null;
}
