// What of a backup's ways to the hubs is missing on this computer: what is set here stays as it is.
import type { PlannedTrust, PlannedWay } from '#contract/hand-off.ts';
import { normalBaseUrl } from '../hubs/hub-addresses.ts';
import type { Hubs } from '../hubs/find-in-hubs.ts';
import type { CertificateFiles } from '../reach/reach-ports.ts';
import type { BackupDocument } from './backup-document.ts';
import { noWays, type BackedUpProxy, type BackedUpWays } from './backed-up-ways.ts';
import type { AddedWays, HubWays } from './hub-ways.ts';

export interface WaysPorts {
  readonly ways: HubWays;
  readonly certificateFiles: Pick<CertificateFiles, 'certificatesIn'>;
}

/** What is missing in one scope. `hubId` is null for all hubs; the hubs are those after the merge. */
export interface MissingWays {
  readonly hubId: string | null;
  /** null for all hubs. */
  readonly hubName: string | null;
  readonly added: AddedWays;
}

/** Scope by scope, all hubs first; scopes in which nothing is missing are left out. */
export function missingWays(document: BackupDocument, merged: Hubs, ports: WaysPorts): readonly MissingWays[] {
  const ofAll = { hubId: null, hubName: null, added: missingIn(document.reach, ports.ways.of(null), ports) };
  // An edited file can name a hub twice: the first one counts.
  const hubs = new Map(document.hubs.toReversed().map((each) => [normalBaseUrl(each.baseUrl), each]));
  const ofHubs = [...hubs].toReversed().flatMap(([address, backedUp]): MissingWays[] => {
    const hub = merged.find(({ baseUrl }) => baseUrl === address);
    if (hub === undefined) return [];
    // A hub that is planned only has no id yet.
    const here = hub.id === '' ? noWays : ports.ways.of(hub.id);
    return [{ hubId: hub.id, hubName: hub.name, added: missingIn(backedUp, here, ports) }];
  });
  return [withoutDefault(ofAll), ...ofHubs].filter(({ added }) => !isNothing(added));
}

/** The part that is taken over only when the person wants it: whom the app asks, and whom it believes. */
export function withoutTrust(added: AddedWays): AddedWays {
  return { ...added, proxy: null, authorities: [] };
}

export function plannedWays(missing: readonly MissingWays[]): readonly PlannedWay[] {
  return missing
    .filter(({ added }) => !isNothing(withoutTrust(added)))
    .map(({ hubName, added: { timeouts, actionPaths, referenceAddress } }) => ({
      hubName,
      timeouts,
      actionPaths: actionPaths.map(({ action, path }) => ({ action, path })),
      referenceAddress,
    }));
}

export function plannedTrust(missing: readonly MissingWays[]): readonly PlannedTrust[] {
  return missing
    .filter(({ added: { proxy, authorities } }) => proxy !== null || authorities.length > 0)
    .map(({ hubName, added: { proxy, authorities } }) => ({
      hubName,
      proxy,
      authorities: authorities.map(({ facts }) => facts),
    }));
}

/** How many single settings they are. */
export function countOf({ proxy, authorities, timeouts, actionPaths, referenceAddress }: AddedWays): number {
  const single = [proxy, timeouts, referenceAddress].filter((each) => each !== null);
  return single.length + authorities.length + actionPaths.length;
}

function isNothing(added: AddedWays): boolean {
  return countOf(added) === 0;
}

function missingIn(inBackup: BackedUpWays, here: BackedUpWays, { certificateFiles }: WaysPorts): AddedWays {
  const known = (pems: readonly string[]) =>
    pems.flatMap((pem) => certificateFiles.certificatesIn({ fileName: '', bytes: new TextEncoder().encode(pem) }));
  const believed = new Set(known(here.authorities).map(({ facts }) => facts.fingerprint256));
  const missing = known(inBackup.authorities).filter(({ facts }) => !believed.has(facts.fingerprint256));
  const set = new Set(here.actionPaths.map(({ action }) => action));
  return {
    proxy: here.proxy === null ? inBackup.proxy : null,
    authorities: [...new Map(missing.map((each) => [each.facts.fingerprint256, each])).values()],
    timeouts: here.timeouts === null ? inBackup.timeouts : null,
    actionPaths: inBackup.actionPaths.filter(({ action }) => !set.has(action)),
    referenceAddress: here.referenceAddress === null ? inBackup.referenceAddress : null,
  };
}

/** For all hubs the system's proxy is what holds anyway. */
function withoutDefault({ added, ...scope }: MissingWays): MissingWays {
  const proxy: BackedUpProxy | null = added.proxy?.kind === 'system' ? null : added.proxy;
  return { ...scope, added: { ...added, proxy } };
}
