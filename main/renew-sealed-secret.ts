// Puts a secret that the keystore sealed anew in the place of the same one sealed before.
import { fail, ok } from '#contract/result.ts';
import type { Failure } from '#contract/failure.ts';
import type { Result } from '#contract/result.ts';
import type { Hubs } from './core/hubs/find-in-hubs.ts';
import { withCredential } from './core/hubs/hub-edits.ts';
import type { Edited } from './core/hubs/hub-edits.ts';
import type { StoredCredential } from './core/hubs/stored-hubs.ts';
import type { SealedSecret } from './core/ports.ts';

/** The hubs afterwards; `credentialMissing` when that secret is no longer there, because it was imported again. */
export function renewSealedSecret(
  hubs: Hubs,
  before: SealedSecret,
  after: SealedSecret,
): Result<Edited, Extract<Failure, { code: 'credentialMissing' }>> {
  for (const hub of hubs) {
    const credential = hub.credentials.find((each) => isSealedAs(each, before));
    if (credential === undefined || credential.secret.level === 'sessionOnly') continue;
    const renewed = withCredential(hub, { ...credential, secret: { ...credential.secret, ...after } });
    return ok({ hubs: hubs.map((each) => (each === hub ? renewed : each)), hub: renewed });
  }
  return fail({ code: 'credentialMissing' });
}

function isSealedAs({ secret }: StoredCredential, sealed: SealedSecret): boolean {
  return secret.level === 'osKeystore' && secret.ciphertext === sealed.ciphertext;
}
