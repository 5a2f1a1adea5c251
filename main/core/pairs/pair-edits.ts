// Changes to the secrets of a pair, each from one whole record to the next.
import { replacedHolder } from '../credentials/credential-vault.ts';
import type { SecretHolder } from '../credentials/secret-vault.ts';
import type { StoredSecret } from '../credentials/stored-secret.ts';
import type { RenewedSecret, SealedSecret } from '../ports.ts';
import { nothingReplaced } from './pairs-format-3.ts';
import type { StoredPair } from './stored-pairs.ts';

/** What belongs to the secret that is in place. */
function placeOf({
  tokenEndpoint,
  clientAuthentication,
  receivedAtMs,
}: StoredPair): NonNullable<StoredPair['previous']> {
  return { tokenEndpoint, clientAuthentication, receivedAtMs };
}

/**
 * A pair in the place of the one of its client that is here, with the same id. The secret that was there is kept beside the
 * new one; after several that never worked, the last one that may have; never one that nothing opens.
 */
export function inPlaceOf(
  earlier: StoredPair,
  made: StoredPair,
  isUsable: (holder: SecretHolder) => boolean,
): { readonly pair: StoredPair; readonly isSetAside: boolean } {
  const placed = { ...made, id: earlier.id };
  const replaced = replacedHolder(earlier);
  if (replaced !== null && isUsable(replaced)) {
    const { previousSecret, previous } = earlier;
    return { pair: { ...placed, previousSecret, previous }, isSetAside: false };
  }
  if (!isUsable(earlier)) return { pair: placed, isSetAside: false };
  return { pair: { ...placed, previousSecret: earlier.secret, previous: placeOf(earlier) }, isSetAside: true };
}

/** A pair with its two secrets changed for each other; null when there is only one. */
export function withSecretsExchanged(pair: StoredPair): StoredPair | null {
  const { secret, previousSecret, previous } = pair;
  if (previousSecret === null || previous === null) return null;
  return { ...pair, ...previous, secret: previousSecret, previousSecret: secret, previous: placeOf(pair) };
}

/** A pair whose secret has worked: the one that it took the place of is kept no longer. */
export function withoutReplaced(pair: StoredPair): StoredPair {
  return { ...pair, ...nothingReplaced };
}

/** A pair with a secret that the keystore sealed anew in the place of the same one sealed before; the same pair without. */
export function withRenewed(pair: StoredPair, before: SealedSecret, after: RenewedSecret): StoredPair {
  const { secret, previousSecret } = pair;
  if (isSealedAs(secret, before)) return { ...pair, secret: { ...secret, ...after } };
  return isSealedAs(previousSecret, before) ? { ...pair, previousSecret: { ...previousSecret, ...after } } : pair;
}

type InKeystore = Extract<StoredSecret, { level: 'osKeystore' }>;

function isSealedAs(secret: StoredSecret | null, { ciphertext }: SealedSecret): secret is InKeystore {
  return secret?.level === 'osKeystore' && secret.ciphertext === ciphertext;
}
