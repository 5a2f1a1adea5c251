// The practice hub's runner with the real hub behind the process's two messages. The utility process itself is Electron's
// and is tested in test/e2e.
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PracticeHubStatus } from '../../../../preload/contract/app.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import type { ChildProcess } from '../../../../main/adapters/practice-hub-child.ts';
import {
  emptyStoredPracticeHub,
  parseStoredPracticeHub,
  practiceHubRunner,
} from '../../../../main/adapters/practice-hub-process.ts';
import type { PracticeHubRunner } from '../../../../main/adapters/practice-hub-process.ts';
import { startFor } from '../../../../main/practice-hub/parent-conversation.ts';
import type { StartMessage } from '../../../../main/practice-hub/parent-conversation.ts';
import type { PracticeHub } from '../../../../main/practice-hub/practice-hub.ts';
import { memoryRecordStore } from '../../../doubles/memory-record-store.ts';
import { recordingLog } from '../../../doubles/recording-log.ts';

let base: string;
const children: HubInProcess[] = [];
beforeEach(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'practice-hub-runner-'));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.end()));
  fs.rmSync(base, { recursive: true, force: true });
});

/** A child process that is none: the hub runs here, behind the same two messages. */
class HubInProcess extends EventEmitter implements ChildProcess {
  #hub: PracticeHub | undefined;
  #hasEnded = false;

  postMessage(message: StartMessage): void {
    void startFor(structuredClone(message)).then(({ answer, hub }) => {
      this.#hub = hub;
      if (!this.#hasEnded) this.emit('message', structuredClone(answer));
    });
  }
  kill(): boolean {
    void this.end();
    return true;
  }
  /** Ends as a crash does, too. */
  async end(): Promise<void> {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    await this.#hub?.close();
    this.emit('exit', 0);
  }
}

function runnerIn(
  folder: string,
  { store = memoryRecordStore(emptyStoredPracticeHub), fork = forkHub, patienceMs = 20_000 } = {},
) {
  const statuses: PracticeHubStatus[] = [];
  const moves: string[] = [];
  const log = recordingLog();
  const runner = practiceHubRunner({
    fork,
    folder,
    store,
    log,
    patienceMs,
    onChanged: (status) => void statuses.push(status),
    onMoved: (origin) => void moves.push(origin),
  });
  return { runner, statuses, moves, log, store };
}

function forkHub(): ChildProcess {
  const child = new HubInProcess();
  children.push(child);
  return child;
}

async function started(runner: PracticeHubRunner): Promise<PracticeHubStatus> {
  const result = await runner.start();
  if (!result.ok) throw new Error(`It did not start: ${result.failure.reason}`);
  return result.value;
}

describe('the practice hub', () => {
  it('is not there before it was started', () => {
    const { runner } = runnerIn(path.join(base, 'hub'));
    expect(runner.status()).toEqual({
      isRunning: false,
      origin: null,
      credentialsFileName: null,
      credentialsFolder: null,
    });
    expect(runner.origin()).toBeNull();
    expect(runner.credentialsFile()).toMatchObject({ isWritten: false, name: 'practice-hub-credentials.txt' });
  });

  it('answers on loopback once it runs, and its credentials file is there for its owner only', async () => {
    const folder = path.join(base, 'hub');
    const { runner, statuses, log } = runnerIn(folder);
    const status = await started(runner);
    expect(status).toMatchObject({ isRunning: true, credentialsFileName: 'practice-hub-credentials.txt' });
    expect(status.credentialsFolder).toBe(folder);
    expect(await statusOf(`${status.origin}/prweb/api/ppf/v1/registrations`)).toBe(401);
    const { path: file, isWritten } = runner.credentialsFile();
    expect(isWritten).toBe(true);
    expect(fs.readFileSync(file, 'utf8')).toContain(`${status.origin}/prweb/PRRestService/oauth2/v1/token`);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(statuses).toEqual([status]);
    expect(JSON.stringify(log.lines)).not.toMatch(/client|secret/i);
  });

  it('started twice, or twice at once, is started once', async () => {
    const { runner } = runnerIn(path.join(base, 'hub'));
    const [first, second] = await Promise.all([started(runner), started(runner)]);
    expect(second).toEqual(first);
    expect(await started(runner)).toEqual(first);
    expect(children).toHaveLength(1);
  });

  it('stops, is remembered, and comes back at the same address', async () => {
    const folder = path.join(base, 'hub');
    const { runner, statuses, store } = runnerIn(folder);
    const before = await started(runner);
    expect(await runner.stop()).toEqual({ ...before, isRunning: false });
    expect(await runner.stop()).toEqual({ ...before, isRunning: false });
    expect(statuses.map(({ isRunning }) => isRunning)).toEqual([true, false]);

    const again = runnerIn(folder, { store });
    expect(again.runner.origin()).toBe(before.origin);
    expect(await started(again.runner)).toEqual(before);
    expect(again.moves).toEqual([]);
  });

  it('whose port is taken moves, and says where to', async () => {
    const folder = path.join(base, 'hub');
    const first = runnerIn(folder);
    const { origin } = await started(first.runner);
    await first.runner.stop();
    const squatter = http.createServer().listen(Number(new URL(origin ?? '').port), '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    try {
      const second = runnerIn(folder, { store: first.store });
      const status = await started(second.runner);
      expect(status.origin).not.toBe(origin);
      expect(second.moves).toEqual([status.origin]);
      expect(second.runner.origin()).toBe(status.origin);
    } finally {
      await new Promise((resolve) => squatter.close(resolve));
    }
  });

  it('that crashes is told as stopped, and can be started again', async () => {
    const { runner, statuses } = runnerIn(path.join(base, 'hub'));
    await started(runner);
    await children[0]?.end();
    await expect.poll(() => statuses.at(-1)?.isRunning).toBe(false);
    expect(runner.status().isRunning).toBe(false);
    expect(await started(runner)).toMatchObject({ isRunning: true });
  });
});

describe('a practice hub that does not start', () => {
  it('because its folder cannot be used, says the system’s reason', async () => {
    const folder = path.join(base, 'hub');
    fs.writeFileSync(folder, 'a file where the folder should be');
    const { runner, statuses } = runnerIn(folder);
    const failed = await runner.start();
    expect(failed).toMatchObject({ ok: false, failure: { code: 'practiceHubFailed' } });
    expect(!failed.ok && failed.failure.reason).toMatch(/^E[A-Z]+$/);
    expect(runner.status().isRunning).toBe(false);
    expect(statuses).toEqual([]);
  });

  class SilentChild extends EventEmitter implements ChildProcess {
    killed = 0;
    postMessage(): void {
      // Says nothing.
    }
    kill(): boolean {
      this.killed += 1;
      return true;
    }
  }

  it.each([
    ['ends without a word', 'ended', (child: SilentChild) => child.emit('exit', 1)],
    ['says something else', 'unknown', (child: SilentChild) => child.emit('message', { kind: 'hello' })],
    [
      'gives an address that is none',
      'unknown',
      (child: SilentChild) =>
        child.emit('message', { kind: 'started', origin: 'x', credentialsFileText: '', notices: [] }),
    ],
    ['says nothing for too long', 'timeout', () => undefined],
  ])('because its process %s, is given up', async (_name, reason, act) => {
    const child = new SilentChild();
    const { runner } = runnerIn(path.join(base, 'hub'), { fork: () => child, patienceMs: 50 });
    const starting = runner.start();
    act(child);
    expect(await starting).toEqual(fail({ code: 'practiceHubFailed', reason }));
    expect(child.killed).toBe(1);
    expect(runner.credentialsFile().isWritten).toBe(false);
  });

  it('can be tried again', async () => {
    const silent = new SilentChild();
    const forks = [silent, forkHub()];
    const fork = (): ChildProcess => forks.shift() ?? silent;
    const { runner } = runnerIn(path.join(base, 'hub'), { fork, patienceMs: 5_000 });
    const first = runner.start();
    silent.emit('exit', 1);
    expect(await first).toMatchObject({ ok: false });
    expect(await started(runner)).toMatchObject({ isRunning: true });
  });
});

it('what was stored is read again; anything else is unreadable, and a later format is newer', () => {
  const stored = { formatVersion: 1, origin: 'http://127.0.0.1:8099' };
  expect(parseStoredPracticeHub(stored)).toEqual(ok(stored));
  expect(parseStoredPracticeHub({ formatVersion: 1 })).toEqual(fail('unreadable'));
  expect(parseStoredPracticeHub({ formatVersion: 2 })).toEqual(fail('newer'));
});

function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    http.get(url, { agent: false }, (response) => resolve(response.resume().statusCode)).on('error', reject);
  });
}
