// What is kept of the person's own keys between two starts: the record's shape, and how it is read.
import { z } from 'zod';
import type { Result } from '#contract/result.ts';
import { storedSecret } from '../credentials/stored-secret.ts';
import { storedMomentAlways } from '../hubs/stored-moments.ts';
import { readStored, type StoredFormatProblem } from '../hubs/stored-format.ts';

const text = z.string().min(1);

const storedKey = z
  .strictObject({ id: text, publicKey: text, madeAtMs: storedMomentAlways, secret: storedSecret })
  .readonly();
export type StoredKey = z.infer<typeof storedKey>;

/** Any change of this shape, even one more key, is a new format with a migration. */
const storedKeys = z
  .strictObject({
    formatVersion: z.literal(1),
    keys: z
      .array(storedKey)
      .readonly()
      .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length),
  })
  .readonly();

/** The whole record, in the order in which the keys were made: the last one is the person's own. Ids are unique. */
export type StoredKeys = z.infer<typeof storedKeys>;

/** The record of a first start. */
export const emptyStoredKeys: StoredKeys = { formatVersion: 1, keys: [] };

/** Reads a stored record of any format up to today's. Nothing may be written over one that is `newer`. */
export function parseStoredKeys(json: unknown): Result<StoredKeys, StoredFormatProblem> {
  return readStored(json, { schema: storedKeys, migrations: [] });
}
