// The history of a hub as it is kept: numbered steps from one state of its saved copy to the next.
import type { Result } from '#contract/result.ts';
import type { StorageFailure } from '../ports.ts';
import type { Happening } from './happening.ts';

/**
 * All that one look showed to have happened. Steps are numbered, so that a missing one is noticed: what lies before it
 * can still be told, but not rebuilt. Times: milliseconds since the epoch.
 */
export interface HistoryStep {
  /** Its number; with `last` the numbers of all that were folded into it. */
  readonly first: number;
  readonly last: number;
  /** Since when the state before it was known. */
  readonly sinceMs: number;
  /** When it was seen. */
  readonly atMs: number;
  /** When the list was read that the saved copy stood on afterwards. */
  readonly takenAtMs: number;
  readonly happenings: readonly Happening[];
}

/** Keeps the histories, one a hub. Everything of one hub is done one after the other. */
export interface HistoryStore {
  /** All steps in the order they were kept; what cannot be understood is left out, and left where it is. */
  read(hubId: string): Promise<readonly HistoryStep[]>;
  /** Those beyond this number, which mostly are none: then it costs next to nothing. */
  readSince(hubId: string, step: number): Promise<readonly HistoryStep[]>;
  /** Adds steps, and waits for the disk. */
  append(hubId: string, steps: readonly HistoryStep[]): Promise<Result<null, StorageFailure>>;
  /** Puts these in the place of all that could be understood: at every time there is the old history or the new one. */
  replace(hubId: string, steps: readonly HistoryStep[]): Promise<Result<null, StorageFailure>>;
  remove(hubId: string): Promise<Result<null, StorageFailure>>;
  /** Settles when nothing is being written any more. */
  settled(): Promise<void>;
}
