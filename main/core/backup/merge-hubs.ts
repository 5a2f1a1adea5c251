// Puts a backup's hubs beside those of this computer: what is here stays as it is, what is missing is added.
import { normalBaseUrl } from '../hubs/hub-addresses.ts';
import type { Hubs } from '../hubs/find-in-hubs.ts';
import { uniqueName } from '../hubs/hub-names.ts';
import { untouched, type StoredCredential, type StoredHub } from '../hubs/stored-hubs.ts';
import type { NewId } from '../ports.ts';
import type { BackedUpHub } from './backup-document.ts';

export interface MergedHubs {
  readonly hubs: Hubs;
  readonly newHubs: readonly StoredHub[];
  /** Hubs that were here, each with the credentials that came to it. */
  readonly knownHubs: readonly { readonly hub: StoredHub; readonly added: readonly StoredCredential[] }[];
}

interface Making {
  readonly newId: NewId;
  readonly nowMs: number;
}

/** A hub is the same by its base URL, a credential by client ID and token endpoint, wherever it is saved. */
export function mergeHubs(hubs: Hubs, backedUp: readonly BackedUpHub[], making: Making): MergedHubs {
  return backedUp.reduce<MergedHubs>((merged, each) => mergeHub(merged, each, making), {
    hubs,
    newHubs: [],
    knownHubs: [],
  });
}

function mergeHub(merged: MergedHubs, backedUp: BackedUpHub, making: Making): MergedHubs {
  const baseUrl = normalBaseUrl(backedUp.baseUrl);
  const home = merged.hubs.find((hub) => hub.baseUrl === baseUrl);
  const before = home ?? {
    id: making.newId(),
    name: uniqueName(
      backedUp.name,
      merged.hubs.map(({ name }) => name),
    ),
    baseUrl,
    isPracticeHub: false,
    credentialInUseId: null,
    credentials: [],
  };
  const added = missingCredentials(backedUp, { hubs: merged.hubs, labels: before.credentials, making });
  const credentials = [...before.credentials, ...added];
  const hub = { ...before, credentials, credentialInUseId: before.credentialInUseId ?? inUse(backedUp, credentials) };
  return home === undefined
    ? { ...merged, hubs: [...merged.hubs, hub], newHubs: [...merged.newHubs, hub] }
    : {
        ...merged,
        hubs: merged.hubs.map((each) => (each === home ? hub : each)),
        knownHubs: [...merged.knownHubs, { hub, added }],
      };
}

/** The one that was in use where the backup was made; an older backup does not tell. */
function inUse(backedUp: BackedUpHub, credentials: readonly StoredCredential[]): string | null {
  const used = backedUp.credentials.find(({ isInUse }) => isInUse);
  const client = used === undefined ? null : clientOf({ ...used, tokenEndpoint: new URL(used.tokenEndpoint).href });
  return (credentials.find((each) => clientOf(each) === client) ?? credentials[0])?.id ?? null;
}

interface Among {
  readonly hubs: Hubs;
  readonly labels: readonly StoredCredential[];
  readonly making: Making;
}

/** Their secrets are not in the backup: each waits for its credentials file, as after a restart without a keystore. */
function missingCredentials({ credentials }: BackedUpHub, { hubs, labels, making }: Among): StoredCredential[] {
  const known = new Set(hubs.flatMap((hub) => hub.credentials.map(clientOf)));
  const added: StoredCredential[] = [];
  for (const backedUp of credentials) {
    const { clientId, clientAuthentication, note, expiresAtMs } = backedUp;
    const tokenEndpoint = new URL(backedUp.tokenEndpoint).href;
    if (known.has(clientOf({ clientId, tokenEndpoint }))) continue;
    known.add(clientOf({ clientId, tokenEndpoint }));
    const label = uniqueName(
      backedUp.label,
      [...labels, ...added].map((each) => each.label),
    );
    const told = { label, clientId, tokenEndpoint, clientAuthentication };
    const secret = { level: 'sessionOnly' } as const;
    added.push({ ...untouched, ...told, id: making.newId(), savedAtMs: making.nowMs, secret, note, expiresAtMs });
  }
  return added;
}

function clientOf({ clientId, tokenEndpoint }: Pick<StoredCredential, 'clientId' | 'tokenEndpoint'>): string {
  return `${clientId}\n${tokenEndpoint}`;
}
