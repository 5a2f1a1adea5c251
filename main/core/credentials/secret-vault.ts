// Keeps secrets by the id of the record they belong to: sealed by the keystore, or in this run's memory where there is none.
import type { Protection, SecretState } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { OpenFailure, SecretBox } from '../ports.ts';
import { formatSecretContent, parseSecretContent, type SecretContent } from './secret-content.ts';
import { secretEnding } from './secret-mask.ts';
import { AGE_BACKEND, type StoredSecret } from './stored-secret.ts';

/** A secret ready to be saved. */
export interface PreparedSecret {
  /** What goes to the disk. */
  readonly stored: StoredSecret;
  /** What stays in memory because the system protects nothing; null when it is sealed. */
  readonly session: SecretContent | null;
}

/** A stored record that has a secret. */
export interface SecretHolder {
  readonly id: string;
  readonly secret: StoredSecret;
}

export type ClosedFailure = OpenFailure | Extract<Failure, { code: 'secretForgotten' }>;

export interface SecretVaultPorts {
  readonly secretBox: SecretBox;
  /** Called when an attempt to open a secret changed what is known of it. */
  readonly onStateChanged: (holderId: string) => void;
}

function isSame(one: StoredSecret, other: StoredSecret): boolean {
  if (one.level === 'sessionOnly' || other.level === 'sessionOnly') return one.level === other.level;
  return one.ciphertext === other.ciphertext && one.backend === other.backend;
}

function exchangeIn<Value>(map: Map<string, Value>, oneId: string, otherId: string): void {
  const [one, other] = [map.get(oneId), map.get(otherId)];
  if (one === undefined) map.delete(otherId);
  else map.set(otherId, one);
  if (other === undefined) map.delete(oneId);
  else map.set(oneId, other);
}

type Trouble = 'locked' | 'unavailable' | 'unreadable';

const TROUBLES: Readonly<Record<Exclude<ClosedFailure['code'], 'vaultLocked' | 'vaultUnavailable'>, Trouble>> = {
  secretLocked: 'locked',
  secretUnavailable: 'unavailable',
  secretUnreadable: 'unreadable',
  secretForgotten: 'unreadable',
};

/** What a secret says of itself that nothing opens any more, or that never was here. */
export type LostFailure = Extract<Failure, { code: 'secretUnreadable' | 'secretForgotten' }>;

/** Why a secret in this state is lost; null when it can be used, now or later. */
export function lostFailure(state: SecretState): LostFailure | null {
  if (state === 'forgotten') return { code: 'secretForgotten' };
  return state === 'unreadable' ? { code: 'secretUnreadable' } : null;
}

/** What keeps a stored secret, as the window is told. */
export function protectionOf(secret: StoredSecret): Protection {
  if (secret.level === 'sessionOnly') return { level: 'sessionOnly', backend: 'none' };
  const { level, backend, keyFingerprint } = secret;
  return { level, backend, keyFingerprint };
}

/**
 * It never touches the keystore unasked: a sealed secret counts as ready until an attempt to open it says otherwise.
 * It never writes a record: what does not open stays as it is.
 */
export class SecretVault {
  readonly #ports: SecretVaultPorts;
  readonly #session = new Map<string, SecretContent>();
  /** How the last attempt to open a sealed secret failed. */
  readonly #troubles = new Map<string, Trouble>();

  constructor(ports: SecretVaultPorts) {
    this.#ports = ports;
  }

  /** Seals a secret, or prepares it for this run only. Stores nothing. Fails when the keystore is there but refuses. */
  async prepare(content: SecretContent): Promise<Result<PreparedSecret, OpenFailure>> {
    const sealed = await this.#ports.secretBox.seal(formatSecretContent(content));
    if (sealed === null) return ok({ stored: { level: 'sessionOnly' }, session: content });
    if (!sealed.ok) return sealed;
    const ending = secretEnding(content.clientSecret);
    const { ciphertext, backend } = sealed.value;
    const level = backend === AGE_BACKEND ? 'passphrase' : 'osKeystore';
    const keyFingerprint = this.#ports.secretBox.keyOf?.(sealed.value) ?? '';
    const key = keyFingerprint === '' ? {} : { keyFingerprint };
    return ok({ stored: { level, ciphertext, backend, ending, ...key }, session: null });
  }

  /** Takes over a prepared secret after the record that names it was written; replaces what was known before. */
  keep(holderId: string, { session }: Pick<PreparedSecret, 'session'>): void {
    this.forget(holderId);
    if (session !== null) this.#session.set(holderId, session);
  }

  /** Keeps a secret for this run that is no longer stored. */
  keepForSession(holderId: string, session: SecretContent): void {
    this.keep(holderId, { session });
  }

  /** Exchanges what is in memory of two secrets, after the record that names them was written. */
  exchange(oneId: string, otherId: string): void {
    exchangeIn(this.#session, oneId, otherId);
    exchangeIn(this.#troubles, oneId, otherId);
  }

  /** Drops what is in memory of a secret. */
  forget(holderId: string): void {
    this.#session.delete(holderId);
    this.#troubles.delete(holderId);
  }

  /**
   * Opens the secret of the record that `find` finds; null when there is none (any more). Failures: `secretLocked`,
   * `secretUnreadable`, `secretForgotten` (kept for an earlier run only).
   */
  async openOf<Holder extends SecretHolder>(
    find: () => Holder | null,
  ): Promise<Result<{ readonly holder: Holder; readonly content: SecretContent }, ClosedFailure> | null> {
    const holder = find();
    if (holder === null) return null;
    const content = await this.#contentOf(holder);
    // The keystore may have kept a person waiting: meanwhile the record can have been removed or its secret replaced.
    const now = find();
    if (now?.id !== holder.id || !isSame(now.secret, holder.secret)) return this.openOf(find);
    this.#learn(holder, content);
    return content.ok ? ok({ holder: now, content: content.value }) : content;
  }

  /** Whether a secret can be used, as far as is known without asking the keystore. */
  stateOf({ id, secret }: SecretHolder): SecretState {
    if (secret.level === 'sessionOnly') return this.#session.has(id) ? 'ready' : 'forgotten';
    return this.#ports.secretBox.known?.(secret) ?? this.#troubles.get(id) ?? 'ready';
  }

  /** Whether a secret can be used, now or later, as far as is known without asking the keystore. */
  isUsable(holder: SecretHolder): boolean {
    return lostFailure(this.stateOf(holder)) === null;
  }

  /** The last characters of a secret for its mask; '' when it is too short or no longer there. */
  endingOf({ id, secret }: SecretHolder): string {
    return secret.level === 'sessionOnly' ? secretEnding(this.#session.get(id)?.clientSecret ?? '') : secret.ending;
  }

  /** What is in memory of a secret of this run; null when nothing is. */
  sessionOf(holderId: string): SecretContent | null {
    return this.#session.get(holderId) ?? null;
  }

  async #contentOf({ id, secret }: SecretHolder): Promise<Result<SecretContent, ClosedFailure>> {
    if (secret.level === 'sessionOnly') {
      const content = this.#session.get(id);
      return content === undefined ? fail({ code: 'secretForgotten' }) : ok(content);
    }
    const { ciphertext, backend } = secret;
    const opened = await this.#ports.secretBox.open({ ciphertext, backend });
    return opened.ok ? parseSecretContent(opened.value) : opened;
  }

  #learn({ id, secret }: SecretHolder, opened: Result<SecretContent, ClosedFailure>): void {
    if (secret.level === 'sessionOnly') return;
    const before = this.#troubles.get(id);
    // Whether the passphrase was given, or can be asked for, is no trouble of this secret.
    const code = opened.ok ? null : opened.failure.code;
    if (code === 'vaultLocked' || code === 'vaultUnavailable') return;
    const after = code === null ? undefined : TROUBLES[code];
    if (before === after) return;
    if (after === undefined) this.#troubles.delete(id);
    else this.#troubles.set(id, after);
    this.#ports.onStateChanged(id);
  }
}
