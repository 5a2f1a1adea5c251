// The problem reports of the Bridge: made, shown, and only then saved or copied, exactly as shown.
import type { Bridge } from '#contract/bridge.ts';
import type { ProblemReport } from '#contract/problems.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Settings } from '#contract/settings.ts';
import type { VaultStatus } from '#contract/vault.ts';
import type { ActivityLog } from '../activity/activity-log.ts';
import type { AskWhereToSave, FileWriter } from '../exports/export-ports.ts';
import { suggestedName } from '../exports/file-name.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { Clock, NewId } from '../ports.ts';
import type { ReachBook } from '../reach/reach-book.ts';
import type { Redact } from '../redaction/redactor.ts';
import { reportText } from './report-text.ts';
import type { ReportFacts, Versions } from './report-text.ts';

export interface ProblemServicePorts {
  readonly book: Pick<HubBook, 'hubs'>;
  readonly settings: () => Settings;
  readonly vaultStatus: () => VaultStatus;
  readonly reach: Pick<ReachBook, 'view'>;
  readonly activity: Pick<ActivityLog, 'entries'>;
  readonly reporting: {
    readonly versions: () => Versions;
    /** The end of the log, so many characters at most. */
    readonly lastLines: (mostCharacters: number) => string;
    readonly redact: Redact;
    readonly copyText: (text: string) => Promise<void>;
  };
  readonly askWhereToSave: AskWhereToSave;
  readonly files: FileWriter;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** What somebody who helps reads, and what fits into a message. */
const LOG_CHARACTERS = 64_000;
const CALLS = 30;

/** Failures of `save`: `fileNotWritten`; of both `save` and `copy`: `inputInvalid` for a report that is not the last one. */
export function problemService(ports: ProblemServicePorts): Bridge['problems'] {
  const { book, activity, reporting, askWhereToSave, files, clock, newId } = ports;
  let last: ProblemReport | null = null;

  /** The log is redacted where it is written; what was not known to be a secret then may be by now. */
  function redacted(text: string): string {
    const clean = (line: string): string => {
      const left = reporting.redact(line);
      return typeof left === 'string' ? left : '';
    };
    return text.split('\n').map(clean).join('\n');
  }

  async function withReport<Value>(
    reportId: string,
    use: (text: string) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    if (last?.id === reportId) return use(last.text);
    return fail({ code: 'inputInvalid', fields: [{ field: 'reportId', problem: 'invalid' }] });
  }

  async function facts(): Promise<ReportFacts> {
    const hubs = book.hubs();
    return {
      madeAtMs: clock.nowMs(),
      versions: reporting.versions(),
      vault: ports.vaultStatus(),
      hubs,
      ways: { all: ports.reach.view(null), hubs: hubs.map(({ id }) => ports.reach.view(id)) },
      settings: ports.settings(),
      calls: (await activity.entries()).slice(-CALLS).toReversed(),
      log: reporting.lastLines(LOG_CHARACTERS),
    };
  }

  return {
    async report({ withAddresses }) {
      last = { id: newId(), text: redacted(reportText(await facts(), withAddresses)) };
      return ok(last);
    },
    save: ({ reportId }) =>
      withReport(reportId, async (text) => {
        const file = await askWhereToSave(suggestedName('Fabric Registrar problem', clock.nowMs(), 'log'), 'log');
        if (file === null) return ok(null);
        const written = await files.write(file, text);
        return written.ok ? ok({ fileName: file.fileName }) : written;
      }),
    copy: ({ reportId }) =>
      withReport(reportId, async (text) => {
        await reporting.copyText(text);
        return ok(null);
      }),
  };
}
