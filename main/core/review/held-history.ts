// One hub's history: new steps go to the disk at once, old ones are read when somebody asks for them.
import type { Result } from '#contract/result.ts';
import { ok } from '#contract/result.ts';
import type { Clock, StorageFailure } from '../ports.ts';
import { foldHistory } from './fold-history.ts';
import type { Horizons } from './fold-history.ts';
import type { HistoryStep, HistoryStore } from './history-store.ts';

export interface HeldHistoryPorts {
  readonly history: HistoryStore;
  readonly clock: Clock;
  /** For how many days it is kept in full. */
  readonly historyDays: () => number;
}

export interface HeldHistory {
  /** Takes a step over at once and waits for the disk. What the disk refused goes along with the next step. */
  add(step: HistoryStep): Promise<Result<null, StorageFailure>>;
  /** Reads what is on the disk, once; afterwards `steps` has all there are. */
  load(): Promise<void>;
  /** In the order they were kept; none before `load`. */
  steps(): readonly HistoryStep[];
  /** Removes it from the disk; from now on nothing is written. */
  remove(): Promise<Result<null, StorageFailure>>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** After so many entries of one run what is old is folded again. */
const FOLDED_EVERY = 20_000;

export function heldHistory(hubId: string, { history, clock, historyDays }: HeldHistoryPorts): HeldHistory {
  let held: readonly HistoryStep[] | null = null;
  let loading: Promise<void> | null = null;
  let addedSinceFolding = 0;
  let isRemoved = false;
  const unwritten: HistoryStep[] = [];
  const inTurn = queue();

  async function write(): Promise<Result<null, StorageFailure>> {
    const batch = [...unwritten];
    if (isRemoved || batch.length === 0) return ok(null);
    const appended = await history.append(hubId, batch);
    if (appended.ok) unwritten.splice(0, batch.length);
    return appended;
  }

  async function fold(): Promise<void> {
    const before = held ?? [];
    const folded = foldHistory(before, horizonsAt(clock.nowMs(), historyDays()));
    if (isRemoved || folded === before) return;
    const writtenWithIt = unwritten.length;
    const replaced = await history.replace(hubId, folded);
    if (!replaced.ok) return;
    unwritten.splice(0, writtenWithIt);
    held = [...folded, ...(held ?? []).slice(before.length)];
  }

  async function read(): Promise<void> {
    const stored = await history.read(hubId);
    held = [...stored, ...unwritten];
    void inTurn(fold);
  }

  return {
    add(step) {
      unwritten.push(step);
      const written = inTurn(write);
      if (held === null) return written;
      held = [...held, step];
      addedSinceFolding += step.happenings.length;
      if (addedSinceFolding >= FOLDED_EVERY) {
        addedSinceFolding = 0;
        void inTurn(fold);
      }
      return written;
    },
    load: () => (loading ??= inTurn(read)),
    steps: () => held ?? [],
    remove() {
      isRemoved = true;
      return history.remove(hubId);
    },
  };
}

function horizonsAt(nowMs: number, historyDays: number): Horizons {
  return { anythingBeforeMs: nowMs - historyDays * DAY_MS, beatsBeforeMs: nowMs - HOUR_MS };
}

/** Runs the work when everything that was asked before is done. */
function queue(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}
