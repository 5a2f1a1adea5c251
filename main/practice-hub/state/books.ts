/** What a running practice hub owns and keeps: its key, its clients, its registrations, its port. */
import { clientsFor, firstState } from './state.ts';
import type { PracticeHubState } from './state.ts';
import { readStoredState, stateWriter } from './state-file.ts';
import type { StateWriter } from './state-file.ts';
import type { RegistrationClient } from '../tokens/clients.ts';
import type { PracticeHubSettings } from '../options.ts';
import { RegistrationStore } from '../registrations/registration-store.ts';
import { seedRegistrations } from '../seed/seed.ts';

/** What whoever starts a practice hub should know about the start. */
export type StartNotice =
  /** The port of the last start was taken: addresses saved from then no longer lead here. */
  | { readonly kind: 'portChanged'; readonly from: number; readonly to: number }
  /** The kept state could not be read; it was moved aside and the hub started anew, with new credentials. */
  | { readonly kind: 'stateUnreadable'; readonly movedTo: string }
  /** The folder was seeded before with this many registrations; the count asked for now has no effect. */
  | { readonly kind: 'seedKept'; readonly count: number };

/** The books of one practice hub. */
export class Books {
  readonly rootKey: string;
  readonly store: RegistrationStore;
  readonly notices: StartNotice[];
  readonly seedCount: number;
  /** The port of the last start, then of this one. */
  port: number | null;
  #clients: readonly RegistrationClient[];
  readonly #firstStartMs: number;
  /** None when nothing is kept. */
  readonly #writer: StateWriter | undefined;

  constructor(state: PracticeHubState, settings: PracticeHubSettings, notices: readonly StartNotice[]) {
    this.rootKey = state.rootKey;
    this.seedCount = state.seed.count;
    this.#firstStartMs = state.seed.firstStartMs;
    this.port = state.port;
    this.#clients = clientsFor(settings.operators, state.registrationClients);
    this.store = new RegistrationStore({
      seeded: seedRegistrations(this.seedCount, this.#firstStartMs),
      changes: state.registrations,
      clock: settings.clock,
    });
    this.notices = [...notices];
    const folder = settings.stateFolder;
    this.#writer = folder === undefined ? undefined : stateWriter(folder, () => this.#state());
  }

  /** The clients of the operators, in their order. */
  get clients(): readonly RegistrationClient[] {
    return this.#clients;
  }

  /** Keeps the present state for the next start; done when it is on disk. */
  async save(): Promise<void> {
    await this.#writer?.save();
  }

  /** Waits until nothing is being written any more. */
  async idle(): Promise<void> {
    await this.#writer?.idle();
  }

  /** Gives an operator's client its next secret; the one before is worth nothing from now on. */
  async renewSecret(clientId: string): Promise<void> {
    this.#clients = this.#clients.map((client) =>
      client.clientId === clientId ? { ...client, secretGeneration: client.secretGeneration + 1 } : client,
    );
    await this.save();
  }

  #state(): PracticeHubState {
    return {
      formatVersion: 1,
      rootKey: this.rootKey,
      port: this.port,
      registrationClients: this.#clients,
      seed: { count: this.seedCount, firstStartMs: this.#firstStartMs },
      registrations: this.store.changes(),
    };
  }
}

/** Opens the books in the settings' folder, or new ones that are not kept when there is no folder. */
export async function openBooks(settings: PracticeHubSettings): Promise<Books> {
  const nowMs = settings.clock();
  const first = firstState(settings.seed, nowMs);
  if (settings.stateFolder === undefined) return new Books(first, settings, []);
  const stored = await readStoredState(settings.stateFolder, nowMs);
  switch (stored.kind) {
    case 'none':
      return new Books(first, settings, []);
    case 'unreadable':
      return new Books(first, settings, [{ kind: 'stateUnreadable', movedTo: stored.movedTo }]);
    case 'read': {
      const { count } = stored.state.seed;
      const isOther = settings.isSeedAskedFor && count !== settings.seed;
      return new Books(stored.state, settings, isOther ? [{ kind: 'seedKept', count }] : []);
    }
  }
}
