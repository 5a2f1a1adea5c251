// Opens the app over the real machine: the window first, and while its page starts, everything that answers it.
import path from 'node:path';
import { app, nativeImage } from 'electron';
import type { BrowserWindow } from 'electron';
import iconPath from '../resources/window-icon.png?asset';
import { fileLog } from './adapters/file-log.ts';
import { logDefects } from './adapters/log-defects.ts';
import { systemClock } from './adapters/system-clock.ts';
import { answerPage } from './compose-answers.ts';
import { buildHouse } from './compose-house.ts';
import { openPlacement } from './compose-records.ts';
import { tellVia } from './ipc/events.ts';
import { createMainWindow, loadPage } from './window/main-window.ts';

/** Opens the app's window over the data folder. What answers the page is there before the page asks. */
export async function openApp(): Promise<BrowserWindow> {
  const folder = app.getPath('userData');
  const log = fileLog({ folder: path.join(folder, 'logs'), clock: systemClock });
  log.info('The app starts', { version: app.getVersion(), electron: process.versions.electron });
  logDefects(log);
  const icon = nativeImage.createFromPath(iconPath);
  let settled = (): Promise<void> => Promise.resolve();
  const window = createMainWindow({
    preloadPath: path.join(import.meta.dirname, '../preload/preload.cjs'),
    isPackaged: app.isPackaged,
    icon,
    placement: openPlacement({ folder, clock: systemClock, log }).store,
    settled: () => settled(),
  });
  // The page's process starts meanwhile; it is heard only after this function has let go of the processor.
  const loaded = loadPage(window);
  const house = buildHouse({ folder, log, tell: tellVia(() => (window.isDestroyed() ? null : window.webContents)) });
  settled = answerPage(window, { house, log, icon });
  await loaded;
  // A saved practice hub is expected to answer; nobody has to wait for it.
  if (house.book.hubs().some(({ isPracticeHub }) => isPracticeHub)) void house.practiceHub.start();
  return window;
}
