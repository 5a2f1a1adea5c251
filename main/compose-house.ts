// Everything but the window: what the app keeps, what it can do, and the world it does it in.
import path from 'node:path';
import electron, { app, safeStorage, shell, utilityProcess } from 'electron';
import { ageFiles } from './adapters/age-files.ts';
import { certificateFiles } from './adapters/certificate-files.ts';
import { electronPdfPrinter } from './adapters/electron-pdf-printer.ts';
import { electronSecretBox } from './adapters/electron-secret-box.ts';
import type { OnResealed } from './adapters/electron-secret-box.ts';
import { electronSecretClipboard } from './adapters/electron-secret-clipboard.ts';
import { electronSystemProxies } from './adapters/electron-system-proxy.ts';
import { electronTrash } from './adapters/electron-trash.ts';
import { fileCopyStore } from './adapters/file-copy-store.ts';
import { fileHistoryStore } from './adapters/file-history-store.ts';
import { fileJournal } from './adapters/file-journal.ts';
import { lateHttpClient } from './adapters/late-http-client.ts';
import { localFileReader } from './adapters/local-file-reader.ts';
import { localFileWriter } from './adapters/local-file-writer.ts';
import { nodeNetworkProbe } from './adapters/node-network-probe.ts';
import { papaparseCsv } from './adapters/papaparse-csv.ts';
import { chance, pause } from './adapters/pause.ts';
import { practiceHubRunner } from './adapters/practice-hub-process.ts';
import type { PracticeHubRunner } from './adapters/practice-hub-process.ts';
import { randomId } from './adapters/random-id.ts';
import { systemClock } from './adapters/system-clock.ts';
import { ownReferenceText, parseYaml } from './adapters/yaml-reference.ts';
import { openRecords } from './compose-records.ts';
import type { Records } from './compose-records.ts';
import { composeServices } from './compose-services.ts';
import type { CoreServices } from './compose-services.ts';
import { composeSafe, renewing } from './compose-vault.ts';
import type { AskWhereToSave } from './core/exports/export-ports.ts';
import { hubBook } from './core/hubs/hub-book.ts';
import type { HubBook } from './core/hubs/hub-book.ts';
import type { Log, SecretBox } from './core/ports.ts';
import type { ChooseFiles, ReachingClient, SeeCertificates } from './core/reach/reach-ports.ts';
import type { LiveSecrets } from './core/redaction/live-secrets.ts';
import type { Tell } from './ipc/events.ts';
import { noticeBoard } from './ipc/notice-board.ts';
import type { NoticeBoard } from './ipc/notice-board.ts';
import { renewSealedSecret } from './renew-sealed-secret.ts';
import type { GivenPorts, ServicePorts } from './service-ports.ts';

/** What is still being written when the window is closed. */
interface Settling {
  settled(): Promise<unknown>;
}

export interface House {
  readonly records: Records;
  readonly book: HubBook;
  readonly notices: NoticeBoard;
  readonly practiceHub: PracticeHubRunner;
  readonly services: CoreServices;
  readonly canSave: () => boolean;
  /** Takes a secret off the clipboard. */
  readonly clearClipboard: () => Promise<void>;
  /** The same once more, for one that was copied last; settles when all is on the disk. */
  readonly settled: () => Promise<void>;
}

export interface Ground {
  /** The data folder. */
  readonly folder: string;
  readonly log: Log;
  readonly liveSecrets: LiveSecrets;
  readonly reporting: ServicePorts['reporting'];
  readonly tell: Tell;
  readonly askWhereToSave: AskWhereToSave;
  readonly chooseCertificateFiles: ChooseFiles;
  /** Keeps the window out of screenshots and shared screens. */
  readonly setShield: (isOn: boolean) => void;
}

/** The HTTP library and the certificates it trusts; a good part of all code, and not needed to show what was saved. */
async function loadHttpClient(): Promise<ReachingClient> {
  const [{ gotHttpClient }, { trustedCertificates }] = await Promise.all([
    import('./adapters/got-http-client.ts'),
    import('./adapters/trusted-certificates.ts'),
  ]);
  return gotHttpClient({ userAgent: `FabricRegistrar/${app.getVersion()}`, trustedCertificates });
}

/** Needed by whoever looks at a hub's certificates. */
async function loadCertificateSeer(): Promise<SeeCertificates> {
  const [{ certificateSeer }, { trustedCertificates }] = await Promise.all([
    import('./adapters/see-certificates.ts'),
    import('./adapters/trusted-certificates.ts'),
  ]);
  return certificateSeer(trustedCertificates);
}

export function buildHouse(ground: Ground): House {
  const { folder, log, tell } = ground;
  const records = openRecords({ folder, clock: systemClock, log });
  const notices = noticesOf(records, tell);
  const practiceHub = practiceHubRunner({
    fork: () => utilityProcess.fork(path.join(import.meta.dirname, 'practice-hub-process.js'), [], { stdio: 'ignore' }),
    folder: path.join(folder, 'practice-hub'),
    store: records.practiceHub.store,
    log,
    onChanged: (status) => tell('practiceHubChanged', status),
    onMoved: (origin) => notices.addPracticeHubMoved(origin),
  });
  const { hubs, pairs, keys, reach, vault } = records;
  const book = hubBook(hubs.store);
  const clipboard = electronSecretClipboard({ electron, platform: process.platform, log });
  const { writers, keystore, ...world } = worldOf(ground, (before, after) => renew(before, after));
  const safe = composeSafe({ ...world, records, keystore, tell });
  const renew = renewing(safe, [
    (before, after) => void book.change((now) => renewSealedSecret(now, before, after)),
    (before, after) => services.renewSealed(before, after),
  ]);
  let isAllSaved = true;
  const services: CoreServices = composeServices({
    ...world,
    secretBox: safe.box,
    safe,
    setShield: ground.setShield,
    book,
    records,
    clipboard,
    practiceHub,
    notices,
    tell,
    onNotSaved: () => (isAllSaved = false),
  });
  return {
    records,
    book,
    notices,
    practiceHub,
    services,
    canSave: () => isAllSaved && [hubs, pairs, keys, reach, vault].every(({ isKept }) => isKept),
    clearClipboard: () => clipboard.clearNow(),
    settled: async () => {
      await clipboard.clearNow();
      for (const writer of writers) await writer.settled();
    },
  };
}

type World = Omit<
  GivenPorts,
  | 'book'
  | 'records'
  | 'clipboard'
  | 'practiceHub'
  | 'notices'
  | 'tell'
  | 'onNotSaved'
  | 'secretBox'
  | 'safe'
  | 'setShield'
> & { readonly writers: readonly Settling[]; readonly keystore: SecretBox };

/** The files, the keystore, the network and the system's dialogs. */
function worldOf(ground: Ground, onResealed: OnResealed): World {
  const { folder, log, liveSecrets, reporting, askWhereToSave } = ground;
  const copiesFolder = path.join(folder, 'copies');
  const copyStore = fileCopyStore({ folder: copiesFolder, clock: systemClock, log });
  const history = fileHistoryStore({ folder: copiesFolder, log });
  const journal = fileJournal({ folder, name: 'activity', log });
  return {
    copyStore,
    history,
    journal,
    // The history first: a copy is only written after what led to it.
    writers: [history, copyStore, journal],
    keystore: electronSecretBox({
      keystore: safeStorage,
      platform: process.platform,
      log,
      onResealed,
    }),
    network: {
      client: lateHttpClient(loadHttpClient),
      systemProxies: electronSystemProxies,
      seeCertificates: async (url, reach) => (await loadCertificateSeer())(url, reach),
      certificateFiles,
      chooseFiles: ground.chooseCertificateFiles,
      probe: nodeNetworkProbe(),
    },
    patience: { pause, chance },
    fileReader: localFileReader,
    age: ageFiles({ workerFile: path.join(import.meta.dirname, 'age-worker.js') }),
    bin: electronTrash({ shell, log }),
    exporting: { askWhereToSave, files: localFileWriter, writeCsv: papaparseCsv, printPdf: electronPdfPrinter(log) },
    describing: { ownText: ownReferenceText, parseYaml },
    clock: systemClock,
    newId: randomId,
    log,
    liveSecrets,
    reporting,
  };
}

/** The notices, and what had to be given up when the records were opened among them. */
function noticesOf(records: Records, tell: Tell): NoticeBoard {
  const onChanged = (): void => tell('noticesChanged', null);
  const notices = noticeBoard({ store: records.notices.store, newId: randomId, onChanged });
  tellRecoveries(records, notices);
  return notices;
}

/** Tells what had to be given up when the records were opened. */
function tellRecoveries(records: Records, notices: NoticeBoard): void {
  const kinds = [
    ['storeRestored', records.hubs],
    ['pairsRestored', records.pairs],
    ['keysRestored', records.keys],
    ['vaultRestored', records.vault],
    ['draftsRestored', records.drafts],
    ['settingsRestored', records.settings],
    ['settingsRestored', records.actionPaths],
    ['settingsRestored', records.references],
    ['settingsRestored', records.reach],
  ] as const;
  for (const [kind, { recovery }] of kinds) if (recovery !== null) notices.addRecovery(kind, recovery);
}
