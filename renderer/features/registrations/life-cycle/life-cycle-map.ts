// The life cycle as a map (hub-contract 2.2): its states, the ways between them, and the step that goes each way.
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import type { StatusKind } from '#contract/registration.ts';

/** The states that have a place in the life cycle; a status outside of them has none. */
export type State = Exclude<StatusKind, 'resolved' | 'unknown'>;

/** In the order in which a registration usually comes through them. */
export const states: readonly State[] = ['pending', 'synchronizing', 'active', 'hidden', 'stopped', 'failure'];

export interface Way {
  readonly from: State;
  readonly to: State;
  /** The step that leads there; null where the Hub goes by itself. */
  readonly action: LifeCycleAction | null;
}

export const ways: readonly Way[] = [
  { from: 'pending', to: 'synchronizing', action: 'enableSync' },
  { from: 'synchronizing', to: 'active', action: null },
  { from: 'synchronizing', to: 'failure', action: null },
  { from: 'failure', to: 'synchronizing', action: 'enableSync' },
  { from: 'active', to: 'hidden', action: 'disable' },
  { from: 'hidden', to: 'active', action: 'enable' },
  { from: 'active', to: 'stopped', action: 'deactivate' },
  { from: 'stopped', to: 'synchronizing', action: 'reactivate' },
];

/** The place of a status in the life cycle; null when it has none. */
export function stateOf(kind: StatusKind): State | null {
  return states.find((state) => state === kind) ?? null;
}

/** The shortest way from one state to another, as the ways it consists of; empty when there is none. */
export function waysBetween(from: State, to: State): readonly Way[] {
  let reached: readonly (readonly Way[])[] = [[]];
  const seen = new Set<State>([from]);
  while (reached.length > 0) {
    const next = reached.flatMap((path) =>
      ways.filter((way) => way.from === (path.at(-1)?.to ?? from) && !seen.has(way.to)).map((way) => [...path, way]),
    );
    const arrived = next.find((path) => path.at(-1)?.to === to);
    if (arrived !== undefined) return arrived;
    for (const path of next) seen.add(path.at(-1)?.to ?? from);
    reached = next;
  }
  return [];
}
