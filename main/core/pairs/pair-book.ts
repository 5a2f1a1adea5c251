// The data-sync pairs that were received: sealed and on the disk, or held for this run where one of the two refuses.
import type { Failure } from '#contract/failure.ts';
import type { DataSyncPair } from '#contract/life-cycle.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { replacedHolder, replacedIdOf } from '../credentials/credential-vault.ts';
import type { SecretContent } from '../credentials/secret-content.ts';
import { lostFailure, SecretVault } from '../credentials/secret-vault.ts';
import { isOnlyPreviousStored } from '../credentials/stored-secret.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type {
  Clock,
  NewId,
  OpenFailure,
  RecordStore,
  RenewedSecret,
  SealedSecret,
  SecretBox,
  StorageFailure,
} from '../ports.ts';
import type { ClientAccess } from '../tokens/client-access.ts';
import { inPlaceOf, withoutReplaced, withRenewed, withSecretsExchanged } from './pair-edits.ts';
import type { PairKeeper, ReceivedPair } from './pair-keeper.ts';
import { pairView } from './pair-view.ts';
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
      .map((pair) => pairView(pair, this.#vault));
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
    return pairView(now ?? pair, this.#vault);
  }

  /**
   * Takes a pair over that somebody handed on: of the same client the secret that is here is kept beside it until the new
   * one has worked. Failures: the secret codes and `storageFailed`; then the one that is here is as it was.
   */
  async takeOver(received: ReceivedPair): Promise<Result<DataSyncPair, OpenFailure | StorageFailure>> {
    const { book, clock, newId } = this.#ports;
    const hub = book.findHub(received.hubId);
    const { pair, content } = recordOf(received, hub, { id: newId(), receivedAtMs: clock.nowMs() });
    const earlier = (): StoredPair | undefined => this.#pairs.findLast((other) => isSameClient(other, pair));
    if (earlier() === undefined) return ok(await this.keep(received));
    const prepared = await this.#vault.prepare(content);
    if (!prepared.ok) return prepared;
    const older = earlier();
    // Removed while the keystore was busy.
    if (older === undefined) return ok(await this.keep(received));
    const made = { ...pair, secret: prepared.value.stored };
    const placed = inPlaceOf(older, made, (holder) => this.#vault.isUsable(holder));
    const written = this.#putLast(placed.pair);
    if (!written.ok) return written;
    if (placed.isSetAside) this.#vault.exchange(older.id, replacedIdOf(older.id));
    this.#vault.keep(older.id, prepared.value);
    return this.#told(placed.pair);
  }

  /**
   * Puts the secret that another one took the place of back in its place; the other one is kept in its stead. Failures:
   * `pairMissing`, `replacedSecretGone`, `secretForgotten`, `secretUnreadable`, `storageFailed`: then nothing has changed.
   */
  goBack(pairId: string): Result<DataSyncPair> {
    const pair = this.find(pairId);
    if (pair === null) return fail({ code: 'pairMissing' });
    const replaced = replacedHolder(pair);
    const exchanged = withSecretsExchanged(pair);
    if (replaced === null || exchanged === null) return fail({ code: 'replacedSecretGone' });
    const lost = lostFailure(this.#vault.stateOf(replaced));
    if (lost !== null) return fail(lost);
    const written = this.#put(exchanged);
    if (!written.ok) return written;
    this.#vault.exchange(pairId, replacedIdOf(pairId));
    return this.#told(exchanged);
  }

  /**
   * Notes that a pair has worked as it was then: what its secret took the place of is kept no longer, if that is not all
   * that is stored. What the disk refuses now is noted with the next check.
   */
  noteWorked(used: StoredPair): void {
    const pair = this.find(used.id);
    if (pair?.secret !== used.secret || pair.previousSecret === null || isOnlyPreviousStored(pair)) return;
    if (!this.#put(withoutReplaced(pair)).ok) return;
    this.#vault.forget(replacedIdOf(pair.id));
    this.#ports.onChanged(pair.hubId);
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
    const renewed = this.#pairs.map((pair) => withRenewed(pair, before, after));
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
    for (const { id, secret, previousSecret } of this.#pairs) {
      if (secret.level !== 'sessionOnly') this.#vault.forget(id);
      if (previousSecret?.level !== 'sessionOnly') this.#vault.forget(replacedIdOf(id));
    }
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
    const now = this.find(pair.id);
    // Removed meanwhile, or another secret took its place.
    if (now?.secret !== pair.secret) return;
    const secret = prepared.ok ? prepared.value.stored : pair.secret;
    // Written as one of this run already, and nothing better came of it.
    if (secret.level === 'sessionOnly' && this.#isStored(pair.id)) return;
    this.#place({ ...now, secret });
    this.#ports.onChanged(pair.hubId);
  }

  /** Writes a pair, and the earlier ones of its client give way, also where the disk refuses. */
  #place(pair: StoredPair): void {
    const remaining = withoutEarlier(this.#pairs, pair);
    const placed = remaining.map((other) => (other.id === pair.id ? pair : other));
    const { ok: isWritten } = this.#write(placed);
    const gone = this.#pairs.filter((other) => !remaining.includes(other));
    this.#pairs = isWritten ? placed : remaining;
    for (const { id } of gone) this.#forget(id);
    // Sealed and on the disk: the memory need not hold it any more.
    if (isWritten && pair.secret.level !== 'sessionOnly') this.#vault.forget(pair.id);
  }

  #drop(isDropped: (pair: StoredPair) => boolean): Result<null, StorageFailure> {
    const dropped = this.#pairs.filter(isDropped);
    const rest = this.#pairs.filter((pair) => !isDropped(pair));
    const written = dropped.some(({ id }) => this.#isStored(id)) ? this.#write(rest) : ok(null);
    if (!written.ok) return written;
    this.#pairs = rest;
    for (const { id } of dropped) this.#forget(id);
    for (const hubId of new Set(dropped.map((pair) => pair.hubId))) this.#ports.onChanged(hubId);
    return ok(null);
  }

  /** Writes one pair as it is now, in its place. */
  #put(pair: StoredPair): Result<null, StorageFailure> {
    return this.#keepAll(this.#pairs.map((other) => (other.id === pair.id ? pair : other)));
  }

  /** The same for one that has just come. */
  #putLast(pair: StoredPair): Result<null, StorageFailure> {
    return this.#keepAll([...this.#pairs.filter(({ id }) => id !== pair.id), pair]);
  }

  #keepAll(pairs: readonly StoredPair[]): Result<null, StorageFailure> {
    const written = this.#write(pairs);
    if (written.ok) this.#pairs = pairs;
    return written;
  }

  #told(pair: StoredPair): Result<DataSyncPair, never> {
    this.#ports.onChanged(pair.hubId);
    return ok(pairView(pair, this.#vault));
  }

  #forget(pairId: string): void {
    this.#vault.forget(pairId);
    this.#vault.forget(replacedIdOf(pairId));
  }

  #write(pairs: readonly StoredPair[]): Result<null, StorageFailure> {
    return this.#ports.store.write({ formatVersion: 3, pairs: pairs.filter(hasHome) });
  }

  #isStored(pairId: string): boolean {
    return this.#ports.store.read().pairs.some(({ id }) => id === pairId);
  }
}
