// Everything behind the window, over the real machine.
import path from 'node:path';
import { app, clipboard, powerMonitor } from 'electron';
import type { BrowserWindow, NativeImage } from 'electron';
import { electronCertificateDialog } from './adapters/electron-certificate-dialog.ts';
import { electronSaveDialog } from './adapters/electron-save-dialog.ts';
import { fileLog } from './adapters/file-log.ts';
import { lockWhenAway } from './adapters/lock-when-away.ts';
import { logDefects } from './adapters/log-defects.ts';
import { runningVersions } from './adapters/running-versions.ts';
import { systemClock } from './adapters/system-clock.ts';
import { answerPage } from './compose-answers.ts';
import { buildHouse } from './compose-house.ts';
import { liveSecrets } from './core/redaction/live-secrets.ts';
import { redactor } from './core/redaction/redactor.ts';
import { tellVia } from './ipc/events.ts';
import type { StoredPlacement } from './window/window-placement.ts';

export interface Answers {
  /** To be called once, when the page is there. */
  pageLoaded(): void;
  /** Locks the secrets that a passphrase protects, or asks for it where they are locked. */
  lockOrAsk(): void;
  /** Keeps where the window was, and settles when it may go. */
  settled(placement: StoredPlacement | null): Promise<void>;
}

/** Answers the window's page from now on. */
export function answerWindow(
  window: BrowserWindow,
  { folder, icon }: { readonly folder: string; readonly icon: NativeImage },
): Answers {
  const live = liveSecrets();
  const redact = redactor(live);
  const log = fileLog({ folder: path.join(folder, 'logs'), clock: systemClock, redact });
  log.info('The app starts', { version: app.getVersion(), electron: process.versions.electron });
  logDefects(log);
  const house = buildHouse({
    folder,
    log,
    liveSecrets: live,
    reporting: {
      versions: () => runningVersions(app.getVersion()),
      lastLines: (mostCharacters) => log.lastLines(mostCharacters),
      redact,
      // A promise since Electron 44, done at once before.
      copyText: async (text) => clipboard.writeText(text),
    },
    tell: tellVia(() => (window.isDestroyed() ? null : window.webContents)),
    askWhereToSave: electronSaveDialog(window),
    chooseCertificateFiles: electronCertificateDialog(window),
    setShield: (isOn) => window.setContentProtection(isOn),
  });
  const { lockNow, lockOrAsk, lockAfterMinutes } = house.services;
  lockWhenAway({ monitor: powerMonitor, afterMinutes: lockAfterMinutes, lock: lockNow });
  const settled = answerPage(window, { house, log, liveSecrets: live, icon });
  return {
    lockOrAsk,
    pageLoaded() {
      // A saved practice hub is expected to answer; nobody has to wait for it.
      if (house.book.hubs().some(({ isPracticeHub }) => isPracticeHub)) void house.practiceHub.start();
    },
    async settled(placement) {
      if (placement !== null) house.records.placement.store.write(placement);
      await settled();
    },
  };
}
