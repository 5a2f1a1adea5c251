// Makes an old history small: what is older than it has to be kept in full becomes one entry a registration.
import { foldHappenings } from './fold-happenings.ts';
import type { Happening } from './happening.ts';
import type { HistoryStep } from './history-store.ts';

/** Milliseconds since the epoch, before which things are folded. */
export interface Horizons {
  readonly anythingBeforeMs: number;
  /** Of what the Hub notes at every synchronization; nobody asks for each of them, and they would fill the disk. */
  readonly beatsBeforeMs: number;
}

/** What changes by itself while an application synchronizes (hub-contract 3.3). */
const BEAT_FIELDS: ReadonlySet<string> = new Set(['lastTaskSyncedDateTime', 'updateDateTime']);

/** Whether it says no more than that the application synchronizes. */
export function isBeat({ kind, fields }: Pick<Happening, 'kind' | 'fields'>): boolean {
  return kind === 'changed' && fields.length > 0 && fields.every(({ field }) => BEAT_FIELDS.has(field));
}

/**
 * The history in fewer entries; the very same one when nothing is to be folded. Nothing is folded across a missing
 * step, and what is left can be undone as before, only in longer strides.
 */
export function foldHistory(steps: readonly HistoryStep[], horizons: Horizons): readonly HistoryStep[] {
  const folded = unbrokenRuns(steps).flatMap((run) => foldRun(run, horizons));
  return entryCount(folded) === entryCount(steps) && folded.length === steps.length ? steps : folded;
}

const entryCount = (steps: readonly HistoryStep[]): number =>
  steps.reduce((count, { happenings }) => count + happenings.length, 0);

function unbrokenRuns(steps: readonly HistoryStep[]): readonly (readonly HistoryStep[])[] {
  const runs: HistoryStep[][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    if (run?.at(-1)?.last === step.first - 1) run.push(step);
    else runs.push([step]);
  }
  return runs;
}

function foldRun(run: readonly HistoryStep[], { anythingBeforeMs, beatsBeforeMs }: Horizons): readonly HistoryStep[] {
  const newFrom = run.findIndex(({ atMs }) => atMs >= anythingBeforeMs);
  const [old, young] = newFrom === -1 ? [run, []] : [run.slice(0, newFrom), run.slice(newFrom)];
  return [...asOneStep(old), ...foldBeats(young, beatsBeforeMs)];
}

/** Steps as one, of one entry a registration, in the order of their times. */
function asOneStep(steps: readonly HistoryStep[]): readonly HistoryStep[] {
  if (steps.length < 2) return steps;
  const byId = new Map<string, Happening>();
  for (const happening of steps.flatMap(({ happenings }) => happenings)) {
    const earlier = byId.get(happening.id);
    // Taken out and put in again, so that it stands where it was last.
    byId.delete(happening.id);
    byId.set(happening.id, earlier === undefined ? happening : foldHappenings(earlier, happening));
  }
  return withHappenings(steps, [...byId.values()]);
}

/** Moves each beat into the next one of its registration, as long as nothing else happened to it in between. */
function foldBeats(steps: readonly HistoryStep[], beforeMs: number): readonly HistoryStep[] {
  const lastBeats = new Map<string, Happening>();
  const moved = new Set<Happening>();
  const told = steps.map(({ atMs, happenings }) =>
    happenings.map((happening) => {
      const beat = lastBeats.get(happening.id);
      lastBeats.delete(happening.id);
      if (atMs >= beforeMs || !isBeat(happening)) return happening;
      const joined = beat === undefined ? happening : foldHappenings(beat, happening);
      if (beat !== undefined) moved.add(beat);
      lastBeats.set(happening.id, joined);
      return joined;
    }),
  );
  const left = told.map((happenings) => happenings.filter((happening) => !moved.has(happening)));
  return withoutEmptySteps(steps, left);
}

/** A step of which nothing is left goes into the one after it: no number may be missing. */
function withoutEmptySteps(
  steps: readonly HistoryStep[],
  left: readonly (readonly Happening[])[],
): readonly HistoryStep[] {
  const kept: HistoryStep[] = [];
  let empty: HistoryStep[] = [];
  for (const [index, step] of steps.entries()) {
    const happenings = left[index] ?? [];
    empty.push(step);
    if (happenings.length === 0 && step.happenings.length > 0) continue;
    kept.push(...withHappenings(empty, happenings));
    empty = [];
  }
  return kept;
}

function withHappenings(steps: readonly HistoryStep[], happenings: readonly Happening[]): readonly HistoryStep[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ ...last, first: first.first, sinceMs: first.sinceMs, happenings }];
}
