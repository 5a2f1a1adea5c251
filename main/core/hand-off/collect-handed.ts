// From the ids of saved credentials and pairs to what goes into a hand-off file: all of them opened, or none.
import type { Result } from '#contract/result.ts';
import { fail, ok } from '#contract/result.ts';
import type { CredentialVault } from '../credentials/credential-vault.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { PairBook } from '../pairs/pair-book.ts';
import type { HandedCredential, HandedPair, HandedRegistration } from './hand-off-document.ts';

export interface CollectPorts {
  readonly book: Pick<HubBook, 'findHub' | 'findCredential'>;
  readonly vault: Pick<CredentialVault, 'open'>;
  readonly pairs: Pick<PairBook, 'find' | 'open'>;
}

/** A credential with the hub of this computer it was taken from, for the activity log. */
export interface Collected<Handed extends HandedCredential = HandedCredential> {
  readonly hubId: string;
  readonly handed: Handed;
}

/** Failures: `credentialMissing` and the secret codes. */
export async function collectCredential(
  credentialId: string,
  { book, vault }: CollectPorts,
): Promise<Result<Collected<HandedRegistration>>> {
  const found = book.findCredential(credentialId);
  if (found === null) return fail({ code: 'credentialMissing' });
  const opened = await vault.open(credentialId);
  if (!opened.ok) return opened;
  const { hub, credential } = found;
  const { clientId, clientSecret, tokenEndpoint, clientAuthentication } = opened.value;
  const { label, note, expiresAtMs } = credential;
  const place = { hubName: hub.name, baseUrl: hub.baseUrl, tokenEndpoint, clientAuthentication };
  const handed = { kind: 'registration', ...place, label, clientId, clientSecret, note, expiresAtMs } as const;
  return ok({ hubId: hub.id, handed });
}

/** Failures: `pairMissing`, `hubMissing` and the secret codes. */
export async function collectPair(
  pairId: string,
  { book, pairs }: CollectPorts,
): Promise<Result<Collected<HandedPair>>> {
  const pair = pairs.find(pairId);
  if (pair === null) return fail({ code: 'pairMissing' });
  const hub = book.findHub(pair.hubId);
  if (hub === null) return fail({ code: 'hubMissing' });
  const opened = await pairs.open(pairId);
  if (!opened.ok) return opened;
  const { clientId, clientSecret, tokenEndpoint, clientAuthentication } = opened.value;
  const { registrationId, applicationName } = pair;
  const place = { hubName: hub.name, baseUrl: hub.baseUrl, tokenEndpoint, clientAuthentication };
  const handed = { kind: 'dataSync', ...place, registrationId, applicationName, clientId, clientSecret } as const;
  return ok({ hubId: hub.id, handed });
}

/** All of them in this order; the first one that does not open ends it. */
export async function collectAll(
  { credentialIds, pairIds }: { readonly credentialIds: readonly string[]; readonly pairIds: readonly string[] },
  ports: CollectPorts,
): Promise<Result<readonly Collected[]>> {
  const all: Collected[] = [];
  for (const id of credentialIds) {
    const collected = await collectCredential(id, ports);
    if (!collected.ok) return collected;
    all.push(collected.value);
  }
  for (const id of pairIds) {
    const collected = await collectPair(id, ports);
    if (!collected.ok) return collected;
    all.push(collected.value);
  }
  return ok(all);
}
