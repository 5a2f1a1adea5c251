// Everything but the window: what the app keeps, what it can do, and the world it does it in.
import path from 'node:path';
import { app, safeStorage, utilityProcess } from 'electron';
import { electronSecretBox } from './adapters/electron-secret-box.ts';
import { fileCopyStore } from './adapters/file-copy-store.ts';
import { lateHttpClient } from './adapters/late-http-client.ts';
import { localFileReader } from './adapters/local-file-reader.ts';
import { practiceHubRunner } from './adapters/practice-hub-process.ts';
import type { PracticeHubRunner } from './adapters/practice-hub-process.ts';
import { randomId } from './adapters/random-id.ts';
import { systemClock } from './adapters/system-clock.ts';
import { openRecords } from './compose-records.ts';
import type { Records } from './compose-records.ts';
import { composeServices } from './compose-services.ts';
import type { CoreServices } from './compose-services.ts';
import { hubBook } from './core/hubs/hub-book.ts';
import type { HubBook } from './core/hubs/hub-book.ts';
import type { CopyStore, HttpClient, Log } from './core/ports.ts';
import type { Tell } from './ipc/events.ts';
import { noticeBoard } from './ipc/notice-board.ts';
import type { NoticeBoard } from './ipc/notice-board.ts';
import { renewSealedSecret } from './renew-sealed-secret.ts';

export interface House {
  readonly records: Records;
  readonly book: HubBook;
  readonly notices: NoticeBoard;
  readonly copyStore: CopyStore;
  readonly practiceHub: PracticeHubRunner;
  readonly services: CoreServices;
  readonly canSave: () => boolean;
}

export interface Ground {
  /** The data folder. */
  readonly folder: string;
  readonly log: Log;
  readonly tell: Tell;
}

/** The HTTP library and the certificates it trusts; a good part of all code, and not needed to show what was saved. */
async function loadHttpClient(): Promise<HttpClient> {
  const [{ gotHttpClient }, { trustedCertificates }] = await Promise.all([
    import('./adapters/got-http-client.ts'),
    import('./adapters/trusted-certificates.ts'),
  ]);
  return gotHttpClient({ userAgent: `FabricRegistrar/${app.getVersion()}`, trustedCertificates });
}

export function buildHouse({ folder, log, tell }: Ground): House {
  const records = openRecords({ folder, clock: systemClock, log });
  const notices = noticeBoard({
    store: records.notices.store,
    newId: randomId,
    onChanged: () => tell('noticesChanged', null),
  });
  if (records.hubs.recovery !== null) notices.addRecovery('storeRestored', records.hubs.recovery);
  const practiceHub = practiceHubRunner({
    fork: () => utilityProcess.fork(path.join(import.meta.dirname, 'practice-hub-process.js'), [], { stdio: 'ignore' }),
    folder: path.join(folder, 'practice-hub'),
    store: records.practiceHub.store,
    log,
    onChanged: (status) => tell('practiceHubChanged', status),
    onMoved: (origin) => notices.addPracticeHubMoved(origin),
  });
  const copyStore = fileCopyStore({ folder: path.join(folder, 'copies'), clock: systemClock, log });
  const book = hubBook(records.hubs.store);
  let areCopiesSaved = true;
  const services = composeServices({
    book,
    copyStore,
    secretBox: electronSecretBox({
      keystore: safeStorage,
      platform: process.platform,
      log,
      onResealed: (before, after) => void book.change((hubs) => renewSealedSecret(hubs, before, after)),
    }),
    http: lateHttpClient(loadHttpClient),
    fileReader: localFileReader,
    clock: systemClock,
    newId: randomId,
    practiceHub,
    notices,
    tell,
    onCopyNotSaved: () => (areCopiesSaved = false),
  });
  const canSave = (): boolean => records.hubs.isKept && areCopiesSaved;
  return { records, book, notices, copyStore, practiceHub, services, canSave };
}
