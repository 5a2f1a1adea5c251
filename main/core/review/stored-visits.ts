// What is kept of visits between two starts: the time up to which everything of a hub was seen.
import { z } from 'zod';
import type { Result } from '#contract/result.ts';
import { readStored } from '../hubs/stored-format.ts';
import type { StoredFormatProblem } from '../hubs/stored-format.ts';

const storedVisits = z
  .strictObject({
    formatVersion: z.literal(1),
    /** Milliseconds since the epoch, by hub. */
    seenUpToMs: z.record(z.string(), z.number()).readonly(),
  })
  .readonly();
export type StoredVisits = z.infer<typeof storedVisits>;

/** The record of a first start. */
export const emptyStoredVisits: StoredVisits = { formatVersion: 1, seenUpToMs: {} };

/** Reads a stored record of any format up to today's. Nothing may be written over one that is `newer`. */
export function parseStoredVisits(json: unknown): Result<StoredVisits, StoredFormatProblem> {
  return readStored(json, { schema: storedVisits, migrations: [] });
}
