// The export operations of the Bridge: what is shown goes into a file that the person chooses, and no secret with it.
import type { Bridge } from '#contract/bridge.ts';
import type { SavedCopy } from '#contract/registration.ts';
import type { ExportFormat, ExportRegistrationsInput } from '#contract/review-inputs.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { matchingEntries } from '../activity/activity-filter.ts';
import type { ActivityLog } from '../activity/activity-log.ts';
import type { Clock } from '../ports.ts';
import { activityJson, activityTable } from './activity-export.ts';
import { csvFile } from './csv-file.ts';
import type { AskWhereToSave, CsvWriter, FileWriter, PdfPrinter } from './export-ports.ts';
import { suggestedName } from './file-name.ts';
import { isoTime, registrationsJson, shownRegistrations, tableOf } from './registration-export.ts';
import type { RegistrationExport } from './registration-export.ts';
import { reportPage } from './report-page.ts';

export interface ExportServicePorts {
  /** The saved hub, null when there is none (any more). */
  readonly hubOf: (hubId: string) => { readonly name: string } | null;
  /** The saved copy, null when there never was a list of this hub. */
  readonly copyOf: (hubId: string) => Promise<SavedCopy | null>;
  readonly activity: Pick<ActivityLog, 'entries'>;
  readonly askWhereToSave: AskWhereToSave;
  readonly files: FileWriter;
  readonly writeCsv: CsvWriter;
  readonly printPdf: PdfPrinter;
  readonly clock: Clock;
}

/** What is to be saved; `content` is made when the person has chosen where, and is null when it could not be made. */
interface Saving {
  readonly subject: string;
  readonly format: ExportFormat;
  readonly content: () => Promise<string | Uint8Array | null>;
}

/** Failures of both: `fileNotWritten`; of `registrations` also `hubMissing`. */
export function exportService(ports: ExportServicePorts): Bridge['exports'] {
  const { hubOf, copyOf, activity, writeCsv, printPdf, clock } = ports;

  function fileOf(what: RegistrationExport, format: ExportFormat): Saving['content'] {
    switch (format) {
      case 'csv':
        return () => csvFile(tableOf(what, isoTime), writeCsv);
      case 'json':
        return () => Promise.resolve(registrationsJson(what));
      case 'pdf':
        return () => printPdf(reportPage(what));
    }
  }

  return {
    async registrations(input) {
      const hub = hubOf(input.hubId);
      if (hub === null) return fail({ code: 'hubMissing' });
      // Before the person is asked: what they see now, not what a refresh makes of it meanwhile.
      const what = excerpt(input, { hubName: hub.name, copy: await copyOf(input.hubId), nowMs: clock.nowMs() });
      const subject = `${hub.name} registrations`;
      return save(ports, { subject, format: input.format, content: fileOf(what, input.format) });
    },

    async activity({ filter, format }) {
      const entries = matchingEntries(await activity.entries(), filter);
      const exportedAtMs = clock.nowMs();
      const json = (): Promise<string> => Promise.resolve(activityJson({ entries, filter, exportedAtMs }));
      const csv = (): Promise<string> => csvFile(activityTable(entries), writeCsv);
      const content = format === 'csv' ? csv : json;
      return save(ports, { subject: 'Fabric Registrar activity', format, content });
    },
  };
}

function excerpt(
  { registrationIds, columns, narrowedTo }: ExportRegistrationsInput,
  { hubName, copy, nowMs }: { readonly hubName: string; readonly copy: SavedCopy | null; readonly nowMs: number },
): RegistrationExport {
  return {
    hubName,
    asOfMs: copy?.takenAtMs ?? null,
    exportedAtMs: nowMs,
    narrowedTo,
    columns,
    registrations: shownRegistrations(copy, registrationIds),
    total: copy?.registrations.length ?? 0,
  };
}

async function save(
  { askWhereToSave, files, clock }: ExportServicePorts,
  { subject, format, content }: Saving,
): Promise<Result<{ readonly fileName: string } | null>> {
  const file = await askWhereToSave(suggestedName(subject, clock.nowMs(), format), format);
  if (file === null) return ok(null);
  const made = await content();
  if (made === null) return fail({ code: 'fileNotWritten', fileName: file.fileName, cause: 'other' });
  const written = await files.write(file, made);
  return written.ok ? ok({ fileName: file.fileName }) : written;
}
