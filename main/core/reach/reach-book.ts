// The settings of the way to the hubs: read from memory, changed in one step, their secrets sealed.
import { defaultTimeouts, type KeptSecretView, type ReachView } from '#contract/reach.ts';
import { ok, type Result } from '#contract/result.ts';
import type { SecretContent } from '../credentials/secret-content.ts';
import { protectionOf, SecretVault, type ClosedFailure, type PreparedSecret } from '../credentials/secret-vault.ts';
import type { StoredSecret } from '../credentials/stored-secret.ts';
import type { OpenFailure, RecordStore, RenewedSecret, SealedSecret, SecretBox, StorageFailure } from '../ports.ts';
import type { HolderAt } from '../vault/sealed-places.ts';
import { emptyScope, type StoredProxy, type StoredReach, type StoredScope } from './stored-reach.ts';

export interface ReachBookPorts {
  readonly store: RecordStore<StoredReach>;
  readonly secretBox: SecretBox;
  /** What is set for a hub, or for all of them, is another now. */
  readonly onChanged?: (scope: Scope) => void;
}

/** A hub's ID, or null for what holds for all hubs. */
export type Scope = string | null;
/** The two secrets that a scope can have. */
export type SecretPart = 'proxy' | 'client';

/** The id of the secret at a path of the record: `all/proxy/password`, `hubs/<id>/clientCertificate/secret`. */
export const holderInReach: HolderAt = (path) => {
  const scope = path[0] === 'all' ? null : (path[1] ?? null);
  if (path.at(-1) === 'password') return holderId(scope, 'proxy');
  return path.at(-1) === 'secret' ? holderId(scope, 'client') : null;
};

const holderId = (scope: Scope, part: SecretPart): string => `${scope ?? ''}/${part}`;

function secretIn({ proxy, clientCertificate }: StoredScope, part: SecretPart): StoredSecret | null {
  if (part === 'client') return clientCertificate?.secret ?? null;
  return proxy?.kind === 'manual' ? proxy.password : null;
}

export class ReachBook {
  readonly #store: RecordStore<StoredReach>;
  readonly #vault: SecretVault;
  readonly #onChanged: (scope: Scope) => void;

  constructor({ store, secretBox, onChanged = () => undefined }: ReachBookPorts) {
    this.#store = store;
    this.#onChanged = onChanged;
    this.#vault = new SecretVault({ secretBox, onStateChanged: () => undefined });
  }

  scope(scope: Scope): StoredScope {
    const { all, hubs } = this.#store.read();
    if (scope === null) return all;
    return Object.hasOwn(hubs, scope) ? (hubs[scope] ?? emptyScope) : emptyScope;
  }

  /** Changes a part of a scope. Secrets that are no longer in it are forgotten. */
  change(scope: Scope, changed: Partial<StoredScope>): Result<null, StorageFailure> {
    const written = this.#put(scope, { ...this.scope(scope), ...changed });
    if (written.ok) this.#onChanged(scope);
    return written;
  }

  /**
   * Seals a secret without storing it. Its last characters are not kept in clear: passwords are shorter than a Hub's
   * secrets, and nobody tells them apart by their ends.
   */
  async prepare(content: SecretContent): Promise<Result<PreparedSecret, OpenFailure>> {
    const prepared = await this.#vault.prepare(content);
    if (!prepared.ok || prepared.value.stored.level === 'sessionOnly') return prepared;
    const { stored, session } = prepared.value;
    return ok({ stored: { ...stored, ending: '' }, session });
  }

  /** Takes over a prepared secret after the change that names it was written. */
  keep(scope: Scope, part: SecretPart, prepared: PreparedSecret): void {
    this.#vault.keep(holderId(scope, part), prepared);
  }

  /** Opens a secret; null when there is none. */
  async open(scope: Scope, part: SecretPart): Promise<Result<SecretContent, ClosedFailure> | null> {
    const opened = await this.#vault.openOf(() => {
      const secret = secretIn(this.scope(scope), part);
      return secret === null ? null : { id: holderId(scope, part), secret };
    });
    return opened?.ok === true ? ok(opened.value.content) : opened;
  }

  /** As the window may see it. Touches no keystore. */
  view(scope: Scope): ReachView {
    const { proxy, certificates, clientCertificate, timeouts } = this.scope(scope);
    const isForAll = scope === null;
    return {
      proxy: this.#viewProxy(scope, proxy ?? (isForAll ? { kind: 'system' } : null)),
      certificates: certificates.map(({ facts }) => facts),
      clientCertificate:
        clientCertificate === null
          ? null
          : {
              fileName: clientCertificate.fileName,
              facts: clientCertificate.facts,
              ...this.#viewSecret(scope, 'client', clientCertificate.secret),
            },
      timeouts: timeouts ?? (isForAll ? defaultTimeouts : null),
    };
  }

  /** Removes what a hub has of its own; nothing to remove is no mistake. */
  removeOfHub(hubId: string): Result<null, StorageFailure> {
    const { hubs } = this.#store.read();
    return Object.hasOwn(hubs, hubId) ? this.#put(hubId, emptyScope) : ok(null);
  }

  /** What this run has of a secret that is not stored; null when nothing. */
  sessionOf(id: string): SecretContent | null {
    return this.#vault.sessionOf(id);
  }

  /** Keeps a secret for this run that is no longer stored. */
  keepForSession(id: string, content: SecretContent): void {
    this.#vault.keepForSession(id, content);
  }

  /** After all secrets in the record were sealed otherwise. */
  reread(): void {
    for (const scope of [null, ...Object.keys(this.#store.read().hubs)]) {
      for (const part of ['proxy', 'client'] as const) {
        const secret = secretIn(this.scope(scope), part);
        if (secret !== null && secret.level !== 'sessionOnly') this.#vault.forget(holderId(scope, part));
      }
    }
  }

  /** Puts a secret that was sealed anew in the place of the same one sealed before. */
  renewSealed(before: SealedSecret, after: RenewedSecret): void {
    const renew = (secret: StoredSecret): StoredSecret =>
      secret.level !== 'sessionOnly' && secret.ciphertext === before.ciphertext ? { ...secret, ...after } : secret;
    const { all, hubs } = this.#store.read();
    for (const scope of [null, ...Object.keys(hubs)]) {
      const now = scope === null ? all : this.scope(scope);
      const renewed = withSecrets(now, renew);
      if (JSON.stringify(renewed) !== JSON.stringify(now)) this.#put(scope, renewed);
    }
  }

  #put(scope: Scope, next: StoredScope): Result<null, StorageFailure> {
    const stored = this.#store.read();
    const others = Object.entries(stored.hubs).filter(([id]) => id !== scope);
    const isEmpty = JSON.stringify(next) === JSON.stringify(emptyScope);
    const kept = scope === null || isEmpty ? others : [...others, [scope, next] as const];
    const written = this.#store.write({
      formatVersion: 1,
      all: scope === null ? next : stored.all,
      hubs: Object.fromEntries(kept),
    });
    if (!written.ok) return written;
    for (const part of ['proxy', 'client'] as const) {
      if (secretIn(next, part) === null) this.#vault.forget(holderId(scope, part));
    }
    return ok(null);
  }

  #viewProxy(scope: Scope, proxy: StoredProxy | null): ReachView['proxy'] {
    if (proxy?.kind !== 'manual') return proxy;
    const { address, userName, password } = proxy;
    const view = password === null ? null : this.#viewSecret(scope, 'proxy', password);
    return { kind: 'manual', address, userName, password: view };
  }

  #viewSecret(scope: Scope, part: SecretPart, secret: StoredSecret): KeptSecretView {
    return { protection: protectionOf(secret), state: this.#vault.stateOf({ id: holderId(scope, part), secret }) };
  }
}

/** The same scope with each of its secrets as `change` makes it. */
function withSecrets(scope: StoredScope, change: (secret: StoredSecret) => StoredSecret): StoredScope {
  const { proxy, clientCertificate } = scope;
  const hasPassword = proxy?.kind === 'manual' && proxy.password !== null;
  return {
    ...scope,
    proxy: hasPassword ? { ...proxy, password: change(proxy.password) } : proxy,
    clientCertificate:
      clientCertificate === null ? null : { ...clientCertificate, secret: change(clientCertificate.secret) },
  };
}
