// From format 2 of the stored hubs to format 3: also the end of the secret that was replaced, to come back with it.
import { withCredentials } from './hubs-format-2.ts';
import type { Migration } from './stored-format.ts';

/** Adds the new key to every credential. */
export const endsOfReplaced: Migration = (record) => ({
  ...withCredentials(record, (credential) => ({ ...credential, previousExpiresAtMs: null })),
  formatVersion: 3,
});
