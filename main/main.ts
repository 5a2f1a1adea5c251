// Where the app starts: what must happen before it is ready, and then the window. Puts pieces together, decides nothing.
import { app, BrowserWindow, dialog, Menu, protocol, session } from 'electron';
import { tellVia } from './ipc/events.ts';
import { openApp } from './open-app.ts';
import { appScheme } from './window/app-protocol.ts';
import { bringToFront } from './window/main-window.ts';
import { menuTemplate } from './window/menu.ts';
import { fenceIn } from './window/navigation.ts';
import { denyEverything } from './window/permissions.ts';

const NAME = 'Fabric Registrar';

// Read while Electron gets ready: neither waits for the other.
const composing = import('./compose.ts');

const tell = tellVia(() => BrowserWindow.getAllWindows()[0]?.webContents ?? null);

async function start(): Promise<BrowserWindow> {
  await app.whenReady();
  const { platform } = process;
  const { isPackaged } = app;
  const onReportProblem = (): void => tell('reportWished', null);
  // Nothing is unlocked before everything that answers the window is there.
  let lockOrAsk = (): void => undefined;
  const wishes = { platform, isPackaged, onReportProblem, onLock: () => lockOrAsk() };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(wishes)));
  denyEverything(session.defaultSession);
  return openApp(composing, (answers) => {
    lockOrAsk = () => answers.lockOrAsk();
  });
}

/** Says so instead of running on without a window. Nothing of the error is shown: it is in nobody's words. */
function giveUp(): void {
  dialog.showErrorBox(NAME, 'The app could not open its window. Nothing was lost. Please start it again.');
  app.exit(1);
}

app.setName(NAME);
// Chromium has no sandbox for root: there, on bare build machines, each window's own `sandbox: true` has to do.
if (process.getuid?.() !== 0) app.enableSandbox();
protocol.registerSchemesAsPrivileged([appScheme]);
app.on('web-contents-created', (_event, contents) => fenceIn(contents));
app.on('window-all-closed', () => app.quit());

// The data folder has one owner; a second start shows what the first one has.
if (app.requestSingleInstanceLock()) {
  const opened = start();
  opened.catch(giveUp);
  app.on('second-instance', () => void opened.then(bringToFront));
} else {
  app.quit();
}
