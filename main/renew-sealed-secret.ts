// Puts a secret that the keystore sealed anew in the place of the same one sealed before.
import { fail, ok } from '#contract/result.ts';
import type { Failure } from '#contract/failure.ts';
import type { Result } from '#contract/result.ts';
import type { StoredSecret } from './core/credentials/stored-secret.ts';
import type { Hubs } from './core/hubs/find-in-hubs.ts';
import { replaceHub, withCredential } from './core/hubs/hub-edits.ts';
import type { Edited } from './core/hubs/hub-edits.ts';
import type { StoredCredential } from './core/hubs/stored-hubs.ts';
import type { RenewedSecret, SealedSecret } from './core/ports.ts';

/** The hubs afterwards; `credentialMissing` when that secret is no longer there, because it was imported again. */
export function renewSealedSecret(
  hubs: Hubs,
  before: SealedSecret,
  after: RenewedSecret,
): Result<Edited, Extract<Failure, { code: 'credentialMissing' }>> {
  for (const hub of hubs) {
    for (const credential of hub.credentials) {
      const renewed = withRenewed(credential, before, after);
      if (renewed !== null) return ok(replaceHub(hubs, withCredential(hub, renewed)));
    }
  }
  return fail({ code: 'credentialMissing' });
}

/** Either of a credential's secrets may be the one; null when none is. */
function withRenewed(
  credential: StoredCredential,
  before: SealedSecret,
  after: RenewedSecret,
): StoredCredential | null {
  const { secret, previousSecret } = credential;
  if (isSealedAs(secret, before)) return { ...credential, secret: { ...secret, ...after } };
  if (!isSealedAs(previousSecret, before)) return null;
  return { ...credential, previousSecret: { ...previousSecret, ...after } };
}

type Sealed = Extract<StoredSecret, { level: 'osKeystore' }>;

function isSealedAs(secret: StoredSecret | null, sealed: SealedSecret): secret is Sealed {
  return secret?.level === 'osKeystore' && secret.ciphertext === sealed.ciphertext;
}
