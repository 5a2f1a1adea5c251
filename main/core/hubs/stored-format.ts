// How a stored record of any earlier format becomes one of today's.
import { z } from 'zod';
import { fail, ok, type Result } from '#contract/result.ts';

/** A record that cannot be used: damaged, or written by a newer version of the app. */
export type StoredFormatProblem = 'unreadable' | 'newer';

/**
 * Makes a record of one format into one of the next. Pure, never changed once released, and it never throws: the record
 * was not checked yet, and what the migration does not recognise it leaves for today's schema to refuse.
 */
export type Migration = (record: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

export interface StoredFormat<Value> {
  /** The record as it is today. */
  readonly schema: z.ZodType<Value>;
  /** The first one leads from format 1 to format 2, and so on: today's format is one more than their number. */
  readonly migrations: readonly Migration[];
}

const versioned = z.looseObject({ formatVersion: z.number().int().min(1) });

/**
 * Reads a record: its version, the migrations it still needs, today's schema. `newer` is told apart from `unreadable`
 * because such a file is in order and must stay as it is.
 */
export function readStored<Value>(json: unknown, format: StoredFormat<Value>): Result<Value, StoredFormatProblem> {
  const found = versioned.safeParse(json);
  if (!found.success) return fail('unreadable');
  const { formatVersion } = found.data;
  if (formatVersion > format.migrations.length + 1) return fail('newer');
  const today = format.migrations
    .slice(formatVersion - 1)
    .reduce<Readonly<Record<string, unknown>>>((record, migrate) => migrate(record), found.data);
  const read = format.schema.safeParse(today);
  return read.success ? ok(read.data) : fail('unreadable');
}
