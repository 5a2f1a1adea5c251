// The entries of the activity log, made from its lines in whatever order and state they are found.
import type { ActivityEntry } from '#contract/activity.ts';
import type { NewActivityLine } from './activity-lines.ts';

type AboutLine = Extract<NewActivityLine, { kind: 'about' }>;
type EndedLine = Extract<NewActivityLine, { kind: 'ended' }>;

export interface ActivityBook {
  /** Takes a line over. Lines may come twice, and lines about a call that is not in the book say nothing. */
  enter(line: NewActivityLine): void;
  find(id: string): ActivityEntry | null;
  /** Oldest first. */
  entries(): readonly ActivityEntry[];
}

export interface BookOptions {
  /** What an entry without an end is: on its way, or, when its process is gone, unknown. */
  readonly openOutcome: Extract<ActivityEntry['outcome'], { kind: 'pending' | 'unknown' }>;
  /** At most so many entries are held; the oldest give way. */
  readonly limit: number;
}

export function activityBook({ openOutcome, limit }: BookOptions): ActivityBook {
  const entries = new Map<string, ActivityEntry>();

  function open(line: AboutLine): void {
    // A line that the disk took although it said no is written again: it must not undo what was learned since.
    if (entries.has(line.id)) return;
    entries.set(line.id, opened(line, openOutcome));
    const [oldest] = entries.keys();
    if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
  }

  function change(id: string, changes: Partial<ActivityEntry>): void {
    const entry = entries.get(id);
    if (entry !== undefined) entries.set(id, { ...entry, ...changes });
  }

  return {
    enter(line) {
      if (line.kind === 'about') open(line);
      else if (line.kind === 'ended') change(line.id, ending(line));
      else change(line.id, { outcome: { kind: 'found', happened: line.happened, checkedAtMs: line.atMs } });
    },
    find: (id) => entries.get(id) ?? null,
    entries: () => [...entries.values()],
  };
}

/** Field by field: a line read from the disk has more than an entry may show. */
function opened(line: AboutLine, outcome: BookOptions['openOutcome']): ActivityEntry {
  const { id, atMs, hubId, hubName, operator, registrationId, applicationName, action, sent } = line;
  const facts = { id, atMs, hubId, hubName, operator, registrationId, applicationName, action, sent };
  return { ...facts, outcome, durationMs: null };
}

function ending({ outcome, durationMs, registrationId, operator }: EndedLine): Partial<ActivityEntry> {
  return {
    outcome,
    durationMs,
    ...(registrationId === undefined ? {} : { registrationId }),
    ...(operator === undefined ? {} : { operator }),
  };
}
