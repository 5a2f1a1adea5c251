// The core services, put together over the ports they are given.
import type { Bridge } from '#contract/bridge.ts';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { composeAccess } from './compose-access.ts';
import type { Access } from './compose-access.ts';
import { composeCalls } from './compose-calls.ts';
import type { Calls } from './compose-calls.ts';
import { composeKeeping } from './compose-keeping.ts';
import type { Keeping } from './compose-keeping.ts';
import { activityService } from './core/activity/activity-service.ts';
import { hubLook } from './core/activity/look-at-hub.ts';
import { credentialService } from './core/credentials/credential-service.ts';
import type { CredentialService } from './core/credentials/credential-service.ts';
import { downloadService } from './core/downloads/download-service.ts';
import type { DownloadService } from './core/downloads/download-service.ts';
import { pairService } from './core/pairs/pair-service.ts';
import type { SealedSecret, StorageFailure } from './core/ports.ts';
import { watchedPorts } from './core/redaction/watched-ports.ts';
import { connectionTest } from './core/registrations/connection-test.ts';
import { settingsService } from './core/settings/settings-service.ts';
import { tokenService } from './core/tokens/token-service.ts';
import type { ServicePorts } from './service-ports.ts';

export interface CoreServices extends CredentialService, Omit<Bridge, 'app' | 'hubs' | 'credentials' | 'practiceHub'> {
  /** Puts a pair's secret that the keystore sealed anew in the place of the same one sealed before. */
  readonly renewSealedPair: (before: SealedSecret, after: SealedSecret) => void;
}

interface Parts {
  readonly access: Access;
  readonly calls: Calls;
  readonly keeping: Keeping;
  readonly downloads: DownloadService;
}

export function composeServices(given: ServicePorts): CoreServices {
  const ports = watchedPorts(given);
  const { records, http, clock, clipboard, tell } = ports;
  const { settings, now } = settingsService({
    store: records.settings.store,
    onChanged: (changed) => tell('settingsChanged', changed),
  });
  const access = composeAccess(ports);
  const calls = composeCalls(ports, access, () => now().historyDays);
  const keeping = composeKeeping(ports, access, calls);
  const downloads = downloadService({
    ...ports,
    choice: () => now().importedFile,
    onChanged: () => tell('downloadsChanged', null),
  });
  const { keeper, activity, pairs } = access;
  const { registrations, lifeCycle, wire } = calls;
  return {
    ...composeCredentials(ports, { access, calls, keeping, downloads }),
    downloads: downloads.downloads,
    ...keeping,
    drafts: keeping.drafts.drafts,
    registrations,
    lifeCycle,
    wire,
    settings,
    tokens: tokenService(keeper),
    pairs: pairService({ pairs, http, clock, activity, clipboard }),
    renewSealedPair: (before, after) => pairs.renewSealed(before, after),
    activity: activityService({ log: activity, lookAt: hubLook(registrations) }),
  };
}

function composeCredentials(ports: ServicePorts, parts: Parts): CredentialService {
  const { book, secretBox, fileReader, http, clock, newId, tell } = ports;
  const { vault, keeper, activity } = parts.access;
  const forgetToken = (credentialId: string): void => void keeper.forget(credentialId);
  return credentialService({
    book,
    vault,
    secretBox,
    fileReader,
    clock,
    newId,
    connectionTest: connectionTest({ http, clock, tokens: keeper, activity }),
    practiceHubOrigin: () => ports.practiceHub.origin(),
    removeKept: (hubId) => removeKept(parts, hubId),
    onHubsChanged: () => tell('hubsChanged', null),
    onCredentialReplaced: forgetToken,
    onImported: (file) => parts.downloads.imported(file),
    onCredentialRemoved: forgetToken,
  });
}

/** Everything is tried; what the disk refuses first is told. The activity log stays: it is what was done. */
async function removeKept(parts: Parts, hubId: string): Promise<Result<null, StorageFailure>> {
  const { calls, access, keeping } = parts;
  calls.exchanges.removeOfHub(hubId);
  const removed = [
    await calls.copies.remove(hubId),
    access.pairs.removeOfHub(hubId),
    keeping.drafts.removeOfHub(hubId),
    await keeping.review.removeOfHub(hubId),
    keeping.reference.removeOfHub(hubId),
    calls.paths.removeOfHub(hubId),
  ];
  return removed.find((result) => !result.ok) ?? ok(null);
}
