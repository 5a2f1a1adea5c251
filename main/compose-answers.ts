// The house as it answers the page of the window.
import { app } from 'electron';
import type { BrowserWindow, NativeImage } from 'electron';
import { randomId } from './adapters/random-id.ts';
import type { House } from './compose-house.ts';
import type { Log } from './core/ports.ts';
import type { LiveSecrets } from './core/redaction/live-secrets.ts';
import { watchInput } from './core/redaction/watched-ports.ts';
import { describeApp } from './describe-app.ts';
import { bridgeOf } from './ipc/bridge-of.ts';
import { practiceHubOperations } from './ipc/practice-hub-operations.ts';
import { serve } from './ipc/serve.ts';
import { unfinishedOperations } from './ipc/unfinished.ts';
import { reloadAfterCrash } from './window/crash.ts';
import { desktopAround } from './window/desktop.ts';
import { isTrustedSender } from './window/trusted-sender.ts';

interface Answering {
  readonly house: House;
  readonly log: Log;
  readonly liveSecrets: LiveSecrets;
  readonly icon: NativeImage;
}

/** Answers the window's page from now on. Gives what settles when the window may go. */
export function answerPage(window: BrowserWindow, { house, log, liveSecrets, icon }: Answering): () => Promise<void> {
  const { services, notices, practiceHub, canSave } = house;
  const unfinished = unfinishedOperations();
  reloadAfterCrash(window.webContents, { log, onGone: () => window.setContentProtection(false) });
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
      chooseFile: (what) => desktop.chooseFile(what),
      practiceHub: practiceHubOperations({ runner: practiceHub, readFile, ...desktop }),
    }),
    isTrusted: ({ senderFrame }) => isTrustedSender(senderFrame, window.webContents.mainFrame),
    onInput: (input) => watchInput(input, liveSecrets),
    onBegun: (channel, answered) => unfinished.note(channel, answered),
    newId: randomId,
    log,
  });
  return async () => {
    // Nobody is there to give the passphrase any more.
    await services.vault.dismissUnlock();
    // First of all: what is waited for may outlast the patience that a closed window has.
    await house.clearClipboard();
    await unfinished.settled();
    await house.settled();
  };
}
