// Keeps the secrets: sealed by the operating system's keystore, or in this run's memory where there is none.
import type { SecretState } from '#contract/credentials.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { FoundCredential } from '../hubs/find-in-hubs.ts';
import { originsOf } from '../hubs/hub-addresses.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { StoredCredential, StoredSecret } from '../hubs/stored-hubs.ts';
import type { OpenFailure, SecretBox } from '../ports.ts';
import type { ClientAccess } from '../tokens/client-access.ts';
import { formatSecretContent, parseSecretContent, type SecretContent } from './secret-content.ts';
import { secretEnding } from './secret-mask.ts';

/** A secret ready to be saved. */
export interface PreparedSecret {
  /** What goes to the disk. */
  readonly stored: StoredSecret;
  /** What stays in memory because the system protects nothing; null when it is sealed. */
  readonly session: SecretContent | null;
}

export interface CredentialVaultPorts {
  readonly book: Pick<HubBook, 'findCredential'>;
  readonly secretBox: SecretBox;
  /** Called when an attempt to open a secret changed what is known of it. */
  readonly onStateChanged: () => void;
}

function isSame(one: StoredSecret, other: StoredSecret): boolean {
  if (one.level === 'sessionOnly' || other.level === 'sessionOnly') return one.level === other.level;
  return one.ciphertext === other.ciphertext && one.backend === other.backend;
}

/** Everything needed to ask for a token; refused when the record now names a host the secret was not imported for. */
function accessTo({ hub, credential }: FoundCredential, content: SecretContent): Result<ClientAccess> {
  const { clientId, tokenEndpoint, clientAuthentication } = credential;
  const elsewhere = originsOf(tokenEndpoint, hub.baseUrl).find((origin) => !content.boundOrigins.includes(origin));
  if (elsewhere !== undefined) return fail({ code: 'secretBoundElsewhere', host: new URL(elsewhere).host });
  return ok({ clientId, tokenEndpoint, clientAuthentication, ...content });
}

/**
 * One vault for all credentials. It never touches the keystore unasked: a sealed secret counts as ready until an attempt
 * to open it says otherwise. It never writes the record: what does not open stays as it is until it is imported again.
 */
export class CredentialVault {
  readonly #ports: CredentialVaultPorts;
  readonly #session = new Map<string, SecretContent>();
  /** How the last attempt to open a sealed secret failed. */
  readonly #troubles = new Map<string, 'locked' | 'unreadable'>();

  constructor(ports: CredentialVaultPorts) {
    this.#ports = ports;
  }

  /** Seals a secret, or prepares it for this run only. Stores nothing. Fails when the keystore is there but refuses. */
  async prepare(content: SecretContent): Promise<Result<PreparedSecret, OpenFailure>> {
    const sealed = await this.#ports.secretBox.seal(formatSecretContent(content));
    if (sealed === null) return ok({ stored: { level: 'sessionOnly' }, session: content });
    if (!sealed.ok) return sealed;
    const ending = secretEnding(content.clientSecret);
    return ok({ stored: { level: 'osKeystore', ...sealed.value, ending }, session: null });
  }

  /** Takes over a prepared secret after the record that names it was written; replaces what was known before. */
  keep(credentialId: string, { session }: PreparedSecret): void {
    this.forget(credentialId);
    if (session !== null) this.#session.set(credentialId, session);
  }

  /** Drops what is in memory of a credential. */
  forget(credentialId: string): void {
    this.#session.delete(credentialId);
    this.#troubles.delete(credentialId);
  }

  /**
   * Opens a saved credential. Failures: `credentialMissing`, `secretLocked`, `secretUnreadable`, `secretForgotten` (kept
   * for an earlier run only), `secretBoundElsewhere` (its `host` is the one that was refused).
   */
  async open(credentialId: string): Promise<Result<ClientAccess>> {
    const found = this.#ports.book.findCredential(credentialId);
    if (found === null) return fail({ code: 'credentialMissing' });
    const { secret } = found.credential;
    if (secret.level === 'sessionOnly') return this.#openSession(found);

    const { ciphertext, backend } = secret;
    const opened = await this.#ports.secretBox.open({ ciphertext, backend });
    const content = opened.ok ? parseSecretContent(opened.value) : opened;
    // The keystore may have kept a person waiting: meanwhile the credential can have been removed or imported again.
    const now = this.#ports.book.findCredential(credentialId);
    if (now === null || !isSame(now.credential.secret, secret)) return this.open(credentialId);
    this.#learn(credentialId, content);
    return content.ok ? accessTo(now, content.value) : content;
  }

  /** Whether a secret can be used, as far as is known without asking the keystore. */
  stateOf({ id, secret }: StoredCredential): SecretState {
    if (secret.level === 'sessionOnly') return this.#session.has(id) ? 'ready' : 'forgotten';
    return this.#troubles.get(id) ?? 'ready';
  }

  /** The last characters of a secret for its mask; '' when it is too short or no longer there. */
  endingOf({ id, secret }: StoredCredential): string {
    return secret.level === 'osKeystore' ? secret.ending : secretEnding(this.#session.get(id)?.clientSecret ?? '');
  }

  #openSession(found: FoundCredential): Result<ClientAccess> {
    const content = this.#session.get(found.credential.id);
    return content === undefined ? fail({ code: 'secretForgotten' }) : accessTo(found, content);
  }

  #learn(credentialId: string, opened: Result<SecretContent, OpenFailure>): void {
    const before = this.#troubles.get(credentialId);
    const after = opened.ok ? undefined : opened.failure.code === 'secretLocked' ? 'locked' : 'unreadable';
    if (before === after) return;
    if (after === undefined) this.#troubles.delete(credentialId);
    else this.#troubles.set(credentialId, after);
    this.#ports.onStateChanged();
  }
}
