// What is kept of the paths that no source gives: per hub and action, the one that worked or that the person set.
import { z } from 'zod';
import { actionPath } from '#contract/life-cycle-inputs.ts';
import type { Result } from '#contract/result.ts';
import { readStored } from '../../hubs/stored-format.ts';
import type { Migration, StoredFormatProblem } from '../../hubs/stored-format.ts';

const storedActionPath = z
  .strictObject({
    hubId: z.string().min(1),
    action: z.enum(['enable', 'reactivate']),
    /** Checked again when it is read: an edited file must not lead a call out of its registration. */
    path: actionPath,
    origin: z.enum(['set', 'found']),
  })
  .readonly();
export type StoredActionPath = z.infer<typeof storedActionPath>;

/** Any change of this shape, even one more key, is a new format with a migration. */
const storedActionPaths = z
  .strictObject({ formatVersion: z.literal(1), paths: z.array(storedActionPath).readonly() })
  .readonly();

/** The whole record; of a hub and an action there is at most one. */
export type StoredActionPaths = z.infer<typeof storedActionPaths>;

const migrations: readonly Migration[] = [];

/** The record of a first start. */
export const emptyStoredActionPaths: StoredActionPaths = { formatVersion: 1, paths: [] };

/** Reads a stored record of any format up to today's. */
export function parseStoredActionPaths(json: unknown): Result<StoredActionPaths, StoredFormatProblem> {
  return readStored(json, { schema: storedActionPaths, migrations });
}
