// Opens saved credentials: the vault of secrets, and the check that a secret goes only where it was imported for.
import { fail, ok, type Result } from '#contract/result.ts';
import { originsOf } from '../hubs/hub-addresses.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { StoredCredential, StoredHub } from '../hubs/stored-hubs.ts';
import type { ClientAccess } from '../tokens/client-access.ts';
import type { SecretContent } from './secret-content.ts';
import { SecretVault, type SecretVaultPorts } from './secret-vault.ts';

export interface CredentialVaultPorts extends SecretVaultPorts {
  readonly book: Pick<HubBook, 'findCredential'>;
}

/** Everything needed to ask for a token; refused when the record now names a host the secret was not imported for. */
function accessTo(credential: StoredCredential, { baseUrl }: StoredHub, content: SecretContent): Result<ClientAccess> {
  const { clientId, tokenEndpoint, clientAuthentication } = credential;
  const elsewhere = originsOf(tokenEndpoint, baseUrl).find((origin) => !content.boundOrigins.includes(origin));
  if (elsewhere !== undefined) return fail({ code: 'secretBoundElsewhere', host: new URL(elsewhere).host });
  return ok({ clientId, tokenEndpoint, clientAuthentication, ...content });
}

/** One vault for all credentials. What does not open stays as it is until it is imported again. */
export class CredentialVault extends SecretVault {
  readonly #book: CredentialVaultPorts['book'];

  constructor({ book, ...ports }: CredentialVaultPorts) {
    super(ports);
    this.#book = book;
  }

  /**
   * Opens a saved credential. Failures: `credentialMissing`, `secretLocked`, `secretUnreadable`, `secretForgotten` (kept
   * for an earlier run only), `secretBoundElsewhere` (its `host` is the one that was refused).
   */
  async open(credentialId: string): Promise<Result<ClientAccess>> {
    const opened = await this.openOf(() => {
      const found = this.#book.findCredential(credentialId);
      return found === null ? null : { ...found.credential, hub: found.hub };
    });
    if (opened === null) return fail({ code: 'credentialMissing' });
    if (!opened.ok) return opened;
    const { holder, content } = opened.value;
    return accessTo(holder, holder.hub, content);
  }
}
