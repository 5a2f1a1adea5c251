// The activity log as it goes into a file.
import type { ActivityEntry } from '#contract/activity.ts';
import type { ActivityFilter } from '#contract/activity-inputs.ts';
import { activityHeadings, outcomeInWords } from './export-words.ts';
import { isoTime } from './registration-export.ts';

/** Heading and rows. */
export function activityTable(entries: readonly ActivityEntry[]): readonly (readonly string[])[] {
  return [activityHeadings, ...entries.map(activityRow)];
}

function activityRow(entry: ActivityEntry): readonly string[] {
  const { atMs, hubName, operator, applicationName, registrationId, action, outcome, durationMs, sent } = entry;
  const { status, failure } = { status: null, failure: '', ...outcome };
  const ending = [outcomeInWords(outcome), numberText(status), failure, numberText(durationMs)];
  return [isoTime(atMs), hubName, operator, applicationName, registrationId, action, ...ending, sent];
}

function numberText(value: number | null): string {
  return value === null ? '' : String(value);
}

interface ActivityExport {
  readonly entries: readonly ActivityEntry[];
  readonly filter: ActivityFilter;
  readonly exportedAtMs: number;
}

export function activityJson({ entries, filter, exportedAtMs }: ActivityExport): string {
  const document = {
    formatVersion: 1,
    exportedAt: isoTime(exportedAtMs),
    narrowedTo: filter,
    shown: entries.length,
    entries: entries.map(({ atMs, ...entry }) => ({ at: isoTime(atMs), ...entry })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
