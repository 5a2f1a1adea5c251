// The registrations that are shown, as they go into a file: the rows, and what they are an excerpt of.
import type { Registration, SavedCopy } from '#contract/registration.ts';
import type { ExportRegistrationsInput } from '#contract/review-inputs.ts';
import { columnText } from './column-values.ts';
import type { TimeText } from './column-values.ts';

/** Times are milliseconds since the epoch. */
export interface RegistrationExport {
  readonly hubName: string;
  /** When the Hub answered what is exported; null when it was never read. */
  readonly asOfMs: number | null;
  readonly exportedAtMs: number;
  /** The person's filter in words; '' when nothing is narrowed. */
  readonly narrowedTo: string;
  readonly columns: ExportRegistrationsInput['columns'];
  readonly registrations: readonly Registration[];
  /** How many the hub has in all. */
  readonly total: number;
}

/** Those of the saved copy that are shown, in their order. One that has gone meanwhile is left out. */
export function shownRegistrations(copy: SavedCopy | null, ids: readonly string[]): readonly Registration[] {
  const byId = new Map(copy?.registrations.map((registration) => [registration.id, registration]));
  return ids.map((id) => byId.get(id)).filter((registration) => registration !== undefined);
}

/** Heading and rows. */
export function tableOf({ columns, registrations }: RegistrationExport, timeText: TimeText): readonly string[][] {
  return [
    columns.map(({ heading }) => heading),
    ...registrations.map((registration) => columns.map(({ id }) => columnText(registration, id, timeText))),
  ];
}

/** A time as programs and spreadsheets agree on it: `2026-11-23T09:00:00.000Z`. */
export function isoTime(timeMs: number): string {
  return new Date(timeMs).toISOString();
}

/** Everything the Hub sent of these registrations, except the withheld fields, which were never kept. */
export function registrationsJson(what: RegistrationExport): string {
  const { hubName, asOfMs, exportedAtMs, narrowedTo, registrations, total } = what;
  const document = {
    formatVersion: 1,
    hub: hubName,
    asOf: asOfMs === null ? null : isoTime(asOfMs),
    exportedAt: isoTime(exportedAtMs),
    narrowedTo,
    shown: registrations.length,
    total,
    registrations: registrations.map(({ wire }) => wire),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
