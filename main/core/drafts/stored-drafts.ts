// What is kept of drafts between two starts: the record's shape, and how it is read.
import { z } from 'zod';
import { draftEdit, registrationDraftFields } from '#contract/draft-inputs.ts';
import type { Draft } from '#contract/drafts.ts';
import type { Result } from '#contract/result.ts';
import { readStored, type StoredFormatProblem } from '../hubs/stored-format.ts';

const text = z.string().min(1);
const frame = { id: text, hubId: text, savedAtMs: z.number() };

const storedDraft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('register'), ...frame, fields: registrationDraftFields }).readonly(),
  z.strictObject({ kind: z.literal('edit'), ...frame, edit: draftEdit }).readonly(),
]) satisfies z.ZodType<Draft>;

/** Any change of this shape, even one more key, is a new format with a migration. */
const storedDrafts = z
  .strictObject({
    formatVersion: z.literal(1),
    drafts: z
      .array(storedDraft)
      .readonly()
      .refine((drafts) => new Set(drafts.map(({ id }) => id)).size === drafts.length),
  })
  .readonly();

/** The whole record, last saved first. Ids are unique. */
export type StoredDrafts = z.infer<typeof storedDrafts>;

/** The record of a first start. */
export const emptyStoredDrafts: StoredDrafts = { formatVersion: 1, drafts: [] };

/** Reads a stored record of any format up to today's. Nothing may be written over one that is `newer`. */
export function parseStoredDrafts(json: unknown): Result<StoredDrafts, StoredFormatProblem> {
  return readStored(json, { schema: storedDrafts, migrations: [] });
}
