// The way to the hubs as this computer has it set: what of it goes into a backup, and what of a backup is added to it.
import { ok, type Result } from '#contract/result.ts';
import type { StorageFailure } from '../ports.ts';
import type { ReachBook, Scope } from '../reach/reach-book.ts';
import type { Certificate } from '../reach/reach-ports.ts';
import type { StoredProxy } from '../reach/stored-reach.ts';
import type { ReferenceService } from '../reference/reference-service.ts';
import type { PathBook } from '../registrations/life-cycle/path-book.ts';
import type { BackedUpProxy, BackedUpWays } from './backed-up-ways.ts';

/** What is to be added to a scope; null and empty where nothing is. */
export interface AddedWays extends Omit<BackedUpWays, 'authorities'> {
  readonly authorities: readonly Certificate[];
}

export interface HubWays {
  /** Of one hub, or of all that have nothing of their own. */
  of(scope: Scope): BackedUpWays;
  /** Failures: `storageFailed`; then a part of it may have been added. */
  add(scope: Scope, added: AddedWays): Result<null, StorageFailure>;
}

export interface HubWaysPorts {
  readonly reach: Pick<ReachBook, 'scope' | 'change'>;
  readonly paths: Pick<PathBook, 'pathsOf' | 'set' | 'found'>;
  readonly reference: Pick<ReferenceService, 'addressOf' | 'keep'>;
}

export function hubWays({ reach, paths, reference }: HubWaysPorts): HubWays {
  function addReach(scope: Scope, { proxy, timeouts, authorities }: AddedWays): Result<null, StorageFailure> {
    const added = {
      ...(proxy === null ? {} : { proxy: withoutPassword(proxy) }),
      ...(timeouts === null ? {} : { timeouts }),
      ...(authorities.length === 0 ? {} : { certificates: [...reach.scope(scope).certificates, ...authorities] }),
    };
    return Object.keys(added).length === 0 ? ok(null) : reach.change(scope, added);
  }

  function addPaths(hubId: string, { actionPaths }: AddedWays): Result<null, StorageFailure> {
    for (const { action, path, origin } of actionPaths) {
      if (origin === 'found') {
        paths.found(hubId, action, path);
        continue;
      }
      const written = paths.set({ hubId, action, path });
      if (!written.ok) return written;
    }
    return ok(null);
  }

  return {
    of(scope) {
      const { proxy, certificates, timeouts } = reach.scope(scope);
      return {
        proxy: inClear(proxy),
        authorities: certificates.map(({ pem }) => pem),
        timeouts,
        actionPaths: scope === null ? [] : knownPaths(paths, scope),
        referenceAddress: scope === null ? null : reference.addressOf(scope),
      };
    },
    add(scope, added) {
      const reached = addReach(scope, added);
      if (!reached.ok || scope === null) return reached;
      const known = addPaths(scope, added);
      if (!known.ok || added.referenceAddress === null) return known;
      return reference.keep(scope, added.referenceAddress);
    },
  };
}

function knownPaths(paths: HubWaysPorts['paths'], hubId: string): BackedUpWays['actionPaths'] {
  return paths
    .pathsOf(hubId)
    .flatMap(({ action, path, origin }) => (origin === 'assumed' ? [] : [{ action, path, origin }]));
}

/** Field by field: the password stays where it is sealed. */
function inClear(proxy: StoredProxy | null): BackedUpProxy | null {
  if (proxy?.kind !== 'manual') return proxy;
  const { kind, address, userName } = proxy;
  return { kind, address, userName };
}

function withoutPassword(proxy: BackedUpProxy): StoredProxy {
  return proxy.kind === 'manual' ? { ...proxy, password: null } : proxy;
}
