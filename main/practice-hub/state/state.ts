/** What a practice hub keeps between two starts, and how it is recognised in a file. */
import type { RegistrationClient } from '../tokens/clients.ts';
import { newClientId, newRootKey } from '../tokens/client-secrets.ts';
import { STATUSES } from '../registrations/registration-rules.ts';
import type { RegistrationChanges } from '../registrations/registration-store.ts';
import type { Registration } from '../registrations/registration.ts';
import { SYNC_RESOURCES } from '../registrations/synchronization.ts';

/** The content of the state file. Seeded registrations that nobody touched are not in it: the seed gives them again. */
export interface PracticeHubState {
  readonly formatVersion: 1;
  /** The key all client secrets are derived from. */
  readonly rootKey: string;
  /** The port of the last start, so that the hub keeps its address; `null` before the first. */
  readonly port: number | null;
  readonly registrationClients: readonly RegistrationClient[];
  readonly seed: { readonly count: number; readonly firstStartMs: number };
  /** `undefined` before the first change. */
  readonly registrations?: RegistrationChanges;
}

/** An operator of the practice hub with the access group behind its tokens. */
export interface Operator {
  readonly operator: string;
  readonly accessGroup: string;
}

/** The state of a hub that has never run. */
export function firstState(seedCount: number, firstStartMs: number): PracticeHubState {
  return {
    formatVersion: 1,
    rootKey: newRootKey(),
    port: null,
    registrationClients: [],
    seed: { count: seedCount, firstStartMs },
  };
}

/** Gives every operator a client, keeping those that have one already. */
export function clientsFor(operators: readonly Operator[], known: readonly RegistrationClient[]): RegistrationClient[] {
  return operators.map(({ operator, accessGroup }) => {
    const client = known.find((existing) => existing.operator === operator);
    return { clientId: newClientId(), secretGeneration: 1, ...client, operator, accessGroup };
  });
}

/** Reads the text of a state file; nothing when it is not a state this release can use. */
export function parseState(text: string): PracticeHubState | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isState(value) ? value : undefined;
  } catch {
    // JSON.parse has no other way to refuse.
    return undefined;
  }
}

type Check = (value: unknown) => boolean;

const isNumber: Check = (value) => Number.isSafeInteger(value);
const isString: Check = (value) => typeof value === 'string';
const isNumberOrNull: Check = (value) => value === null || isNumber(value);
const listOf = (check: Check): Check => {
  return (value) => Array.isArray(value) && value.every(check);
};

function hasShape(value: unknown, shape: Readonly<Record<string, Check>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const known = new Map<string, unknown>(Object.entries(value));
  return Object.entries(shape).every(([key, check]) => check(known.get(key)));
}

const isUrl: Check = (value) => typeof value === 'string' && URL.canParse(value);
const isOneOf = (words: readonly string[]): Check => {
  return (value) => typeof value === 'string' && words.includes(value);
};

const REGISTRATION_SHAPE: Readonly<Record<keyof Registration, Check>> = {
  id: isString,
  status: isOneOf(STATUSES),
  systemUrl: isUrl,
  applicationName: isString,
  applicationLabel: isString,
  applicationDescription: isString,
  platform: isString,
  productionLevel: isNumber,
  weighting: isNumber,
  syncErrors: isNumber,
  clientId: isString,
  secretGeneration: isNumber,
  synchronizedAtMs: isNumberOrNull,
  closedResources: listOf(isOneOf(SYNC_RESOURCES)),
  lastTaskSyncedAtMs: isNumberOrNull,
  createdAtMs: isNumber,
  createdBy: isString,
  updatedAtMs: isNumber,
  updatedBy: isString,
};

const isRegistration: Check = (value) => hasShape(value, REGISTRATION_SHAPE);

const isRegistrations: Check = (value) =>
  value === undefined ||
  hasShape(value, { changed: listOf(isRegistration), removed: listOf(isString), nextNumber: isNumber });

const isClient: Check = (value) =>
  hasShape(value, { operator: isString, accessGroup: isString, clientId: isString, secretGeneration: isNumber });

function isState(value: unknown): value is PracticeHubState {
  return hasShape(value, {
    formatVersion: (version) => version === 1,
    rootKey: (key) => typeof key === 'string' && /^[0-9a-f]{64}$/.test(key),
    port: isNumberOrNull,
    registrationClients: listOf(isClient),
    seed: (seed) => hasShape(seed, { count: isNumber, firstStartMs: isNumber }),
    registrations: isRegistrations,
  });
}
