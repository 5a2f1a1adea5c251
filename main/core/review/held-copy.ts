// One hub's saved copy: in memory first, on the disk for the next start.
import type { SavedCopy } from '#contract/registration.ts';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { CopyStore, HistoryMark, Recovery, StorageFailure } from '../ports.ts';
import { DISK_TICKET, EMPTY_LEDGER, enterList } from './copy-ledger.ts';
import type { Ledger } from './copy-ledger.ts';
import { happeningsBetween } from './happening.ts';
import { heldHistory } from './held-history.ts';
import type { HeldHistoryPorts } from './held-history.ts';
import type { HistoryStep } from './history-store.ts';
import { beyond, catchUp } from './past.ts';
import type { Past } from './past.ts';

export interface HeldCopyPorts extends HeldHistoryPorts {
  readonly store: CopyStore;
  /** A hub's copy is another now. */
  readonly onRenewed: (hubId: string) => void;
  /** The stored copy could not be read, and an earlier one, or none, was taken. */
  readonly onRecovered: (hubId: string, recovery: Recovery) => void;
  /**
   * The disk refused. Nobody who asked the Hub hears of it, because what they asked for is there: the copy goes on in
   * memory, and this is where the person learns that it will not survive the run.
   */
  readonly onStorageFailed: (hubId: string, failure: StorageFailure) => void;
}

export interface HeldCopy {
  /** The copy, null when there never was a list of this hub. */
  current(): Promise<SavedCopy | null>;
  /** The copy and everything that led to it, null when there never was a list of this hub. */
  past(): Promise<Past | null>;
  /** Takes over news, tells of them, and waits for the disk: what was answered survives a killed process. */
  enter(news: (ledger: Ledger) => Ledger): Promise<SavedCopy | null>;
  /** Removes everything from the disk; from now on news are neither kept nor told. */
  remove(): Promise<Result<null, StorageFailure>>;
}

export function heldCopy(hubId: string, ports: HeldCopyPorts): HeldCopy {
  const { store, clock, onRenewed, onRecovered, onStorageFailed } = ports;
  const history = heldHistory(hubId, ports);
  let ledger: Ledger = EMPTY_LEDGER;
  let mark: HistoryMark = { step: 0, sinceMs: 0 };
  let loading: Promise<void> | null = null;
  let isRemoved = false;

  async function load(): Promise<void> {
    const found = await readWithHistory(hubId, ports);
    mark = found.mark;
    if (found.copy !== null) ledger = enterList(ledger, { ticket: DISK_TICKET, copy: found.copy });
    if (found.recovery !== null && !isRemoved) onRecovered(hubId, found.recovery);
  }

  /**
   * History first: a process that ends between the two leaves a history that tells what the copy lacks, so that nothing
   * is lost and nothing is told twice (see {@link catchUp}). A copy without its history is worth keeping all the same.
   */
  async function write(copy: SavedCopy, step: HistoryStep | null): Promise<Result<null, StorageFailure>> {
    const marked = mark;
    const told = step === null ? ok(null) : await history.add(step);
    if (isRemoved) return ok(null);
    const written = await store.write(copy, marked);
    return written.ok ? told : written;
  }

  return {
    async current() {
      await (loading ??= load());
      return ledger.copy;
    },
    async past() {
      await Promise.all([(loading ??= load()), history.load()]);
      return ledger.copy === null ? null : { copy: ledger.copy, mark, steps: history.steps() };
    },
    async enter(news) {
      // Not before the old file was read, or an unreadable one would be replaced without anybody being told.
      await (loading ??= load());
      const { copy } = ledger;
      if (!isRemoved) ledger = news(ledger);
      if (ledger.copy === null || ledger.copy === copy) return ledger.copy;
      const renewed = ledger.copy;
      const step = stepBetween({ before: copy, mark }, renewed, clock.nowMs());
      mark = markAfter({ before: copy, mark }, renewed, step);
      onRenewed(hubId);
      const written = await write(renewed, step);
      if (!written.ok) onStorageFailed(hubId, written.failure);
      return renewed;
    },
    async remove() {
      isRemoved = true;
      const historyRemoved = await history.remove();
      const copyRemoved = await store.remove(hubId);
      return historyRemoved.ok ? copyRemoved : historyRemoved;
    },
  };
}

interface FoundCopy {
  readonly copy: SavedCopy | null;
  readonly mark: HistoryMark;
  readonly recovery: Recovery | null;
}

async function readWithHistory(hubId: string, { store, history }: HeldCopyPorts): Promise<FoundCopy> {
  const { kept, recovery } = await store.read(hubId);
  if (kept !== null) {
    return { ...catchUp(kept.copy, kept.mark, await history.readSince(hubId, kept.mark.step)), recovery };
  }
  // Where a copy is missing that a history once led to, no step may seem to lead from there to the next one.
  return { copy: null, mark: { step: beyond(await history.readSince(hubId, -1)), sinceMs: 0 }, recovery };
}

interface StateBefore {
  readonly before: SavedCopy | null;
  readonly mark: HistoryMark;
}

/** The first list is where the history begins: nothing in it has happened. */
function stepBetween({ before, mark }: StateBefore, after: SavedCopy, atMs: number): HistoryStep | null {
  const happenings = before === null ? [] : happeningsBetween(before.registrations, after.registrations, atMs);
  if (happenings.length === 0) return null;
  const number = mark.step + 1;
  return { first: number, last: number, sinceMs: mark.sinceMs, atMs, takenAtMs: after.takenAtMs, happenings };
}

function markAfter({ before, mark }: StateBefore, after: SavedCopy, step: HistoryStep | null): HistoryMark {
  if (step !== null) return { step: step.last, sinceMs: step.atMs };
  return before === null ? { ...mark, sinceMs: after.takenAtMs } : mark;
}
