// Handing credentials on, taking them over, and backups: put together over the ports they are given.
import type { Bridge } from '#contract/bridge.ts';
import type { Access } from './compose-access.ts';
import type { Calls } from './compose-calls.ts';
import type { Keeping } from './compose-keeping.ts';
import type { Reach } from './compose-reach.ts';
import { backupService } from './core/backup/backup-service.ts';
import type { BackupService } from './core/backup/backup-service.ts';
import { hubWays } from './core/backup/hub-ways.ts';
import type { KeptBackups } from './core/backup/kept-backups.ts';
import type { CredentialService } from './core/credentials/credential-service.ts';
import { handOffService, keyOperations } from './core/hand-off/hand-off-service.ts';
import type { SealedFiles } from './core/hand-off/sealed-files.ts';
import type { SettingsService } from './core/settings/settings-service.ts';
import type { ServicePorts } from './service-ports.ts';

export interface HandOff extends Pick<Bridge, 'handOff' | 'keys'>, Pick<BackupService, 'backup'> {
  readonly readBackupFile: BackupService['readFile'];
}

interface Parts {
  readonly access: Access;
  readonly settings: SettingsService;
  readonly sealedFiles: SealedFiles;
  readonly backups: KeptBackups;
  readonly draftOf: CredentialService['draftOf'];
  readonly reach: Pick<Reach, 'book'>;
  readonly calls: Pick<Calls, 'paths'>;
  readonly keeping: Pick<Keeping, 'reference'>;
}

export function composeHandOff(ports: ServicePorts, parts: Parts): HandOff {
  const { book, http, age, clock, newId, tell, liveSecrets } = ports;
  const { askWhereToSave, files } = ports.exporting;
  const { vault, pairs, activity, keys } = parts.access;
  const { sealedFiles, settings } = parts;
  const onHubsChanged = (): void => tell('hubsChanged', null);
  const { backup, readFile, document, plan } = backupService({
    book,
    settings: { now: settings.now, change: (changed) => settings.keep(changed) },
    sealedFiles,
    kept: parts.backups,
    ways: hubWays({ reach: parts.reach.book, paths: parts.calls.paths, reference: parts.keeping.reference }),
    certificateFiles: ports.network.certificateFiles,
    fileReader: ports.fileReader,
    files,
    askWhereToSave,
    clock,
    newId,
    onHubsChanged,
  });
  const writing = { book, vault, pairs, activity, files, age, askWhereToSave, clock, backup: document };
  const opening = {
    files: sealedFiles,
    age,
    keys,
    book,
    pairs,
    http,
    clock,
    activity,
    newId,
    onHubsChanged,
    planBackup: plan,
    draftOf: parts.draftOf,
    onSecret: (secret: string) => liveSecrets.add(secret),
  };
  return { handOff: handOffService({ writing, opening }), keys: keyOperations(keys), backup, readBackupFile: readFile };
}
