// The past of a hub, rebuilt backwards from what is known now.
import type { SavedCopy } from '#contract/registration.ts';
import type { HistoryMark } from '../ports.ts';
import { redo, undo } from './happening.ts';
import type { HistoryStep } from './history-store.ts';

/** What is known of a hub, now and before. */
export interface Past {
  readonly copy: SavedCopy;
  readonly mark: HistoryMark;
  /** In the order they were kept. */
  readonly steps: readonly HistoryStep[];
}

/** When the hub was another one than before, newest first; the last one is when what is known begins. */
export function momentsOf(past: Past): readonly number[] {
  const chain = unbrokenChain(past);
  const begin = chain.at(-1)?.sinceMs ?? past.mark.sinceMs;
  return [...new Set([...chain.map(({ atMs }) => atMs), begin])].sort((one, other) => other - one);
}

/** The copy as it was at a time, null when nothing was known by then. */
export function copyAt(past: Past, atMs: number): SavedCopy | null {
  const { copy, mark } = past;
  const registrations = new Map(copy.registrations.map((registration) => [registration.id, registration]));
  let sinceMs = mark.sinceMs;
  for (const step of unbrokenChain(past)) {
    if (step.atMs <= atMs) break;
    for (const happening of step.happenings.toReversed()) undo(registrations, happening);
    sinceMs = step.sinceMs;
  }
  if (sinceMs > atMs) return null;
  const takenAtMs = sinceMs === mark.sinceMs && copy.takenAtMs <= atMs ? copy.takenAtMs : sinceMs;
  return { hubId: copy.hubId, takenAtMs, registrations: [...registrations.values()] };
}

/**
 * A copy and its mark after steps that it does not hold yet: the process ended between writing them and writing the
 * copy. Steps that do not follow on are not taken, and the mark goes beyond them.
 */
export function catchUp(copy: SavedCopy, mark: HistoryMark, steps: readonly HistoryStep[]): Omit<Past, 'steps'> {
  if (steps.length === 0) return { copy, mark };
  const registrations = new Map(copy.registrations.map((registration) => [registration.id, registration]));
  let [caughtUp, takenAtMs] = [mark, copy.takenAtMs];
  for (const step of steps) {
    if (step.first !== caughtUp.step + 1) return { copy, mark: { ...mark, step: beyond(steps) } };
    for (const happening of step.happenings) redo(registrations, happening);
    caughtUp = { step: step.last, sinceMs: step.atMs };
    takenAtMs = step.takenAtMs;
  }
  return { copy: { ...copy, takenAtMs, registrations: [...registrations.values()] }, mark: caughtUp };
}

/** A number that is not the one before any step to come: between these steps and those there is a gap. */
export function beyond(steps: readonly HistoryStep[]): number {
  return steps.length === 0 ? 0 : Math.max(...steps.map(({ last }) => last)) + 1;
}

/** The steps that lead to now without one missing, newest first. */
function unbrokenChain({ mark, steps }: Past): readonly HistoryStep[] {
  const chain: HistoryStep[] = [];
  for (const step of steps.toReversed()) {
    if (step.last !== (chain.at(-1)?.first ?? mark.step + 1) - 1) break;
    chain.push(step);
  }
  return chain;
}
