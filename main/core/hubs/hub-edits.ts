// Changes to the saved hubs, each from one whole list to the next.
import type { Failure } from '#contract/failure.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { findHub, type Hubs } from './find-in-hubs.ts';
import { uniqueName } from './hub-names.ts';
import type { StoredCredential, StoredHub } from './stored-hubs.ts';

/** All hubs after a change, and the one it was about as it is now (or was, if it was removed). */
export interface Edited {
  readonly hubs: Hubs;
  readonly hub: StoredHub;
}

type HubEdit = Result<Edited, Extract<Failure, { code: 'hubMissing' }>>;

/** All hubs with one of them as it is now. */
export function replaceHub(hubs: Hubs, hub: StoredHub): Edited {
  return { hubs: hubs.map((each) => (each.id === hub.id ? hub : each)), hub };
}

/** Names of all hubs but one. */
export function otherHubNames(hubs: Hubs, hubId: string): readonly string[] {
  return hubs.filter(({ id }) => id !== hubId).map(({ name }) => name);
}

/** Labels of all credentials of a hub but one. */
export function otherLabels(hub: StoredHub, credentialId: string): readonly string[] {
  return hub.credentials.filter(({ id }) => id !== credentialId).map(({ label }) => label);
}

/** Renames a hub; a name that another hub has gets a number. */
export function renameHub(hubs: Hubs, input: { readonly hubId: string; readonly name: string }): HubEdit {
  const hub = findHub(hubs, input.hubId);
  if (hub === null) return fail({ code: 'hubMissing' });
  return ok(replaceHub(hubs, { ...hub, name: uniqueName(input.name, otherHubNames(hubs, hub.id)) }));
}

/** Takes a hub away with all its credentials. */
export function removeHub(hubs: Hubs, hubId: string): HubEdit {
  const hub = findHub(hubs, hubId);
  return hub === null ? fail({ code: 'hubMissing' }) : ok({ hubs: hubs.filter((each) => each !== hub), hub });
}

/** A hub with a credential: at the place of the one with its id, or as the last. */
export function withCredential(hub: StoredHub, credential: StoredCredential): StoredHub {
  const isThere = hub.credentials.some(({ id }) => id === credential.id);
  const credentials = isThere
    ? hub.credentials.map((each) => (each.id === credential.id ? credential : each))
    : [...hub.credentials, credential];
  return { ...hub, credentials };
}

/** A hub without one of its credentials; if that was the one in use, the first of the others takes its place. */
export function withoutCredential(hub: StoredHub, credentialId: string): StoredHub {
  const credentials = hub.credentials.filter(({ id }) => id !== credentialId);
  const isInUse = hub.credentialInUseId === credentialId;
  return { ...hub, credentials, credentialInUseId: isInUse ? (credentials[0]?.id ?? null) : hub.credentialInUseId };
}
