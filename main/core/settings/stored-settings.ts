// What is kept of the settings between two starts: the record's shape, and how it is read.
import { z } from 'zod';
import { defaultSettings, settings } from '#contract/settings.ts';
import type { Result } from '#contract/result.ts';
import { readStored, type StoredFormatProblem } from '../hubs/stored-format.ts';

const { shape } = settings;

/**
 * A setting that a file does not have yet is the app's own choice, and one that only a newer app knows is left out: a
 * setting more is no new format.
 */
const storedSettings = z
  .object({
    formatVersion: z.literal(1),
    settings: z
      .object({
        rowHeight: shape.rowHeight.default(defaultSettings.rowHeight),
        historyDays: shape.historyDays.default(defaultSettings.historyDays),
        stuckAfterMinutes: shape.stuckAfterMinutes.default(defaultSettings.stuckAfterMinutes),
        staleAfterDays: shape.staleAfterDays.default(defaultSettings.staleAfterDays),
        lockAfterMinutes: shape.lockAfterMinutes.default(defaultSettings.lockAfterMinutes),
        columns: shape.columns.default(defaultSettings.columns),
        views: shape.views.default(defaultSettings.views),
        importedFile: shape.importedFile.default(defaultSettings.importedFile),
        onOpeningHub: shape.onOpeningHub.default(defaultSettings.onOpeningHub),
      })
      .readonly(),
  })
  .readonly();

export type StoredSettings = z.infer<typeof storedSettings>;

/** The record of a first start. */
export const emptyStoredSettings: StoredSettings = { formatVersion: 1, settings: defaultSettings };

/** Reads a stored record of any format up to today's. Nothing may be written over one that is `newer`. */
export function parseStoredSettings(json: unknown): Result<StoredSettings, StoredFormatProblem> {
  return readStored(json, { schema: storedSettings, migrations: [] });
}
