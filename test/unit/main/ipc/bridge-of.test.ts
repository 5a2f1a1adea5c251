import { expect, it } from 'vitest';
import type { Bridge } from '#contract/bridge.ts';
import { channels } from '#contract/channels.ts';
import { fail, ok } from '#contract/result.ts';
import { bridgeOf } from '../../../../main/ipc/bridge-of.ts';
import type { Services } from '../../../../main/ipc/bridge-of.ts';
import { practiceHubOperations } from '../../../../main/ipc/practice-hub-operations.ts';
import type { PracticeHubParts } from '../../../../main/ipc/practice-hub-operations.ts';

const DESCRIPTION = {
  version: '0.1.0',
  electronVersion: '45.4.1',
  chromiumVersion: '140',
  platform: 'linux',
  isDevelopmentRuntime: false,
  canSave: true,
};
const NO_BACKUP = fail({ code: 'backupUnreadable', fileName: 'chosen.json', isNewer: false } as const);
const NO_DRAFT = fail({ code: 'fileEmpty', fileName: 'chosen.txt' } as const);

/** Services that note what they are asked; the groups that are handed through are not asked here. */
function servicesNoting(chosen: string | null) {
  const asked: unknown[] = [];
  const note =
    <Value>(answer: Value) =>
    (input?: unknown): Value => {
      asked.push(input);
      return answer;
    };
  const groups = Object.fromEntries(Object.keys(channels).map((group) => [group, {}])) as unknown as Bridge;
  const services: Services = {
    ...groups,
    credentials: { ...groups.credentials, readFile: note(Promise.resolve(NO_DRAFT)) },
    machine: { describe: () => DESCRIPTION, copyText: note(Promise.resolve()), openLink: note(Promise.resolve()) },
    notices: {
      notices: () => [],
      dismiss: note(ok(null)),
      addRecovery: () => undefined,
      addPracticeHubMoved: () => undefined,
    },
    readBackupFile: note(Promise.resolve(NO_BACKUP)),
    chooseFile: () => Promise.resolve(chosen),
  };
  return { bridge: bridgeOf(services), asked };
}

it('the app group is what the machine and the notice board say', async () => {
  const { bridge, asked } = servicesNoting(null);
  expect(await bridge.app.describe()).toEqual(ok(DESCRIPTION));
  expect(await bridge.app.notices()).toEqual(ok([]));
  expect(await bridge.app.dismissNotice({ noticeId: 'notice-1' })).toEqual(ok(null));
  expect(await bridge.app.copyText({ text: 'REG-1' })).toEqual(ok(null));
  expect(await bridge.app.openLink({ link: 'lifeCycle' })).toEqual(ok(null));
  expect(asked).toEqual(['notice-1', 'REG-1', 'lifeCycle']);
});

it('a chosen file is read like a dropped one, and choosing none is no failure', async () => {
  const some = servicesNoting('/home/person/chosen.txt');
  expect(await some.bridge.credentials.chooseFile()).toEqual(NO_DRAFT);
  expect(some.asked).toEqual([{ kind: 'path', path: '/home/person/chosen.txt' }]);
  const none = servicesNoting(null);
  expect(await none.bridge.credentials.chooseFile()).toEqual(ok(null));
  expect(none.asked).toEqual([]);
});

function practiceHubWith(isWritten: boolean) {
  const done: string[] = [];
  const status = { isRunning: true, origin: 'http://127.0.0.1:1', credentialsFileName: null, credentialsFolder: null };
  const parts: PracticeHubParts = {
    runner: {
      status: () => status,
      start: () => Promise.resolve(ok(status)),
      stop: () => Promise.resolve({ ...status, isRunning: false }),
      origin: () => status.origin,
      credentialsFile: () => ({ path: '/data/hub.txt', name: 'hub.txt', isWritten }),
    },
    readFile: (input) => {
      done.push(`read ${input.kind === 'path' ? input.path : ''}`);
      return Promise.resolve(NO_DRAFT);
    },
    showFile: (path) => void done.push(`shown ${path}`),
    dragFile: (path) => void done.push(`dragged ${path}`),
  };
  return { hub: practiceHubOperations(parts), done, status };
}

it('the practice hub’s file is read, shown and dragged once it was written', async () => {
  const { hub, done, status } = practiceHubWith(true);
  expect(await hub.status()).toEqual(ok(status));
  expect(await hub.start()).toEqual(ok(status));
  expect(await hub.stop()).toEqual(ok({ ...status, isRunning: false }));
  expect(await hub.readCredentials()).toEqual(NO_DRAFT);
  expect(await hub.showFile()).toEqual(ok(null));
  expect(await hub.dragFile()).toEqual(ok(null));
  expect(done).toEqual(['read /data/hub.txt', 'shown /data/hub.txt', 'dragged /data/hub.txt']);
});

it('before that the file is missing, by its name', async () => {
  const { hub, done } = practiceHubWith(false);
  const missing = fail({ code: 'fileMissing', fileName: 'hub.txt' });
  expect(await hub.readCredentials()).toEqual(missing);
  expect(await hub.showFile()).toEqual(missing);
  expect(await hub.dragFile()).toEqual(missing);
  expect(done).toEqual([]);
});
