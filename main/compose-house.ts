// Everything but the window: what the app keeps, what it can do, and the world it does it in.
import path from 'node:path';
import electron, { app, safeStorage, utilityProcess } from 'electron';
import { electronPdfPrinter } from './adapters/electron-pdf-printer.ts';
import { electronSecretBox } from './adapters/electron-secret-box.ts';
import { electronSecretClipboard } from './adapters/electron-secret-clipboard.ts';
import { fileCopyStore } from './adapters/file-copy-store.ts';
import { fileHistoryStore } from './adapters/file-history-store.ts';
import { fileJournal } from './adapters/file-journal.ts';
import { lateHttpClient } from './adapters/late-http-client.ts';
import { localFileReader } from './adapters/local-file-reader.ts';
import { localFileWriter } from './adapters/local-file-writer.ts';
import { papaparseCsv } from './adapters/papaparse-csv.ts';
import { practiceHubRunner } from './adapters/practice-hub-process.ts';
import type { PracticeHubRunner } from './adapters/practice-hub-process.ts';
import { randomId } from './adapters/random-id.ts';
import { systemClock } from './adapters/system-clock.ts';
import { ownReferenceText, parseYaml } from './adapters/yaml-reference.ts';
import { openRecords } from './compose-records.ts';
import type { Records } from './compose-records.ts';
import { composeServices } from './compose-services.ts';
import type { CoreServices } from './compose-services.ts';
import type { AskWhereToSave } from './core/exports/export-ports.ts';
import { hubBook } from './core/hubs/hub-book.ts';
import type { HubBook } from './core/hubs/hub-book.ts';
import type { HttpClient, Log, SealedSecret } from './core/ports.ts';
import type { Tell } from './ipc/events.ts';
import { noticeBoard } from './ipc/notice-board.ts';
import type { NoticeBoard } from './ipc/notice-board.ts';
import { renewSealedSecret } from './renew-sealed-secret.ts';
import type { ServicePorts } from './service-ports.ts';

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
  /** Takes a secret off the clipboard, and settles when all is on the disk. */
  readonly settled: () => Promise<void>;
}

export interface Ground {
  /** The data folder. */
  readonly folder: string;
  readonly log: Log;
  readonly tell: Tell;
  readonly askWhereToSave: AskWhereToSave;
}

/** The HTTP library and the certificates it trusts; a good part of all code, and not needed to show what was saved. */
async function loadHttpClient(): Promise<HttpClient> {
  const [{ gotHttpClient }, { trustedCertificates }] = await Promise.all([
    import('./adapters/got-http-client.ts'),
    import('./adapters/trusted-certificates.ts'),
  ]);
  return gotHttpClient({ userAgent: `FabricRegistrar/${app.getVersion()}`, trustedCertificates });
}

export function buildHouse(ground: Ground): House {
  const { folder, log, tell } = ground;
  const records = openRecords({ folder, clock: systemClock, log });
  const notices = noticeBoard({
    store: records.notices.store,
    newId: randomId,
    onChanged: () => tell('noticesChanged', null),
  });
  tellRecoveries(records, notices);
  const practiceHub = practiceHubRunner({
    fork: () => utilityProcess.fork(path.join(import.meta.dirname, 'practice-hub-process.js'), [], { stdio: 'ignore' }),
    folder: path.join(folder, 'practice-hub'),
    store: records.practiceHub.store,
    log,
    onChanged: (status) => tell('practiceHubChanged', status),
    onMoved: (origin) => notices.addPracticeHubMoved(origin),
  });
  const book = hubBook(records.hubs.store);
  const clipboard = electronSecretClipboard({ electron, platform: process.platform, log });
  const { writers, ...world } = worldOf(ground, (before, after) => {
    book.change((hubs) => renewSealedSecret(hubs, before, after));
    services.renewSealedPair(before, after);
  });
  let isAllSaved = true;
  const services: CoreServices = composeServices({
    ...world,
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
    canSave: () => records.hubs.isKept && isAllSaved,
    settled: async () => {
      await clipboard.clearNow();
      for (const writer of writers) await writer.settled();
    },
  };
}

type OnResealed = (before: SealedSecret, after: SealedSecret) => void;

type World = Omit<
  ServicePorts,
  'book' | 'records' | 'clipboard' | 'practiceHub' | 'notices' | 'tell' | 'onNotSaved'
> & { readonly writers: readonly Settling[] };

/** The files, the keystore, the network and the system's dialogs. */
function worldOf({ folder, log, askWhereToSave }: Ground, onResealed: OnResealed): World {
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
    secretBox: electronSecretBox({
      keystore: safeStorage,
      platform: process.platform,
      log,
      onResealed,
    }),
    http: lateHttpClient(loadHttpClient),
    fileReader: localFileReader,
    exporting: { askWhereToSave, files: localFileWriter, writeCsv: papaparseCsv, printPdf: electronPdfPrinter(log) },
    describing: { ownText: ownReferenceText, parseYaml },
    clock: systemClock,
    newId: randomId,
    log,
  };
}

/** Tells what had to be given up when the records were opened. */
function tellRecoveries(records: Records, notices: NoticeBoard): void {
  const kinds = [
    ['storeRestored', records.hubs],
    ['pairsRestored', records.pairs],
    ['draftsRestored', records.drafts],
    ['settingsRestored', records.settings],
    ['settingsRestored', records.actionPaths],
    ['settingsRestored', records.references],
  ] as const;
  for (const [kind, { recovery }] of kinds) if (recovery !== null) notices.addRecovery(kind, recovery);
}
