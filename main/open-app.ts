// Opens the window at once, and while its page starts, everything that answers it.
import path from 'node:path';
import { app, nativeImage, session } from 'electron';
import type { BrowserWindow } from 'electron';
import iconPath from '../resources/window-icon.png?asset';
import { glanceAtRecord } from './adapters/glance-at-record.ts';
import type { Answers, answerWindow } from './compose.ts';
import { APP_SCHEME } from './window/app-address.ts';
import { appProtocolHandler } from './window/app-protocol.ts';
import { createMainWindow, loadPage } from './window/main-window.ts';
import { emptyStoredPlacement, parseStoredPlacement } from './window/window-placement.ts';
import type { StoredPlacement } from './window/window-placement.ts';

interface Compose {
  readonly answerWindow: typeof answerWindow;
}

/** Opens the app's window over the data folder. The page's scripts are handed out when what answers them is there. */
export async function openApp(
  composing: Promise<Compose>,
  onAnswering: (answers: Answers) => void,
): Promise<BrowserWindow> {
  const folder = app.getPath('userData');
  const icon = nativeImage.createFromPath(iconPath);
  let placement: StoredPlacement | null = null;
  const window = createMainWindow({
    preloadPath: path.join(import.meta.dirname, '../preload/preload.cjs'),
    isPackaged: app.isPackaged,
    icon,
    // A look is enough: opening the record takes code that the window need not wait for.
    before: glanceAtRecord(folder, 'window', parseStoredPlacement) ?? emptyStoredPlacement,
    onClosing: (last) => (placement = last),
    settled: async () => (await answering).settled(placement),
  });
  const answering = composing.then((compose) => compose.answerWindow(window, { folder, icon }));
  session.defaultSession.protocol.handle(
    APP_SCHEME,
    appProtocolHandler(path.join(import.meta.dirname, '../renderer'), answering),
  );
  const [answers] = await Promise.all([answering, loadPage(window)]);
  onAnswering(answers);
  answers.pageLoaded();
  return window;
}
