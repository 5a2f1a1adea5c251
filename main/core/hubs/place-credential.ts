// Where a credential that is being saved belongs: a new hub, a hub that is there, or in the place of an older secret.
import { findSameClient, type FoundCredential, type Hubs } from './find-in-hubs.ts';
import { originOf } from './hub-addresses.ts';
import { type Edited, otherHubNames, otherLabels, withCredential, withoutCredential } from './hub-edits.ts';
import { uniqueName } from './hub-names.ts';
import type { StoredCredential, StoredHub } from './stored-hubs.ts';

export interface Placement {
  /** The hub as it would be made; one with the same base URL is used instead, if there is one. */
  readonly hub: Pick<StoredHub, 'id' | 'name' | 'baseUrl' | 'isPracticeHub'>;
  /** Whether the name is the person's own: only then it renames a hub that is there. */
  readonly isNameChosen: boolean;
  /** The credential as it would be added; of the same client, the older one's id is kept. */
  readonly credential: StoredCredential;
}

export interface Placed extends Edited {
  readonly credentialId: string;
  readonly kind: 'added' | 'rotated';
  /** Whether the secret that was in place is kept as the replaced one now. */
  readonly isSetAside: boolean;
}

/**
 * A credential with a new secret: what the person wrote of it and what was seen of it stay, the end of the old secret
 * does not count for the new one. The old one is kept until the new one has worked; after several that never did, that
 * is the last one that may have. It is of no use at another host, which it is not bound to.
 */
function rotated({ hub, credential: older }: FoundCredential, placement: Placement): StoredCredential {
  const { note, lastUsedAtMs, lastOperator, lastAccessGroup } = older;
  const isAtHome = originOf(hub.baseUrl) === originOf(placement.hub.baseUrl);
  const previousSecret = isAtHome ? (older.previousSecret ?? older.secret) : null;
  const seen = { note, lastUsedAtMs, lastOperator, lastAccessGroup };
  return { ...placement.credential, id: older.id, ...seen, previousSecret };
}

/**
 * Puts a credential where it belongs, and in use. The hub is found by its base URL, an older secret by client ID and
 * token endpoint. When these two disagree (the base URL was corrected), the credential moves to the hub of the base URL,
 * so that no second copy of it stays behind.
 */
export function placeCredential(hubs: Hubs, placement: Placement): Placed {
  const older = findSameClient(hubs, placement.credential);
  const credential = older === null ? placement.credential : rotated(older, placement);
  const home = hubs.find(({ baseUrl }) => baseUrl === placement.hub.baseUrl);
  const before = home ?? { ...placement.hub, credentials: [], credentialInUseId: null };

  const takesName = home === undefined || placement.isNameChosen;
  const name = takesName ? uniqueName(placement.hub.name, otherHubNames(hubs, before.id)) : home.name;
  const label = uniqueName(credential.label, otherLabels(before, credential.id));
  const hub = { ...withCredential(before, { ...credential, label }), name, credentialInUseId: credential.id };

  const others = hubs.map((each) => (each === home ? hub : withoutCredential(each, credential.id)));
  return {
    hubs: home === undefined ? [...others, hub] : others,
    hub,
    credentialId: credential.id,
    kind: older === null ? 'added' : 'rotated',
    isSetAside: isSetAside(older, credential),
  };
}

function isSetAside(older: FoundCredential | null, { previousSecret }: StoredCredential): boolean {
  return older?.credential.previousSecret === null && previousSecret !== null;
}
