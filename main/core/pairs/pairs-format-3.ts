// From format 2 of the stored pairs to format 3: the secret that another one took the place of, and where it belonged.
import { changed } from '../hubs/hubs-format-2.ts';
import type { Migration } from '../hubs/stored-format.ts';

/** Adds the new keys to every pair. */
export const replacedSecrets: Migration = (record) => ({
  ...record,
  formatVersion: 3,
  pairs: changed(record['pairs'], (pair) => ({ ...pair, ...nothingReplaced })),
});

/** What is kept of a pair that took no other one's place. */
export const nothingReplaced = { previousSecret: null, previous: null } as const;
