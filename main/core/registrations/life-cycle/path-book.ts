// Knows where each hub takes the two actions that no source gives a path for (hub-contract section 1, rows 7 and 9).
import type { ActionPath } from '#contract/life-cycle.ts';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { RecordStore, StorageFailure } from '../../ports.ts';
import type { StoredActionPath, StoredActionPaths } from './stored-action-paths.ts';

/** An action whose path is not documented. */
export type UncertainAction = ActionPath['action'];

/**
 * The most plausible first. Enable: the opposite of the documented `disable`, then the name that its page gives the
 * API. Reactivate: the opposite of the documented `disablesync`, then the name of the action.
 */
const CANDIDATES: Readonly<Record<UncertainAction, readonly string[]>> = {
  enable: ['actions/enable', 'actions/enableregistration'],
  reactivate: ['actions/enablesync', 'actions/reactivate', 'actions/reactivatesync'],
};

export interface PathBook {
  /** Both actions of a hub, as the window shows them. */
  pathsOf(hubId: string): readonly ActionPath[];
  /** What is to be tried, in this order: only the set one, else the found one before the other candidates. */
  toTry(hubId: string, action: UncertainAction): readonly string[];
  /** Remembers a path that worked. */
  found(hubId: string, action: UncertainAction, path: string): void;
  /** Sets a path; null forgets whatever is known. */
  set(place: {
    readonly hubId: string;
    readonly action: UncertainAction;
    readonly path: string | null;
  }): Result<null, StorageFailure>;
  removeOfHub(hubId: string): Result<null, StorageFailure>;
}

export function pathBook(store: RecordStore<StoredActionPaths>): PathBook {
  const known = (hubId: string, action: UncertainAction): StoredActionPath | undefined =>
    store.read().paths.find((entry) => entry.hubId === hubId && entry.action === action);

  function replace(
    isOld: (entry: StoredActionPath) => boolean,
    fresh: readonly StoredActionPath[],
  ): Result<null, StorageFailure> {
    const record = store.read();
    const kept = record.paths.filter((entry) => !isOld(entry));
    const isSame = kept.length === record.paths.length && fresh.length === 0;
    return isSame ? ok(null) : store.write({ ...record, paths: [...kept, ...fresh] });
  }

  function put(entry: StoredActionPath): Result<null, StorageFailure> {
    return replace(({ hubId, action }) => hubId === entry.hubId && action === entry.action, [entry]);
  }

  function toTry(hubId: string, action: UncertainAction): readonly string[] {
    const entry = known(hubId, action);
    if (entry === undefined) return CANDIDATES[action];
    return entry.origin === 'set' ? [entry.path] : [...new Set([entry.path, ...CANDIDATES[action]])];
  }

  return {
    toTry,
    pathsOf: (hubId) =>
      (['enable', 'reactivate'] as const).map((action) => {
        const { path, origin } = known(hubId, action) ?? {
          path: CANDIDATES[action][0] ?? '',
          origin: 'assumed' as const,
        };
        return { action, path, origin, candidates: CANDIDATES[action] };
      }),
    found(hubId, action, path) {
      const entry = known(hubId, action);
      if (entry?.origin === 'set' || entry?.path === path) return;
      // A disk that refuses costs nothing but trying again after the next start.
      put({ hubId, action, path, origin: 'found' });
    },
    set({ hubId, action, path }) {
      if (path !== null) return put({ hubId, action, path, origin: 'set' });
      return replace((entry) => entry.hubId === hubId && entry.action === action, []);
    },
    removeOfHub: (hubId) => replace((entry) => entry.hubId === hubId, []),
  };
}
