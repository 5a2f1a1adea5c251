/** The registrations of a practice hub in memory, and what of them differs from the seed they started with. */
import { isSeen } from './registration-rules.ts';
import type { Registration } from './registration.ts';
import { settledAt } from './synchronization.ts';

/** What must be kept between two starts; everything else comes from the seed again. */
export interface RegistrationChanges {
  readonly changed: readonly Registration[];
  /** The IDs of seeded registrations that were deleted. */
  readonly removed: readonly string[];
  /** The number of the next new ID; IDs are never used twice. */
  readonly nextNumber: number;
}

/** What a store starts from. */
export interface StoreStart {
  readonly seeded: readonly Registration[];
  /** What an earlier run changed, if there was one. */
  readonly changes: RegistrationChanges | undefined;
  /** The present moment in milliseconds since 1970. */
  readonly clock: () => number;
}

/** The number of the first ID: `REG-22951`, as in the documented samples. */
export const FIRST_ID_NUMBER = 22_951;

/** Holds the registrations. Reading settles every synchronization whose time has come. */
export class RegistrationStore {
  readonly #clock: () => number;
  readonly #byId = new Map<string, Registration>();
  readonly #idByName = new Map<string, string>();
  readonly #idByClientId = new Map<string, string>();
  readonly #synchronizingIds = new Set<string>();
  readonly #seededIds: ReadonlySet<string>;
  readonly #changedIds = new Set<string>();
  readonly #removedIds = new Set<string>();
  #nextNumber: number;

  constructor({ seeded, changes, clock }: StoreStart) {
    this.#clock = clock;
    this.#seededIds = new Set(seeded.map(({ id }) => id));
    this.#nextNumber = changes?.nextNumber ?? FIRST_ID_NUMBER + seeded.length;
    for (const registration of seeded) this.#learn(registration);
    if (changes !== undefined) this.#redo(changes);
  }

  /** All registrations that the API shows, oldest first. */
  list(): readonly Registration[] {
    this.#settle();
    return [...this.#byId.values()].filter(({ status }) => isSeen(status));
  }

  /** Any registration by its ID, also one that the API does not show. */
  find(id: string): Registration | undefined {
    this.#settle();
    return this.#byId.get(id);
  }

  /** The shown registration of an application; upper and lower case are the same. */
  findByName(applicationName: string): Registration | undefined {
    const id = this.#idByName.get(applicationName.toLowerCase());
    return id === undefined ? undefined : this.find(id);
  }

  /** The registration whose data-synchronization pair has this client ID. */
  findByClientId(clientId: string): Registration | undefined {
    const id = this.#idByClientId.get(clientId);
    return id === undefined ? undefined : this.find(id);
  }

  /** An ID that was never given to a registration. */
  takeId(): string {
    return `REG-${this.#nextNumber++}`;
  }

  /** Adds a registration, or replaces the one with the same ID. */
  put(registration: Registration): void {
    this.#learn(registration);
    this.#changedIds.add(registration.id);
  }

  /** Takes a registration away for good. */
  remove(id: string): void {
    const known = this.#byId.get(id);
    if (known === undefined) return;
    this.#byId.delete(id);
    this.#idByName.delete(known.applicationName.toLowerCase());
    this.#idByClientId.delete(known.clientId);
    this.#synchronizingIds.delete(id);
    this.#changedIds.delete(id);
    if (this.#seededIds.has(id)) this.#removedIds.add(id);
  }

  /** What must be kept for the next start. */
  changes(): RegistrationChanges {
    return {
      changed: [...this.#changedIds].flatMap((id) => this.#byId.get(id) ?? []),
      removed: [...this.#removedIds],
      nextNumber: this.#nextNumber,
    };
  }

  #redo({ changed, removed }: RegistrationChanges): void {
    for (const id of removed) this.remove(id);
    for (const registration of changed) this.put(registration);
  }

  #learn(registration: Registration): void {
    const { id, status, clientId } = registration;
    this.#byId.set(id, registration);
    if (isSeen(status)) this.#idByName.set(registration.applicationName.toLowerCase(), id);
    if (clientId !== '') this.#idByClientId.set(clientId, id);
    if (registration.synchronizedAtMs === null) this.#synchronizingIds.delete(id);
    else this.#synchronizingIds.add(id);
  }

  #settle(): void {
    const nowMs = this.#clock();
    for (const id of this.#synchronizingIds) {
      const registration = this.#byId.get(id);
      // Not noted as a change: the kept moment leads to the same result after a restart.
      if (registration !== undefined) this.#learn(settledAt(registration, nowMs));
    }
  }
}
