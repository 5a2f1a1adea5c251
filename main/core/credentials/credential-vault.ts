// Opens saved credentials: the vault of secrets, and the check that a secret goes only where it was imported for.
import { fail, ok, type Result } from '#contract/result.ts';
import { originsOf } from '../hubs/hub-addresses.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { StoredCredential, StoredHub } from '../hubs/stored-hubs.ts';
import type { ClientAccess } from '../tokens/client-access.ts';
import type { SecretContent } from './secret-content.ts';
import { type PreparedSecret, type SecretHolder, SecretVault, type SecretVaultPorts } from './secret-vault.ts';

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

/** The id under which the vault knows the secret that a credential's own replaced. */
export function replacedIdOf(credentialId: string): string {
  return `${credentialId} replaced`;
}

/** The secret that a credential's own replaced, as the vault knows it; null when there is none. */
export function replacedHolder({
  id,
  previousSecret,
}: Pick<StoredCredential, 'id' | 'previousSecret'>): SecretHolder | null {
  return previousSecret === null ? null : { id: replacedIdOf(id), secret: previousSecret };
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

  /** Takes over a prepared secret in the place of another one, which stays at hand if the record keeps it. */
  replace(credentialId: string, prepared: PreparedSecret, { isSetAside }: { readonly isSetAside: boolean }): void {
    if (isSetAside) this.exchangeReplaced(credentialId);
    this.keep(credentialId, prepared);
    if (this.#book.findCredential(credentialId)?.credential.previousSecret === null) this.forgetReplaced(credentialId);
  }

  /** Changes a secret and the one it replaced for each other, after the record was written. */
  exchangeReplaced(credentialId: string): void {
    this.exchange(credentialId, replacedIdOf(credentialId));
  }

  /** Drops what is in memory of the secret that a credential's own replaced. */
  forgetReplaced(credentialId: string): void {
    this.forget(replacedIdOf(credentialId));
  }

  /** Drops what is in memory of a credential. */
  forgetCredential(credentialId: string): void {
    this.forget(credentialId);
    this.forgetReplaced(credentialId);
  }
}
