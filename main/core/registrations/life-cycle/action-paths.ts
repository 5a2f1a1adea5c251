// Where the actions are sent, below their registration (hub-contract section 1, rows 5 to 10).
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import type { PathBook, UncertainAction } from './path-book.ts';

/** A delete has no path below its registration. */
export const DOCUMENTED_PATHS: Readonly<Record<Exclude<LifeCycleAction, UncertainAction>, string | null>> = {
  enableSync: 'actions/enablesync',
  disable: 'actions/disable',
  deactivate: 'actions/disablesync',
  delete: null,
};

/** Whether no source gives the action's path. */
export function isUncertain(action: LifeCycleAction): action is UncertainAction {
  return action === 'enable' || action === 'reactivate';
}

/** Where the action would be sent first. */
export function firstPath(paths: PathBook, hubId: string, action: LifeCycleAction): string | null {
  return isUncertain(action) ? (paths.toTry(hubId, action)[0] ?? null) : DOCUMENTED_PATHS[action];
}
