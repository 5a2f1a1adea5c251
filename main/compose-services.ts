// The core services, put together over the ports they are given.
import type { Bridge } from '#contract/bridge.ts';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { VaultStatus } from '#contract/vault.ts';
import { composeAccess } from './compose-access.ts';
import type { Access } from './compose-access.ts';
import { composeCalls } from './compose-calls.ts';
import type { Calls } from './compose-calls.ts';
import { composeCheckup, composeTransport } from './compose-checkup.ts';
import { composeHandOff } from './compose-hand-off.ts';
import type { HandOff } from './compose-hand-off.ts';
import { composeKeeping } from './compose-keeping.ts';
import type { Keeping } from './compose-keeping.ts';
import { composeVault } from './compose-vault.ts';
import type { Reach } from './compose-reach.ts';
import { activityService } from './core/activity/activity-service.ts';
import { hubLook } from './core/activity/look-at-hub.ts';
import { keptBackups } from './core/backup/kept-backups.ts';
import type { KeptBackups } from './core/backup/kept-backups.ts';
import { credentialService } from './core/credentials/credential-service.ts';
import type { CredentialService } from './core/credentials/credential-service.ts';
import { downloadService } from './core/downloads/download-service.ts';
import type { DownloadService } from './core/downloads/download-service.ts';
import { sealedFiles } from './core/hand-off/sealed-files.ts';
import type { SealedFiles } from './core/hand-off/sealed-files.ts';
import { insistentTest } from './core/manners/insistent-test.ts';
import type { MannerlyHttpClient } from './core/manners/mannerly-http-client.ts';
import { pairService } from './core/pairs/pair-service.ts';
import type { RenewedSecret, SealedSecret, StorageFailure } from './core/ports.ts';
import { problemService } from './core/problems/problem-service.ts';
import type { ProblemServicePorts } from './core/problems/problem-service.ts';
import { connectionTest } from './core/registrations/connection-test.ts';
import { settingsService } from './core/settings/settings-service.ts';
import { tokenService } from './core/tokens/token-service.ts';
import { vaultStatus } from './core/vault/vault-service.ts';
import type { GivenPorts, ServicePorts } from './service-ports.ts';

export interface CoreServices
  extends CredentialService, HandOff, Omit<Bridge, 'app' | 'hubs' | 'credentials' | 'practiceHub' | 'backup'> {
  /** Puts what the keystore sealed anew, but for the hubs' own secrets, in the place of the same sealed before: of a pair, an own key, the way. */
  readonly renewSealed: (before: SealedSecret, after: RenewedSecret) => void;
  /** Locks the secrets that a passphrase protects. */
  readonly lockNow: () => void;
  /** Locks them, or asks for the passphrase where they are locked. */
  readonly lockOrAsk: () => void;
  /** After how long without anybody they are to be locked, as it is set now. */
  readonly lockAfterMinutes: () => number;
}

interface Parts {
  readonly access: Access;
  readonly calls: Calls;
  readonly keeping: Keeping;
  readonly reach: Reach;
  readonly manners: MannerlyHttpClient;
  readonly downloads: DownloadService;
  readonly sealedFiles: SealedFiles;
  readonly backups: KeptBackups;
}

export function composeServices(given: GivenPorts): CoreServices {
  const { ports, reach, manners } = composeTransport(given);
  const { records, http, clock, clipboard, tell } = ports;
  const setting = settingsService({
    store: records.settings.store,
    onChanged: (changed) => tell('settingsChanged', changed),
  });
  const { settings, now } = setting;
  const access = composeAccess(ports, manners.knock);
  const calls = composeCalls(ports, access, () => now().historyDays);
  const keeping = composeKeeping(ports, access, calls);
  const downloads = downloadService({
    ...ports,
    choice: () => now().importedFile,
    onChanged: () => tell('downloadsChanged', null),
  });
  const { keeper, activity, pairs } = access;
  const { registrations, lifeCycle, wire } = calls;
  const locking = composeVault(ports, { ...access, reach: reach.book });
  const files = { sealedFiles: sealedFiles(ports.newId), backups: keptBackups(ports.newId) };
  const parts = { access, calls, keeping, reach, manners, downloads, ...files };
  const credentials = composeCredentials(ports, parts);
  return {
    ...credentials,
    ...composeHandOff(ports, { ...parts, settings: setting, draftOf: credentials.draftOf }),
    downloads: downloads.downloads,
    ...keeping,
    drafts: keeping.drafts.drafts,
    registrations,
    lifeCycle,
    wire,
    settings,
    reach: reach.operations,
    checkup: composeCheckup(ports, { access, reach, manners }),
    problems: composeProblems(ports, { settings: now, activity, reach }),
    vault: locking.vault,
    lockNow: () => locking.lockNow(),
    lockOrAsk: () => locking.lockOrAsk(),
    lockAfterMinutes: () => now().lockAfterMinutes,
    tokens: tokenService(keeper),
    pairs: pairService({ pairs, http, clock, activity, clipboard }),
    renewSealed(before, after) {
      pairs.renewSealed(before, after);
      access.keys.renewSealed(before, after);
      reach.book.renewSealed(before, after);
    },
    activity: activityService({ log: activity, lookAt: hubLook(registrations) }),
  };
}

function composeProblems(
  ports: ServicePorts,
  { reach, ...rest }: Pick<ProblemServicePorts, 'settings' | 'activity'> & Pick<Parts, 'reach'>,
): Bridge['problems'] {
  const protection = (): VaultStatus => vaultStatus(ports.safe);
  return problemService({ ...ports, ...ports.exporting, ...rest, vaultStatus: protection, reach: reach.book });
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
    sealedFiles: parts.sealedFiles,
    backups: parts.backups,
    clock,
    newId,
    connectionTest: insistentTest({
      test: connectionTest({
        http,
        hubIdAt: (baseUrl) => book.hubs().find((hub) => hub.baseUrl === baseUrl)?.id ?? '',
        clock,
        tokens: keeper,
        activity,
      }),
      manners: parts.manners,
      book,
    }),
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
  const { calls, access, keeping, reach } = parts;
  calls.exchanges.removeOfHub(hubId);
  const removed = [
    await calls.copies.remove(hubId),
    access.pairs.removeOfHub(hubId),
    keeping.drafts.removeOfHub(hubId),
    await keeping.review.removeOfHub(hubId),
    keeping.reference.removeOfHub(hubId),
    calls.paths.removeOfHub(hubId),
    reach.book.removeOfHub(hubId),
  ];
  return removed.find((result) => !result.ok) ?? ok(null);
}
