// How a saved copy lies on the disk. Format 1 since 0.1.0.
import { z } from 'zod';
import type { JsonObject, Registration, SavedCopy } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';

const FORMAT_VERSION = 1;

const timeMs = z.number().nullable();

const registration = z.object({
  id: z.string(),
  applicationName: z.string(),
  applicationLabel: z.string(),
  description: z.string(),
  platform: z.string(),
  productionLevel: z.string(),
  systemUrl: z.string(),
  status: z.object({
    kind: z.enum(['pending', 'synchronizing', 'active', 'hidden', 'stopped', 'failure', 'resolved', 'unknown']),
    raw: z.string(),
  }),
  weighting: z.string(),
  syncErrors: z.string(),
  clientId: z.string(),
  createdAtMs: timeMs,
  createdBy: z.string(),
  updatedAtMs: timeMs,
  updatedBy: z.string(),
  lastTaskSyncedAtMs: timeMs,
  // It came out of JSON.parse, so everything inside an object is JSON: looking again would only take time.
  wire: z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  withheldFields: z.array(z.string()),
}) satisfies z.ZodType<Registration>;

const savedCopyFile = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  hubId: z.string(),
  takenAtMs: z.number(),
  registrations: z.array(registration),
});

const anyVersion = z.object({ formatVersion: z.number().int().positive() });

/** Reads what {@link savedCopyText} wrote. */
export function parseSavedCopy(json: unknown): Result<SavedCopy, 'unreadable' | 'newer'> {
  const version = anyVersion.safeParse(json);
  if (version.success && version.data.formatVersion > FORMAT_VERSION) return fail('newer');
  const file = savedCopyFile.safeParse(json);
  if (!file.success) return fail('unreadable');
  const { hubId, takenAtMs, registrations } = file.data;
  return ok({ hubId, takenAtMs, registrations });
}

export function savedCopyText(copy: SavedCopy): string {
  const { hubId, takenAtMs, registrations } = copy;
  return JSON.stringify({ formatVersion: FORMAT_VERSION, hubId, takenAtMs, registrations });
}
