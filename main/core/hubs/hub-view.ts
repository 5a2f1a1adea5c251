// A saved hub as the window may see it: the secrets as masks, with the state each is in.
import type { CredentialSummary, Hub } from '#contract/credentials.ts';
import { type CredentialVault, replacedHolder } from '../credentials/credential-vault.ts';
import { secretMask } from '../credentials/secret-mask.ts';
import { protectionOf } from '../credentials/secret-vault.ts';
import type { StoredCredential, StoredHub } from './stored-hubs.ts';

/** What the vault knows of a secret without opening it. */
export type SecretHints = Pick<CredentialVault, 'stateOf' | 'endingOf'>;

function credentialView(credential: StoredCredential, secrets: SecretHints): CredentialSummary {
  return {
    id: credential.id,
    label: credential.label,
    clientId: credential.clientId,
    secretMask: secretMask(secrets.endingOf(credential)),
    tokenEndpoint: credential.tokenEndpoint,
    clientAuthentication: credential.clientAuthentication,
    protection: protectionOf(credential.secret),
    secretState: secrets.stateOf(credential),
    savedAtMs: credential.savedAtMs,
    note: credential.note,
    expiresAtMs: credential.expiresAtMs,
    dismissedReminder: credential.dismissedReminder,
    lastUsedAtMs: credential.lastUsedAtMs,
    lastOperator: credential.lastOperator,
    lastAccessGroup: credential.lastAccessGroup,
    replacedSecret: replacedView(credential, secrets),
  };
}

function replacedView(credential: StoredCredential, secrets: SecretHints): CredentialSummary['replacedSecret'] {
  const replaced = replacedHolder(credential);
  if (replaced === null) return null;
  return {
    secretMask: secretMask(secrets.endingOf(replaced)),
    protection: protectionOf(replaced.secret),
    secretState: secrets.stateOf(replaced),
  };
}

export function hubView(hub: StoredHub, secrets: SecretHints): Hub {
  return {
    id: hub.id,
    name: hub.name,
    baseUrl: hub.baseUrl,
    isPracticeHub: hub.isPracticeHub,
    credentialInUseId: hub.credentialInUseId,
    credentials: hub.credentials.map((credential) => credentialView(credential, secrets)),
  };
}
