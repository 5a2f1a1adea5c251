// How a saved copy lies on the disk. Format 2 since 0.2.0: what the Hub sent, and where the hub's history stood.
import { z } from 'zod';
import type { JsonObject, SavedCopy } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { HistoryMark, MarkedCopy } from '../core/ports.ts';
import { readWithoutSecrets } from '../core/registrations/registration.ts';
import type { WithoutSecretFields } from '../core/registrations/withheld-fields.ts';

const FORMAT_VERSION = 2;

// It came out of JSON.parse, so everything inside an object is JSON: looking again would only take time.
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const jsonObject = z.custom<JsonObject>(isObject);
const jsonObjects = z.custom<readonly JsonObject[]>((value) => Array.isArray(value) && value.every(isObject));
const names = z.array(z.string());

const common = { hubId: z.string(), takenAtMs: z.number() };

/** It kept every registration twice, as the Hub sent it and as it was read then; the first is enough. */
const format1 = z
  .object({
    ...common,
    formatVersion: z.literal(1),
    registrations: z.array(z.object({ wire: jsonObject, withheldFields: names })),
  })
  // There was no history: it begins with the copy.
  .transform((file) => ({ ...file, mark: { step: 0, sinceMs: file.takenAtMs } }));

const format2 = z
  .object({
    ...common,
    formatVersion: z.literal(FORMAT_VERSION),
    mark: z.object({ step: z.number().int().nonnegative(), sinceMs: z.number() }),
    registrations: jsonObjects,
    /** By the place in that list; hardly any has some. */
    withheldFields: z.record(z.string(), names),
  })
  .transform(({ registrations, withheldFields, ...file }) => ({
    ...file,
    registrations: registrations.map((wire, index) => ({ wire, withheldFields: withheldFields[index] ?? [] })),
  }));

const anyVersion = z.object({ formatVersion: z.number().int().positive() });

/** Reads what {@link savedCopyText} wrote, now or in an earlier version. */
export function parseSavedCopy(json: unknown): Result<MarkedCopy, 'unreadable' | 'newer'> {
  const version = anyVersion.safeParse(json);
  if (!version.success) return fail('unreadable');
  if (version.data.formatVersion > FORMAT_VERSION) return fail('newer');
  const file = (version.data.formatVersion === 1 ? format1 : format2).safeParse(json);
  if (!file.success) return fail('unreadable');
  const { hubId, takenAtMs, mark, registrations: kept } = file.data;
  const registrations = restoreAll(kept);
  return registrations === null ? fail('unreadable') : ok({ copy: { hubId, takenAtMs, registrations }, mark });
}

/** null when one of them cannot be one of ours. */
function restoreAll(kept: readonly WithoutSecretFields[]): SavedCopy['registrations'] | null {
  const registrations = kept.map(readWithoutSecrets).filter((registration) => registration !== null);
  return registrations.length === kept.length ? registrations : null;
}

export function savedCopyText({ hubId, takenAtMs, registrations }: SavedCopy, mark: HistoryMark): string {
  const withheldFields = Object.fromEntries(
    registrations.flatMap((one, index) => (one.withheldFields.length > 0 ? [[index, one.withheldFields]] : [])),
  );
  const wires = registrations.map(({ wire }) => wire);
  return JSON.stringify({
    formatVersion: FORMAT_VERSION,
    hubId,
    takenAtMs,
    mark,
    withheldFields,
    registrations: wires,
  });
}
