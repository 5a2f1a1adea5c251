// What is kept of data-sync pairs between two starts: the record's shape, and how it is read.
import { z } from 'zod';
import { clientAuthentication } from '#contract/inputs.ts';
import type { Result } from '#contract/result.ts';
import { storedSecret } from '../credentials/stored-secret.ts';
import { type Migration, readStored, type StoredFormatProblem } from '../hubs/stored-format.ts';
import { storedAddress } from '../hubs/stored-hubs.ts';
import { storedMomentAlways } from '../hubs/stored-moments.ts';
import { replacedSecrets } from './pairs-format-3.ts';

const text = z.string().min(1);

/** What belongs to one secret of a pair and not to the other. */
const ofOneSecret = {
  /** Where the pair is exchanged for a token: the hub's own endpoint when the pair came. */
  tokenEndpoint: storedAddress,
  clientAuthentication,
  receivedAtMs: storedMomentAlways,
};

const storedPair = z
  .strictObject({
    id: text,
    hubId: text,
    registrationId: text,
    applicationName: z.string(),
    /** '' when the Hub sent a secret and no client ID. */
    clientId: z.string(),
    ...ofOneSecret,
    secret: storedSecret,
    /** The secret that this one took the place of: kept until the one in its place has worked once. */
    previousSecret: storedSecret.nullable(),
    previous: z.strictObject(ofOneSecret).readonly().nullable(),
  })
  .readonly()
  .refine(({ previousSecret, previous }) => (previousSecret === null) === (previous === null));
export type StoredPair = z.infer<typeof storedPair>;

/** Any change of this shape, even one more key, is a new format with a migration. */
const storedPairs = z
  .strictObject({
    formatVersion: z.literal(3),
    pairs: z
      .array(storedPair)
      .readonly()
      .refine((pairs) => new Set(pairs.map(({ id }) => id)).size === pairs.length),
  })
  .readonly();

/** The whole record, in the order in which the pairs came. Ids are unique. */
export type StoredPairs = z.infer<typeof storedPairs>;

/** Format 2 may hold secrets that a passphrase protects, with the fingerprint of the key that sealed them. */
const withPassphrases: Migration = (record) => ({ ...record, formatVersion: 2 });

/** The record of a first start. */
export const emptyStoredPairs: StoredPairs = { formatVersion: 3, pairs: [] };

/** Reads a stored record of any format up to today's. Nothing may be written over one that is `newer`. */
export function parseStoredPairs(json: unknown): Result<StoredPairs, StoredFormatProblem> {
  return readStored(json, { schema: storedPairs, migrations: [withPassphrases, replacedSecrets] });
}
