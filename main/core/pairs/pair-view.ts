// A pair as the window may see it: its secrets as masks, with the state each is in.
import type { DataSyncPair } from '#contract/life-cycle.ts';
import { replacedHolder } from '../credentials/credential-vault.ts';
import { secretMask } from '../credentials/secret-mask.ts';
import { protectionOf, type SecretVault } from '../credentials/secret-vault.ts';
import type { StoredPair } from './stored-pairs.ts';

type SecretHints = Pick<SecretVault, 'stateOf' | 'endingOf'>;

/** Touches no keystore. */
export function pairView(pair: StoredPair, secrets: SecretHints): DataSyncPair {
  const { id, hubId, registrationId, applicationName, clientId, receivedAtMs, secret } = pair;
  return {
    id,
    hubId,
    registrationId,
    applicationName,
    clientId,
    secretMask: secretMask(secrets.endingOf(pair)),
    protection: protectionOf(secret),
    secretState: secrets.stateOf(pair),
    receivedAtMs,
    replacedSecret: replacedView(pair, secrets),
  };
}

function replacedView(pair: StoredPair, secrets: SecretHints): DataSyncPair['replacedSecret'] {
  const replaced = replacedHolder(pair);
  if (replaced === null || pair.previous === null) return null;
  return {
    secretMask: secretMask(secrets.endingOf(replaced)),
    protection: protectionOf(replaced.secret),
    secretState: secrets.stateOf(replaced),
    receivedAtMs: pair.previous.receivedAtMs,
  };
}
