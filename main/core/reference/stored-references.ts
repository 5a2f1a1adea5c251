// What is kept of the API reference between two starts: where each hub serves its own description.
import { z } from 'zod';
import { hubUrlProblem } from '#contract/inputs.ts';
import type { Result } from '#contract/result.ts';
import { type Migration, readStored, type StoredFormatProblem } from '../hubs/stored-format.ts';

/** Checked again when it is read: an edited file must not make the app talk to just any address. */
const address = z.string().refine((url) => hubUrlProblem(url) === null);

const storedReferences = z
  .strictObject({
    formatVersion: z.literal(1),
    /** By the hub's ID. */
    addresses: z.record(z.string().min(1), address).readonly(),
  })
  .readonly();

export type StoredReferences = z.infer<typeof storedReferences>;

const migrations: readonly Migration[] = [];

/** The record of a first start. */
export const emptyStoredReferences: StoredReferences = { formatVersion: 1, addresses: {} };

/** Reads a stored record of any format up to today's. Nothing may be written over one that is `newer`. */
export function parseStoredReferences(json: unknown): Result<StoredReferences, StoredFormatProblem> {
  return readStored(json, { schema: storedReferences, migrations });
}
