// Where a credential that is being saved belongs: a new hub, a hub that is there, or in the place of an older secret.
import { replacedHolder } from '../credentials/credential-vault.ts';
import type { SecretHolder } from '../credentials/secret-vault.ts';
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
  /** Whether a saved secret can still be opened, as far as is known: what cannot is of no use beside a new one. */
  readonly isUsable: (holder: SecretHolder) => boolean;
}

export interface Placed extends Edited {
  readonly credentialId: string;
  readonly kind: 'added' | 'rotated';
  /** Whether the secret that was in place is kept as the replaced one now. */
  readonly isSetAside: boolean;
}

interface PlacedCredential {
  readonly credential: StoredCredential;
  readonly isSetAside: boolean;
}

const added = ({ credential }: Placement): PlacedCredential => ({ credential, isSetAside: false });

/**
 * A credential with a new secret: what was seen of it stays. The old secret is kept until the new one has worked. It is of
 * no use at another host, which it is not bound to.
 */
function rotated({ hub, credential: older }: FoundCredential, placement: Placement): PlacedCredential {
  const { lastUsedAtMs, lastOperator, lastAccessGroup } = older;
  const isAtHome = originOf(hub.baseUrl) === originOf(placement.hub.baseUrl);
  const which = isAtHome ? keptBesideNew(older, placement.isUsable) : 'none';
  const seen = { lastUsedAtMs, lastOperator, lastAccessGroup };
  return {
    credential: { ...placement.credential, id: older.id, ...seen, ...KEPT[which](older) },
    isSetAside: which === 'secret',
  };
}

type Previous = Pick<StoredCredential, 'previousSecret' | 'previousExpiresAtMs'>;

const KEPT = {
  secret: ({ secret, expiresAtMs }) => ({ previousSecret: secret, previousExpiresAtMs: expiresAtMs }),
  previousSecret: ({ previousSecret, previousExpiresAtMs }) => ({ previousSecret, previousExpiresAtMs }),
  none: () => ({ previousSecret: null, previousExpiresAtMs: null }),
} satisfies Readonly<Record<string, (older: StoredCredential) => Previous>>;

/** After several new secrets that never worked, the last one that may have; never one that nothing opens. */
function keptBesideNew(older: StoredCredential, isUsable: Placement['isUsable']): keyof typeof KEPT {
  const replaced = replacedHolder(older);
  if (replaced !== null && isUsable(replaced)) return 'previousSecret';
  return isUsable(older) ? 'secret' : 'none';
}

/**
 * Puts a credential where it belongs, and a new one in use. The hub is found by its base URL, an older secret by client ID and
 * token endpoint. When these two disagree (the base URL was corrected), the credential moves to the hub of the base URL,
 * so that no second copy of it stays behind.
 */
export function placeCredential(hubs: Hubs, placement: Placement): Placed {
  const older = findSameClient(hubs, placement.credential);
  const { credential, isSetAside } = older === null ? added(placement) : rotated(older, placement);
  const home = hubs.find(({ baseUrl }) => baseUrl === placement.hub.baseUrl);
  const before = home ?? { ...placement.hub, credentials: [], credentialInUseId: null };

  const name = home === undefined || placement.isNameChosen ? freeName(hubs, placement, before.id) : home.name;
  const label = uniqueName(credential.label, otherLabels(before, credential.id));
  const credentialInUseId = inUseAfter(before, { older, credential });
  const hub = { ...withCredential(before, { ...credential, label }), name, credentialInUseId };

  const others = hubs.map((each) => (each === home ? hub : withoutCredential(each, credential.id)));
  return {
    hubs: home === undefined ? [...others, hub] : others,
    hub,
    credentialId: credential.id,
    kind: older === null ? 'added' : 'rotated',
    isSetAside,
  };
}

function freeName(hubs: Hubs, { hub: { name } }: Placement, hubId: string): string {
  return uniqueName(name, otherHubNames(hubs, hubId));
}

interface Comer {
  readonly older: FoundCredential | null;
  readonly credential: StoredCredential;
}

/** A new secret of one credential is no reason to work with another one than before. */
function inUseAfter({ id, credentialInUseId }: StoredHub, { older, credential }: Comer): string | null {
  return older?.hub.id === id ? credentialInUseId : credential.id;
}
