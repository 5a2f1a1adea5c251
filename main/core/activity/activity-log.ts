// The activity log: writes down every call before it is sent and when it has ended, and tells what was written.
import type { ActivityEntry } from '#contract/activity.ts';
import type { Clock, Log, NewId, StorageFailure } from '../ports.ts';
import type { CleanText } from '../redaction/clean-text.ts';
import { activityBook } from './activity-book.ts';
import type { ActivityBook } from './activity-book.ts';
import { readLine, writeLine } from './activity-lines.ts';
import type { NewActivityLine } from './activity-lines.ts';
import type { AboutToSend, ActivityRecorder, RecordedCall } from './activity-recorder.ts';
import type { Journal } from './journal.ts';
import { redact } from './redact.ts';

export interface ActivityLogPorts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Takes secrets out of whatever is written down: a person may have put one into any field. */
  readonly clean: CleanText;
  /** The name of a saved hub; '' when there is none. */
  readonly hubNameOf: (hubId: string) => string;
  /** The operator that the credential's last token spoke for; '' when not known. */
  readonly operatorOf: (credentialId: string) => string;
  /** An entry came or changed. */
  readonly onChanged: () => void;
  /** The disk refused: what was to be written is kept for this run, and written with the next entry if it can be. */
  readonly onStorageFailed: (failure: StorageFailure) => void;
  /** How many entries are held in memory, the newest ones; older ones stay in the files. */
  readonly limit?: number;
}

/** The log as a whole: {@link ActivityRecorder} writes it, the rest reads it. Nothing is read before it is asked for. */
export interface ActivityLog extends ActivityRecorder {
  /** Oldest first. */
  entries(): Promise<readonly ActivityEntry[]>;
  find(id: string): Promise<ActivityEntry | null>;
  /** Writes down what a look at the Hub told of a call whose outcome was unknown. */
  found(entry: ActivityEntry, happened: boolean): Promise<ActivityEntry>;
}

const ENTRIES_IN_MEMORY = 50_000;
/** Lines that the disk refused and that are tried again; beyond that the oldest are let go. */
const LINES_KEPT_BACK = 2_000;

export function activityLog(ports: ActivityLogPorts): ActivityLog {
  const { clock, onChanged, limit = ENTRIES_IN_MEMORY } = ports;
  // What earlier runs wrote, and what this one does: only the calls of this run can still be on their way.
  const past = activityBook({ openOutcome: { kind: 'unknown', cause: null }, limit });
  const present = activityBook({ openOutcome: { kind: 'pending' }, limit });
  const write = lineWriter(ports);
  let loading: Promise<void> | null = null;
  const loaded = (): Promise<void> => (loading ??= load(ports, { past, present }));

  async function enter(line: NewActivityLine): Promise<void> {
    (present.find(line.id) === null && line.kind !== 'about' ? past : present).enter(line);
    await write(line);
    onChanged();
  }

  return {
    begin: (about) => beginCall(ports, enter, about),
    async entries() {
      await loaded();
      return [...past.entries(), ...present.entries()].slice(-limit);
    },
    async find(id) {
      await loaded();
      return present.find(id) ?? past.find(id);
    },
    async found(entry, happened) {
      const checkedAtMs = clock.nowMs();
      await enter({ kind: 'found', id: entry.id, atMs: checkedAtMs, happened });
      return { ...entry, outcome: { kind: 'found', happened, checkedAtMs } };
    },
  };
}

type Enter = (line: NewActivityLine) => Promise<void>;

async function beginCall(ports: ActivityLogPorts, enter: Enter, about: AboutToSend): Promise<RecordedCall> {
  const { clock, newId, hubNameOf, operatorOf, clean } = ports;
  const { credentialId, sent, applicationName, ...facts } = about;
  const operatorNow = (): string => (credentialId === null ? '' : operatorOf(credentialId));
  const [id, atMs, operator] = [newId(), clock.nowMs(), operatorNow()];
  await enter({
    kind: 'about',
    id,
    atMs,
    ...facts,
    applicationName: clean(applicationName),
    hubName: clean(hubNameOf(about.hubId)),
    operator: clean(operator),
    sent: redact(sent, clean),
  });
  return {
    end: (outcome, learned) => {
      const [endedAtMs, operatorAtEnd] = [clock.nowMs(), operatorNow()];
      const isNews = operatorAtEnd !== '' && operatorAtEnd !== operator;
      const news = { ...learned, ...(isNews ? { operator: clean(operatorAtEnd) } : {}) };
      return enter({ kind: 'ended', id, atMs: endedAtMs, durationMs: Math.max(0, endedAtMs - atMs), outcome, ...news });
    },
  };
}

/** Reads the files once. The lines of this run are among them, and are in the book of this run already. */
async function load(
  { journal, log }: ActivityLogPorts,
  { past, present }: { readonly past: ActivityBook; readonly present: ActivityBook },
): Promise<void> {
  let unreadable = 0;
  for await (const text of journal.lines()) {
    const line = readLine(text);
    if (line === null) unreadable += text.trim() === '' ? 0 : 1;
    else if (present.find(line.id) === null) past.enter(line);
  }
  if (unreadable > 0) log.warn('Some lines of the activity log could not be read', { unreadable });
}

/** Writes lines in their order; those that the disk refused go before the next ones. Never fails: it tells. */
function lineWriter({ journal, onStorageFailed }: ActivityLogPorts): (line: NewActivityLine) => Promise<void> {
  let keptBack: readonly string[] = [];
  return async (line) => {
    const lines = [...keptBack, writeLine(line)];
    keptBack = [];
    const written = await journal.append(lines);
    if (written.ok) return;
    keptBack = [...lines, ...keptBack].slice(-LINES_KEPT_BACK);
    onStorageFailed(written.failure);
  };
}
