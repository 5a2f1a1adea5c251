/** A small Process Fabric Hub on the loopback address that keeps the documented rules; for first steps, demos and tests. */
import type { Server } from 'node:http';

import { AccessTokens } from './tokens/access-tokens.ts';
import { API_PATH, answering, OAUTH_PATH } from './answering.ts';
import { openBooks } from './state/books.ts';
import type { Books, StartNotice } from './state/books.ts';
import { deriveSecret } from './tokens/client-secrets.ts';
import type { RegistrationClient } from './tokens/clients.ts';
import { formatCredentialsFile } from './tokens/credentials-file.ts';
import { FaultPlan } from './http/faults.ts';
import type { Fault } from './http/faults.ts';
import { closeServer, practiceHubServer } from './http/http-server.ts';
import { listenOnLoopback, loopbackOrigin } from './http/loopback-listener.ts';
import { withDefaults } from './options.ts';
import type { PracticeHubOptions, PracticeHubSettings } from './options.ts';
import { RequestRecord } from './http/request-record.ts';
import type { RequestCount } from './http/request-record.ts';

/** A practice hub that runs. */
export interface PracticeHub {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** What the registration calls are relative to. */
  readonly baseUrl: string;
  readonly tokenEndpoint: string;
  /** The client ID and present secret of the first operator. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** What whoever started it should know. */
  readonly notices: readonly StartNotice[];
  /** What was asked so far, counted by method and path; empty when nobody asked for a record. */
  readonly requests: readonly RequestCount[];
  /** The credentials file of the first operator, or of a named one, in Pega's layout. Contains the secret. */
  credentialsFileText(operator?: string): string;
  /** Replaces everything that goes wrong. */
  setFaults(faults: readonly Fault[]): void;
  /** Ends every access token, as an administrator can. */
  revokeTokens(): void;
  /** Gives the first operator, or a named one, a new secret for the same client ID, and ends the tokens of the old one. */
  regenerateSecret(operator?: string): Promise<void>;
  /** Stops at once. Every change that was answered is on disk already. */
  close(): Promise<void>;
}

/**
 * Starts a practice hub. Throws `PortTaken` when an exact port was asked for and cannot be had, and whatever the file
 * system says when the folder cannot be used.
 */
export async function startPracticeHub(options: PracticeHubOptions = {}): Promise<PracticeHub> {
  const settings = withDefaults(options);
  const books = await openBooks(settings);
  const tokens = new AccessTokens({ clock: settings.clock, lifetimeSeconds: settings.tokenLifetimeSeconds });
  const faults = new FaultPlan(settings.faults);
  const record = settings.recordRequests ? new RequestRecord() : undefined;
  const answerTo = answering(settings, books, tokens);
  const server = practiceHubServer({ answerTo, latencyMs: settings.latencyMs, faults, record });
  const origin = loopbackOrigin(await takePort(server, settings, books));
  await books.save().catch(async (error: unknown) => {
    await closeServer(server);
    throw error;
  });
  return new RunningHub({ origin, books, tokens, server, faults, record });
}

async function takePort(server: Server, settings: PracticeHubSettings, books: Books): Promise<number> {
  const remembered = books.port;
  const isLasting = settings.port === undefined && settings.stateFolder !== undefined;
  const port = await listenOnLoopback(
    server,
    isLasting ? { kind: 'lasting', remembered } : { kind: 'exact', port: settings.port ?? 0 },
  );
  if (isLasting && remembered !== null && port !== remembered) {
    books.notices.push({ kind: 'portChanged', from: remembered, to: port });
  }
  books.port = port;
  return port;
}

interface RunningParts {
  readonly origin: string;
  readonly books: Books;
  readonly tokens: AccessTokens;
  readonly server: Server;
  readonly faults: FaultPlan;
  readonly record: RequestRecord | undefined;
}

class RunningHub implements PracticeHub {
  readonly #parts: RunningParts;

  constructor(parts: RunningParts) {
    this.#parts = parts;
  }

  get origin(): string {
    return this.#parts.origin;
  }

  get baseUrl(): string {
    return this.origin + API_PATH;
  }

  get tokenEndpoint(): string {
    return `${this.origin}${OAUTH_PATH}/token`;
  }

  get clientId(): string {
    return this.#client().clientId;
  }

  get clientSecret(): string {
    return this.#secretOf(this.#client());
  }

  get notices(): readonly StartNotice[] {
    return this.#parts.books.notices;
  }

  get requests(): readonly RequestCount[] {
    return this.#parts.record?.all() ?? [];
  }

  credentialsFileText(operator?: string): string {
    const client = this.#client(operator);
    const clientSecret = this.#secretOf(client);
    return formatCredentialsFile({ clientId: client.clientId, clientSecret, oauthUrl: this.origin + OAUTH_PATH });
  }

  setFaults(faults: readonly Fault[]): void {
    this.#parts.faults.set(faults);
  }

  revokeTokens(): void {
    this.#parts.tokens.revokeAll();
  }

  async regenerateSecret(operator?: string): Promise<void> {
    const { clientId } = this.#client(operator);
    this.#parts.tokens.revokeAll(clientId);
    await this.#parts.books.renewSecret(clientId);
  }

  async close(): Promise<void> {
    await closeServer(this.#parts.server);
    await this.#parts.books.idle();
  }

  #client(operator?: string): RegistrationClient {
    const { clients } = this.#parts.books;
    const client = operator === undefined ? clients[0] : clients.find((known) => known.operator === operator);
    if (client === undefined) throw new RangeError('The practice hub has no such operator.');
    return client;
  }

  #secretOf({ clientId, secretGeneration }: RegistrationClient): string {
    return deriveSecret(this.#parts.books.rootKey, clientId, secretGeneration);
  }
}
