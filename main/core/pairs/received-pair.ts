// A pair as it came, made into a record: where it may be used follows from its hub.
import type { ClientAuthentication } from '#contract/inputs.ts';
import type { SecretContent } from '../credentials/secret-content.ts';
import { originsOf, tokenEndpointFrom } from '../hubs/hub-addresses.ts';
import type { StoredHub } from '../hubs/stored-hubs.ts';
import { nothingReplaced } from './pairs-format-3.ts';
import type { ReceivedPair } from './pair-keeper.ts';
import type { StoredPair } from './stored-pairs.ts';

/** Where a pair is exchanged for a token, how, and the origins its secret is sealed with. */
interface PairHome {
  readonly tokenEndpoint: string;
  readonly clientAuthentication: ClientAuthentication;
  readonly boundOrigins: readonly string[];
}

/** As the hub's credential in use does it: both kinds of credentials have one token endpoint (hub-contract 1). */
function homeAt({ baseUrl, credentialInUseId, credentials }: StoredHub): PairHome {
  const inUse = credentials.find(({ id }) => id === credentialInUseId);
  const tokenEndpoint = inUse?.tokenEndpoint ?? tokenEndpointFrom(baseUrl);
  const clientAuthentication = inUse?.clientAuthentication ?? 'body';
  return { tokenEndpoint, clientAuthentication, boundOrigins: originsOf(tokenEndpoint, baseUrl) };
}

function toldHome(told: ReceivedPair['home'], { baseUrl }: StoredHub): PairHome | null {
  return told === undefined ? null : { ...told, boundOrigins: originsOf(told.tokenEndpoint, baseUrl) };
}

/** Of a hub that was removed meanwhile nothing is known any more: its pair can be copied and goes nowhere else. */
const NO_HOME: PairHome = { tokenEndpoint: '', clientAuthentication: 'body', boundOrigins: [] };

/** Whether the pair's hub was there when it came; a pair without a home is not written. */
export function hasHome({ tokenEndpoint }: StoredPair): boolean {
  return tokenEndpoint !== '';
}

/** The record of a pair that is not sealed yet, and what is to be sealed. */
export function recordOf(
  { clientSecret, home: told, ...named }: ReceivedPair,
  hub: StoredHub | null,
  made: Pick<StoredPair, 'id' | 'receivedAtMs'>,
): { readonly pair: StoredPair; readonly content: SecretContent } {
  const { boundOrigins, ...home } = hub === null ? NO_HOME : (toldHome(told, hub) ?? homeAt(hub));
  return {
    pair: { ...named, ...home, ...made, secret: { level: 'sessionOnly' }, ...nothingReplaced },
    content: { clientSecret, boundOrigins },
  };
}

/** Two pairs of one client of one registration: the later one is what the Hub accepts. */
export function isSameClient(one: StoredPair, other: StoredPair): boolean {
  return one.hubId === other.hubId && one.registrationId === other.registrationId && one.clientId === other.clientId;
}

/** All pairs but those of the same client that came before this one. */
export function withoutEarlier(pairs: readonly StoredPair[], pair: StoredPair): readonly StoredPair[] {
  const place = pairs.findIndex(({ id }) => id === pair.id);
  return pairs.filter((other, index) => index >= place || !isSameClient(other, pair));
}
