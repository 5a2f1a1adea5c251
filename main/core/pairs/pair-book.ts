// The data-sync pairs that were received: sealed and on the disk, or held for this run where one of the two refuses.
import type { Failure } from '#contract/failure.ts';
import type { DataSyncPair } from '#contract/life-cycle.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { SecretContent } from '../credentials/secret-content.ts';
import { secretMask } from '../credentials/secret-mask.ts';
import { protectionOf, SecretVault } from '../credentials/secret-vault.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { Clock, NewId, RecordStore, RenewedSecret, SealedSecret, SecretBox, StorageFailure } from '../ports.ts';
import type { ClientAccess } from '../tokens/client-access.ts';
import type { PairKeeper, ReceivedPair } from './pair-keeper.ts';
import { hasHome, isSameClient, recordOf, withoutEarlier } from './received-pair.ts';
import type { StoredPair, StoredPairs } from './stored-pairs.ts';

export interface PairBookPorts {
  readonly store: RecordStore<StoredPairs>;
  readonly secretBox: SecretBox;
  readonly book: Pick<HubBook, 'findHub'>;
  readonly clock: Clock;
  readonly newId: NewId;
  /** A pair of this hub came, went, or its secret is in another state. */
  readonly onChanged: (hubId: string) => void;
}

type PairMissing = Extract<Failure, { code: 'pairMissing' }>;

/** One book for the app's whole life: what the disk does not take is in its memory. */
export class PairBook implements PairKeeper {
  readonly #ports: PairBookPorts;
  readonly #vault: SecretVault;
  /** In the order in which they came; also those that the disk refused. */
  #pairs: readonly StoredPair[];

  constructor(ports: PairBookPorts) {
    this.#ports = ports;
    this.#pairs = ports.store.read().pairs;
    this.#vault = new SecretVault({
      secretBox: ports.secretBox,
      onStateChanged: (pairId) => {
        const pair = this.find(pairId);
        if (pair !== null) ports.onChanged(pair.hubId);
      },
    });
  }

  find(pairId: string): StoredPair | null {
    return this.#pairs.find(({ id }) => id === pairId) ?? null;
  }

  /** The pairs of a hub, newest first. Touches no keystore. */
  of(hubId: string): readonly DataSyncPair[] {
    return this.#pairs
      .filter((pair) => pair.hubId === hubId)
      .toReversed()
      .map((pair) => this.#view(pair));
  }

  async keep(received: ReceivedPair): Promise<DataSyncPair> {
    const { book, clock, newId } = this.#ports;
    const hub = book.findHub(received.hubId);
    const { pair, content } = recordOf(received, hub, { id: newId(), receivedAtMs: clock.nowMs() });
    // In memory at once: the keystore may keep a person waiting, and meanwhile the pair can be used already.
    this.#pairs = [...this.#pairs, pair];
    this.#vault.keep(pair.id, { session: content });
    await this.#secure(pair, content);
    // A later pair of the same client may have taken its place while the keystore was busy.
    const now = this.find(pair.id) ?? this.#pairs.findLast((other) => isSameClient(other, pair));
    return this.#view(now ?? pair);
  }

  /**
   * Opens a pair. One that is held for this run only is tried to be sealed and written once more. Failures:
   * `pairMissing` and the secret codes.
   */
  async open(pairId: string): Promise<Result<ClientAccess>> {
    const opened = await this.#vault.openOf(() => this.find(pairId));
    if (opened === null) return fail({ code: 'pairMissing' });
    if (!opened.ok) return opened;
    const { holder, content } = opened.value;
    if (holder.secret.level === 'sessionOnly') await this.#secure(holder, content);
    const { clientId, tokenEndpoint, clientAuthentication } = holder;
    return ok({ clientId, tokenEndpoint, clientAuthentication, ...content });
  }

  remove(pairId: string): Result<null, PairMissing | StorageFailure> {
    return this.find(pairId) === null ? fail({ code: 'pairMissing' }) : this.#drop(({ id }) => id === pairId);
  }

  /** Removes what a hub's registrations gave; nothing to remove is no mistake. */
  removeOfHub(hubId: string): Result<null, StorageFailure> {
    return this.#drop((pair) => pair.hubId === hubId);
  }

  /** Puts a secret that the keystore sealed anew in the place of the same one sealed before. */
  renewSealed(before: SealedSecret, after: RenewedSecret): void {
    const renewed = this.#pairs.map((pair) => {
      const { secret } = pair;
      const isSame = secret.level === 'osKeystore' && secret.ciphertext === before.ciphertext;
      return isSame ? { ...pair, secret: { ...secret, ...after } } : pair;
    });
    if (renewed.some((pair, index) => pair !== this.#pairs[index]) && this.#write(renewed).ok) this.#pairs = renewed;
  }

  /** What this run has of a secret that is not stored; null when nothing. */
  sessionOf(pairId: string): SecretContent | null {
    return this.#vault.sessionOf(pairId);
  }

  /** Keeps a secret for this run that is no longer stored. */
  keepForSession(pairId: string, session: SecretContent): void {
    this.#vault.keep(pairId, { session });
  }

  /** Reads the record again after all secrets in it were sealed otherwise. */
  reread(): void {
    const stored = new Map(this.#ports.store.read().pairs.map((pair) => [pair.id, pair]));
    this.#pairs = this.#pairs.map((pair) => stored.get(pair.id) ?? pair);
    for (const { id, secret } of this.#pairs) if (secret.level !== 'sessionOnly') this.#vault.forget(id);
    this.tellAll();
  }

  /** What is known of the secrets' states may be another. */
  tellAll(): void {
    for (const hubId of new Set(this.#pairs.map((pair) => pair.hubId))) this.#ports.onChanged(hubId);
  }

  /** Seals the pair and writes it. What cannot be done now leaves it in this run's memory. */
  async #secure(pair: StoredPair, content: SecretContent): Promise<void> {
    if (!hasHome(pair)) return;
    const prepared = await this.#vault.prepare(content);
    // Removed meanwhile, or a later one took its place.
    if (this.find(pair.id) === null) return;
    const secret = prepared.ok ? prepared.value.stored : pair.secret;
    // Written as one of this run already, and nothing better came of it.
    if (secret.level === 'sessionOnly' && this.#isStored(pair.id)) return;
    this.#place({ ...pair, secret });
    this.#ports.onChanged(pair.hubId);
  }

  /** Writes a pair, and the earlier ones of its client give way, also where the disk refuses. */
  #place(pair: StoredPair): void {
    const remaining = withoutEarlier(this.#pairs, pair);
    const placed = remaining.map((other) => (other.id === pair.id ? pair : other));
    const { ok: isWritten } = this.#write(placed);
    const gone = this.#pairs.filter((other) => !remaining.includes(other));
    this.#pairs = isWritten ? placed : remaining;
    for (const { id } of gone) this.#vault.forget(id);
    // Sealed and on the disk: the memory need not hold it any more.
    if (isWritten && pair.secret.level !== 'sessionOnly') this.#vault.forget(pair.id);
  }

  #drop(isDropped: (pair: StoredPair) => boolean): Result<null, StorageFailure> {
    const dropped = this.#pairs.filter(isDropped);
    const rest = this.#pairs.filter((pair) => !isDropped(pair));
    const written = dropped.some(({ id }) => this.#isStored(id)) ? this.#write(rest) : ok(null);
    if (!written.ok) return written;
    this.#pairs = rest;
    for (const { id } of dropped) this.#vault.forget(id);
    for (const hubId of new Set(dropped.map((pair) => pair.hubId))) this.#ports.onChanged(hubId);
    return ok(null);
  }

  #write(pairs: readonly StoredPair[]): Result<null, StorageFailure> {
    return this.#ports.store.write({ formatVersion: 2, pairs: pairs.filter(hasHome) });
  }

  #isStored(pairId: string): boolean {
    return this.#ports.store.read().pairs.some(({ id }) => id === pairId);
  }

  #view(pair: StoredPair): DataSyncPair {
    const { id, hubId, registrationId, applicationName, clientId, receivedAtMs, secret } = pair;
    return {
      id,
      hubId,
      registrationId,
      applicationName,
      clientId,
      secretMask: secretMask(this.#vault.endingOf(pair)),
      protection: protectionOf(secret),
      secretState: this.#vault.stateOf(pair),
      receivedAtMs,
    };
  }
}
