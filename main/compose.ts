// Puts the app together over the real machine: what it keeps, what it can do, and the window that asks for it.
import path from 'node:path';
import { app, nativeImage, safeStorage, utilityProcess } from 'electron';
import type { BrowserWindow, WebContents } from 'electron';
import iconPath from '../resources/window-icon.png?asset';
import { electronSecretBox } from './adapters/electron-secret-box.ts';
import { fileCopyStore } from './adapters/file-copy-store.ts';
import { fileLog } from './adapters/file-log.ts';
import { lateHttpClient } from './adapters/late-http-client.ts';
import { localFileReader } from './adapters/local-file-reader.ts';
import { practiceHubRunner } from './adapters/practice-hub-process.ts';
import type { PracticeHubRunner } from './adapters/practice-hub-process.ts';
import { randomId } from './adapters/random-id.ts';
import { systemClock } from './adapters/system-clock.ts';
import { logDefects } from './adapters/log-defects.ts';
import { openRecords } from './compose-records.ts';
import type { Records } from './compose-records.ts';
import { composeServices } from './compose-services.ts';
import type { CoreServices } from './compose-services.ts';
import { hubBook } from './core/hubs/hub-book.ts';
import type { HubBook } from './core/hubs/hub-book.ts';
import type { CopyStore, HttpClient, Log } from './core/ports.ts';
import { describeApp } from './describe-app.ts';
import { bridgeOf } from './ipc/bridge-of.ts';
import { tellVia } from './ipc/events.ts';
import type { Tell } from './ipc/events.ts';
import { noticeBoard } from './ipc/notice-board.ts';
import type { NoticeBoard } from './ipc/notice-board.ts';
import { practiceHubOperations } from './ipc/practice-hub-operations.ts';
import { serve } from './ipc/serve.ts';
import { unfinishedOperations } from './ipc/unfinished.ts';
import { renewSealedSecret } from './renew-sealed-secret.ts';
import { reloadAfterCrash } from './window/crash.ts';
import { desktopAround } from './window/desktop.ts';
import { createMainWindow, loadPage } from './window/main-window.ts';
import { isTrustedSender } from './window/trusted-sender.ts';

/** Everything but the window. */
interface House {
  readonly log: Log;
  readonly records: Records;
  readonly book: HubBook;
  readonly notices: NoticeBoard;
  readonly copyStore: CopyStore;
  readonly practiceHub: PracticeHubRunner;
  readonly services: CoreServices;
  readonly canSave: () => boolean;
}

/** The HTTP library and the certificates it trusts; a good part of all code, and not needed to show what was saved. */
async function loadHttpClient(): Promise<HttpClient> {
  const [{ gotHttpClient }, { trustedCertificates }] = await Promise.all([
    import('./adapters/got-http-client.ts'),
    import('./adapters/trusted-certificates.ts'),
  ]);
  return gotHttpClient({ userAgent: `FabricRegistrar/${app.getVersion()}`, trustedCertificates });
}

/** Opens the app's window over the data folder. What answers the page is there before the page is. */
export async function openApp(): Promise<BrowserWindow> {
  let listener: WebContents | null = null;
  const house = buildHouse(tellVia(() => listener));
  const window = putWindow(house);
  listener = window.webContents;
  window.once('closed', () => (listener = null));
  await loadPage(window);
  // A saved practice hub is expected to answer; nobody has to wait for it.
  if (house.book.hubs().some(({ isPracticeHub }) => isPracticeHub)) void house.practiceHub.start();
  return window;
}

function buildHouse(tell: Tell): House {
  const folder = app.getPath('userData');
  const log = fileLog({ folder: path.join(folder, 'logs'), clock: systemClock });
  log.info('The app starts', { version: app.getVersion(), electron: process.versions.electron });
  logDefects(log);
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
  return { log, records, book, notices, copyStore, practiceHub, services, canSave };
}

function putWindow({ records, log, notices, copyStore, practiceHub, services, canSave }: House): BrowserWindow {
  const icon = nativeImage.createFromPath(iconPath);
  const unfinished = unfinishedOperations();
  const window = createMainWindow({
    preloadPath: path.join(import.meta.dirname, '../preload/preload.cjs'),
    isPackaged: app.isPackaged,
    icon,
    placement: records.placement.store,
    settled: async () => {
      await unfinished.settled();
      await copyStore.settled();
    },
  });
  reloadAfterCrash(window.webContents, log);
  const desktop = desktopAround(window, icon);
  const describe = (): ReturnType<typeof describeApp> =>
    describeApp({
      version: app.getVersion(),
      versions: process.versions,
      platform: process.platform,
      canSave: canSave(),
    });
  const { readFile } = services.credentials;
  serve({
    desk: window.webContents.ipc,
    bridge: bridgeOf({
      ...services,
      machine: { describe, ...desktop },
      notices,
      chooseFile: () => desktop.chooseFile(),
      practiceHub: practiceHubOperations({ runner: practiceHub, readFile, ...desktop }),
    }),
    isTrusted: ({ senderFrame }) => isTrustedSender(senderFrame, window.webContents.mainFrame),
    onBegun: (channel, answered) => unfinished.note(channel, answered),
    newId: randomId,
    log,
  });
  return window;
}
