// One computer that hands credentials on and takes them over: the real services over real stores in a folder.
import '../../../../doubles/no-electron-download.ts';
import fs from 'node:fs';
import path from 'node:path';
import { defaultSettings, type Settings } from '#contract/settings.ts';
import { ok, type Result } from '#contract/result.ts';
import { certificateFiles } from '../../../../../main/adapters/certificate-files.ts';
import { openElectronRecordStore } from '../../../../../main/adapters/electron-record-store.ts';
import type { Parse } from '../../../../../main/adapters/kept-file.ts';
import { localFileReader } from '../../../../../main/adapters/local-file-reader.ts';
import { localFileWriter } from '../../../../../main/adapters/local-file-writer.ts';
import { randomId } from '../../../../../main/adapters/random-id.ts';
import { systemClock } from '../../../../../main/adapters/system-clock.ts';
import { backupService } from '../../../../../main/core/backup/backup-service.ts';
import { hubWays } from '../../../../../main/core/backup/hub-ways.ts';
import { keptBackups } from '../../../../../main/core/backup/kept-backups.ts';
import { credentialService } from '../../../../../main/core/credentials/credential-service.ts';
import { CredentialVault } from '../../../../../main/core/credentials/credential-vault.ts';
import { handOffService } from '../../../../../main/core/hand-off/hand-off-service.ts';
import { OwnKeys } from '../../../../../main/core/hand-off/own-keys.ts';
import { sealedFiles } from '../../../../../main/core/hand-off/sealed-files.ts';
import { emptyStoredKeys, parseStoredKeys } from '../../../../../main/core/hand-off/stored-keys.ts';
import { hubBook } from '../../../../../main/core/hubs/hub-book.ts';
import { emptyStoredHubs, parseStoredHubs } from '../../../../../main/core/hubs/stored-hubs.ts';
import { PairBook } from '../../../../../main/core/pairs/pair-book.ts';
import { emptyStoredPairs, parseStoredPairs } from '../../../../../main/core/pairs/stored-pairs.ts';
import type { AgeFiles } from '../../../../../main/core/ports.ts';
import { ReachBook } from '../../../../../main/core/reach/reach-book.ts';
import { emptyStoredReach, parseStoredReach } from '../../../../../main/core/reach/stored-reach.ts';
import { pathBook } from '../../../../../main/core/registrations/life-cycle/path-book.ts';
import { emptyStoredActionPaths } from '../../../../../main/core/registrations/life-cycle/stored-action-paths.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { recordingActivity } from '../../../../doubles/recording-activity.ts';
import { scriptedSecretBox } from '../../../../doubles/scripted-secret-box.ts';

const log = { info: () => undefined, warn: () => undefined };
const nothing = (): void => undefined;

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export function computerOnDisk(folder: string, age: AgeFiles) {
  const open = <Value extends object>(name: string, parse: Parse<Value>, empty: Value) =>
    openElectronRecordStore({ folder, name, parse, empty, clock: systemClock, log }).store;
  const stores = {
    hubs: open('hubs', parseStoredHubs, emptyStoredHubs),
    pairs: open('pairs', parseStoredPairs, emptyStoredPairs),
    keys: open('keys', parseStoredKeys, emptyStoredKeys),
    reach: open('reach', parseStoredReach, emptyStoredReach),
  };
  const secretBox = scriptedSecretBox();
  const book = hubBook(stores.hubs);
  const common = { secretBox, clock: systemClock, newId: randomId, onChanged: nothing };
  const vault = new CredentialVault({ book, secretBox, onStateChanged: nothing });
  const pairs = new PairBook({ ...common, store: stores.pairs, book });
  const keys = new OwnKeys({ ...common, store: stores.keys, age });
  const reach = new ReachBook({ store: stores.reach, secretBox });
  const files = { sealedFiles: sealedFiles(randomId), backups: keptBackups(randomId) };
  let settings: Settings = defaultSettings;
  const unasked = () => Promise.reject(new Error('Nobody asks a Hub here'));
  const credentials = credentialService({
    ...{ book, vault, secretBox, clock: systemClock, newId: randomId, fileReader: localFileReader, ...files },
    connectionTest: { testDraft: unasked, testSaved: unasked },
    practiceHubOrigin: () => null,
    removeKept: () => Promise.resolve(ok(null)),
    onHubsChanged: nothing,
    onCredentialReplaced: nothing,
    onCredentialRemoved: nothing,
    onImported: () => Promise.resolve(),
  });
  const writing = {
    files: localFileWriter,
    askWhereToSave: (fileName: string) => Promise.resolve({ path: path.join(folder, fileName), fileName }),
    clock: systemClock,
  };
  const backup = backupService({
    ...{ ...writing, book, newId: randomId, fileReader: localFileReader, certificateFiles, onHubsChanged: nothing },
    settings: { now: () => settings, change: (changed) => ok((settings = changed)) },
    ways: hubWays({
      reach,
      paths: pathBook(memoryRecordStore(emptyStoredActionPaths)),
      reference: { addressOf: () => null, keep: () => ok(null) },
    }),
    sealedFiles: files.sealedFiles,
    kept: files.backups,
  });
  const activity = recordingActivity();
  const handOff = handOffService({
    writing: { ...writing, book, vault, pairs, age, activity, backup: backup.document },
    opening: {
      ...{ files: files.sealedFiles, age, keys, book, pairs, newId: randomId, onHubsChanged: nothing },
      draftOf: credentials.draftOf,
      planBackup: backup.plan,
      ...{ http: { send: unasked }, clock: systemClock, activity },
      onSecret: nothing,
    },
  });
  const texts = (): string =>
    ['hubs', 'pairs', 'reach']
      .map((name) => path.join(folder, `${name}.json`))
      .map((file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''))
      .join('\n');
  return {
    ...{ book, vault, pairs, keys, handOff, backup: backup.backup, credentials: credentials.credentials, folder },
    /** Everything that an import can change, as it lies on the disk. */
    texts,
    /** As on the first day. */
    clear(): void {
      valueOf(stores.hubs.write(emptyStoredHubs));
      valueOf(stores.pairs.write(emptyStoredPairs));
      valueOf(stores.reach.write(emptyStoredReach));
      settings = defaultSettings;
    },
  };
}

export type ComputerOnDisk = ReturnType<typeof computerOnDisk>;
