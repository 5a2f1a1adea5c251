// What a person can set: how lists look, and after which time something is pointed out. Main keeps it.
import { z } from 'zod';

const days = z.number().int().min(1).max(3650);

/** A column of the list: which, and how wide in CSS pixels (null: as the window gives). */
const shownColumn = z.strictObject({
  id: z.string().min(1).max(100),
  widthPx: z.number().int().min(40).max(2000).nullable(),
});
export type ShownColumn = z.infer<typeof shownColumn>;

/** What a list is narrowed to. Empty lists narrow nothing. */
const listFilter = z.strictObject({
  text: z.string().max(500),
  statuses: z.array(z.string().max(100)).max(20),
  platforms: z.array(z.string().max(256)).max(500),
  productionLevels: z.array(z.string().max(100)).max(100),
  hasSyncErrors: z.boolean(),
  isStale: z.boolean(),
});
export type ListFilter = z.infer<typeof listFilter>;

/** How a list is shown: columns in their order, the order of the rows, and what it is narrowed to. */
const listView = z.strictObject({
  columns: z.array(shownColumn).max(100),
  sort: z.strictObject({ column: z.string().max(100), direction: z.enum(['ascending', 'descending']) }),
  filter: listFilter,
});
export type ListViewSettings = z.infer<typeof listView>;

const namedView = z.strictObject({ name: z.string().trim().min(1).max(80), view: listView });
export type NamedView = z.infer<typeof namedView>;

export const settings = z.strictObject({
  rowHeight: z.enum(['compact', 'comfortable']),
  /** How long the history is kept in full; older entries are folded together. */
  historyDays: days,
  /** A registration that synchronizes longer than this is pointed out. */
  stuckAfterMinutes: z.number().int().min(1).max(100_000),
  /** A registration whose tasks were not synchronized for this long is called stale. */
  staleAfterDays: days,
  /** After so long without anybody at the computer the passphrase is forgotten. */
  lockAfterMinutes: z.number().int().min(1).max(1440),
  /** Columns of the list; null for the app's own choice. */
  columns: z.array(shownColumn).max(100).nullable(),
  views: z.array(namedView).max(200),
  /** What happens to a credentials file after its import: it holds the secret in clear. */
  importedFile: z.enum(['ask', 'bin', 'keep']),
  /** What opening a hub does: reads its registrations, or shows the saved copy until somebody asks for more. */
  onOpeningHub: z.enum(['read', 'showCopy']),
});
export type Settings = z.infer<typeof settings>;

/** Only what changes. */
export const settingsChange = settings.partial();
export type SettingsChange = z.infer<typeof settingsChange>;

export const defaultSettings: Settings = {
  rowHeight: 'compact',
  historyDays: 400,
  stuckAfterMinutes: 60,
  staleAfterDays: 7,
  lockAfterMinutes: 15,
  columns: null,
  views: [],
  importedFile: 'ask',
  onOpeningHub: 'read',
};
