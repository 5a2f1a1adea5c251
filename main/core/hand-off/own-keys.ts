// The person's own age keys: made on request, sealed like any secret, the earlier ones kept to open older files.
import type { OwnKey } from '#contract/hand-off.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { SecretContent } from '../credentials/secret-content.ts';
import { protectionOf, SecretVault, type PreparedSecret } from '../credentials/secret-vault.ts';
import type {
  AgeFiles,
  Clock,
  NewId,
  RecordStore,
  RenewedSecret,
  SealedSecret,
  SecretBox,
  StorageFailure,
} from '../ports.ts';
import type { StoredKey, StoredKeys } from './stored-keys.ts';

export interface OwnKeysPorts {
  readonly store: RecordStore<StoredKeys>;
  readonly secretBox: SecretBox;
  readonly age: Pick<AgeFiles, 'makeKeyPair'>;
  readonly clock: Clock;
  readonly newId: NewId;
  /** The own key is another, or its secret is in another state. */
  readonly onChanged: () => void;
}

/** One for the app's whole life: what the system does not protect is in its memory. */
export class OwnKeys {
  readonly #ports: OwnKeysPorts;
  readonly #vault: SecretVault;

  constructor(ports: OwnKeysPorts) {
    this.#ports = ports;
    this.#vault = new SecretVault({ secretBox: ports.secretBox, onStateChanged: () => ports.onChanged() });
  }

  /** The key to be given to others; null when none was made. Touches no keystore. */
  own(): OwnKey | null {
    const own = this.#keys().at(-1);
    if (own === undefined) return null;
    const { publicKey, madeAtMs, secret } = own;
    return {
      publicKey,
      madeAtMs,
      protection: protectionOf(secret),
      secretState: this.#vault.stateOf(own),
      earlierKeys: this.#keys().length - 1,
    };
  }

  /** Makes a key that takes the place of the own one. Failures: `storageFailed` and those of sealing; then it is as before. */
  async make(): Promise<Result<OwnKey>> {
    const { age, clock, newId } = this.#ports;
    const { identity, publicKey } = await age.makeKeyPair();
    const prepared = await this.#vault.prepare({ clientSecret: identity, boundOrigins: [] });
    if (!prepared.ok) return prepared;
    const key = { id: newId(), publicKey, madeAtMs: clock.nowMs(), secret: withoutEnding(prepared.value) };
    // One that was kept for an earlier run only opens nothing any more.
    const useful = this.#keys().filter((each) => this.#vault.stateOf(each) !== 'forgotten');
    const written = this.#write([...useful, key]);
    if (!written.ok) return written;
    this.#vault.keep(key.id, prepared.value);
    return this.#told();
  }

  /** Failures: `storageFailed`; then nothing was dropped. */
  dropEarlier(): Result<OwnKey | null> {
    const dropped = this.#keys().slice(0, -1);
    const written = this.#write(this.#keys().slice(-1));
    if (!written.ok) return written;
    for (const { id } of dropped) this.#vault.forget(id);
    this.#ports.onChanged();
    return ok(this.own());
  }

  /**
   * The secret halves of all keys that can be opened, the own one first. Fails as the own one did when none can; empty
   * when there is none.
   */
  async identities(): Promise<Result<readonly string[]>> {
    const identities: string[] = [];
    let refused: Result<never> | null = null;
    for (const { id } of this.#keys().toReversed()) {
      const opened = await this.#vault.openOf(() => this.#keys().find((key) => key.id === id) ?? null);
      if (opened === null) continue;
      if (opened.ok) identities.push(opened.value.content.clientSecret);
      else refused ??= opened;
    }
    return identities.length === 0 && refused !== null ? refused : ok(identities);
  }

  /** Puts a secret that the keystore sealed anew in the place of the same one sealed before. */
  renewSealed(before: SealedSecret, after: RenewedSecret): void {
    const renewed = this.#keys().map((key) => {
      const { secret } = key;
      const isSame = secret.level !== 'sessionOnly' && secret.ciphertext === before.ciphertext;
      return isSame ? { ...key, secret: { ...secret, ...after } } : key;
    });
    if (renewed.some((key, index) => key !== this.#keys()[index])) this.#write(renewed);
  }

  /** What this run has of a secret half that is not stored; null when nothing. */
  sessionOf(keyId: string): SecretContent | null {
    return this.#vault.sessionOf(keyId);
  }

  /** Keeps a secret half for this run that is no longer stored. */
  keepForSession(keyId: string, content: SecretContent): void {
    this.#vault.keepForSession(keyId, content);
  }

  /** After all secrets in the record were sealed otherwise. */
  reread(): void {
    for (const { id, secret } of this.#keys()) if (secret.level !== 'sessionOnly') this.#vault.forget(id);
  }

  #keys(): readonly StoredKey[] {
    return this.#ports.store.read().keys;
  }

  #write(keys: readonly StoredKey[]): Result<null, StorageFailure> {
    return this.#ports.store.write({ formatVersion: 1, keys });
  }

  #told(): Result<OwnKey> {
    this.#ports.onChanged();
    const own = this.own();
    return own === null ? fail({ code: 'unexpected', reference: 'keys' }) : ok(own);
  }
}

/** Nobody tells keys apart by the last characters of the secret half: there is no mask, so none of it is kept in clear. */
function withoutEnding({ stored }: PreparedSecret): PreparedSecret['stored'] {
  return stored.level === 'sessionOnly' ? stored : { ...stored, ending: '' };
}
