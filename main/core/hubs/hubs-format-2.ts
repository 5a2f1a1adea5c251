// From format 1 of the stored hubs to format 2: a credential's use, its note and expiry, and the secret it replaced.
import { z } from 'zod';
import type { Migration } from './stored-format.ts';

const listOf = z.array(z.looseObject({}));

/** What a credential of format 1 did not have yet. */
const UNKNOWN_SO_FAR = {
  previousSecret: null,
  note: '',
  expiresAtMs: null,
  dismissedReminder: null,
  lastUsedAtMs: null,
  lastOperator: '',
  lastAccessGroup: '',
};

/** Changes every credential of a record. What is no list of objects stays as it is. */
export function withCredentials(record: Parameters<Migration>[0], change: Migration): ReturnType<Migration> {
  const hubs = changed(record['hubs'], (hub) => ({ ...hub, credentials: changed(hub['credentials'], change) }));
  return { ...record, hubs };
}

/** Each of a list, changed; whatever is no list of objects as it is. */
export function changed(value: unknown, change: Migration): unknown {
  const list = listOf.safeParse(value);
  return list.success ? list.data.map(change) : value;
}

/** Adds the new keys to every credential. */
export const usesAndReminders: Migration = (record) => ({
  ...withCredentials(record, (credential) => ({ ...credential, ...UNKNOWN_SO_FAR })),
  formatVersion: 2,
});
