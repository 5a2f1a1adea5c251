/** The practice hub in a process of its own, started by the app through Electron's `utilityProcess`. */
import process from 'node:process';

import type { ParentPort } from 'electron';

import { startFor } from './parent-conversation.ts';

// SAFETY: Electron's types promise the port everywhere; a process that is no utility process has none.
const parent = process.parentPort as ParentPort | null | undefined;

if (parent === null || parent === undefined) {
  process.stderr.write(
    'This part of the app is started by the app itself. To run the practice hub alone: npm run practice-hub\n',
  );
  process.exitCode = 2;
} else {
  // The app says one thing and the system ends this process together with the app: every change is on disk by then.
  parent.once('message', ({ data }) => {
    void startFor(data).then(({ answer }) => {
      parent.postMessage(answer);
    });
  });
}
