// Finding a hub or a credential among the saved ones.
import type { StoredCredential, StoredHub } from './stored-hubs.ts';

export type Hubs = readonly StoredHub[];

export interface FoundCredential {
  readonly hub: StoredHub;
  readonly credential: StoredCredential;
}

export function findHub(hubs: Hubs, hubId: string): StoredHub | null {
  return hubs.find(({ id }) => id === hubId) ?? null;
}

function findWhere(hubs: Hubs, matches: (credential: StoredCredential) => boolean): FoundCredential | null {
  for (const hub of hubs) {
    const credential = hub.credentials.find(matches);
    if (credential !== undefined) return { hub, credential };
  }
  return null;
}

export function findCredential(hubs: Hubs, credentialId: string): FoundCredential | null {
  return findWhere(hubs, ({ id }) => id === credentialId);
}

/** The saved credential of the same client at the same token endpoint: its secret is what a new file replaces. */
export function findSameClient(
  hubs: Hubs,
  client: Pick<StoredCredential, 'clientId' | 'tokenEndpoint'>,
): FoundCredential | null {
  return findWhere(
    hubs,
    ({ clientId, tokenEndpoint }) => clientId === client.clientId && tokenEndpoint === client.tokenEndpoint,
  );
}
