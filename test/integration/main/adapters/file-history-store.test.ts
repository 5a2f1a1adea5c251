import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { fileHistoryStore } from '../../../../main/adapters/file-history-store.ts';
import type { HistoryStep } from '../../../../main/core/review/history-store.ts';
import { historyLine } from '../../../../main/core/review/stored-history.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { recordingLog } from '../../../doubles/recording-log.ts';
import type { KeptStep } from './append-steps.ts';
import { historyStep } from './history-step.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'history-store-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const open = (log = recordingLog()) => fileHistoryStore({ folder, log });
const file = () => path.join(folder, 'hub-1.history.jsonl');
const numbers = (steps: readonly HistoryStep[]) => steps.map(({ last }) => last);

describe('a history', () => {
  it('is empty before the first step', async () => {
    expect(await open().read('hub-1')).toEqual([]);
    expect(await open().readSince('hub-1', 0)).toEqual([]);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('grows by what is added, after a restart too, for its owner only', async () => {
    expect(await open().append('hub-1', [historyStep(1), historyStep(2)])).toEqual(ok(null));
    expect(await open().append('hub-1', [historyStep(3)])).toEqual(ok(null));
    expect(await open().read('hub-1')).toEqual([historyStep(1), historyStep(2), historyStep(3)]);
    expect(await open().read('hub-2')).toEqual([]);
    expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('is asked for what came after a step', async () => {
    const store = open();
    await store.append('hub-1', [historyStep(1), historyStep(2), historyStep(3, 5000)]);
    expect(numbers(await store.readSince('hub-1', 0))).toEqual([1, 2, 3]);
    expect(numbers(await store.readSince('hub-1', 2))).toEqual([3]);
    expect(await store.readSince('hub-1', 3)).toEqual([]);
    expect(await store.readSince('hub-1', 4)).toEqual([]);
  });

  it('is added to in the order it was asked for', async () => {
    const store = open();
    const wanted = Array.from({ length: 40 }, (_, index) => index + 1);
    void Promise.all(wanted.map((number) => store.append('hub-1', [historyStep(number)])));
    expect(numbers(await store.read('hub-1'))).toEqual(wanted);
    await store.settled();
  });

  it('is replaced by a smaller one', async () => {
    const store = open();
    await store.append('hub-1', [historyStep(1), historyStep(2), historyStep(3)]);
    const small = { ...historyStep(2), first: 1 };
    expect(await store.replace('hub-1', [small, historyStep(3)])).toEqual(ok(null));
    expect(await store.read('hub-1')).toEqual([small, historyStep(3)]);
    expect(fs.readdirSync(folder)).toEqual(['hub-1.history.jsonl']);
  });

  it('is removed, and others stay', async () => {
    const store = open();
    await store.append('hub-1', [historyStep(1)]);
    await store.append('hub-2', [historyStep(1)]);
    expect(await store.remove('hub-1')).toEqual(ok(null));
    expect(await store.remove('hub-1')).toEqual(ok(null));
    expect(await store.read('hub-1')).toEqual([]);
    expect(numbers(await store.read('hub-2'))).toEqual([1]);
  });
});

describe('a history that was cut off', () => {
  it('at any byte of its last line has all the lines before, and what is added then is whole', async () => {
    const line = `${historyLine(historyStep(2))}\n`;
    for (let cut = 0; cut < line.length; cut += 7) {
      fs.writeFileSync(file(), `${historyLine(historyStep(1))}\n${line.slice(0, cut)}`);
      const store = open();
      expect(numbers(await store.readSince('hub-1', 0))).toEqual([1]);
      await store.append('hub-1', [historyStep(2)]);
      expect(await open().read('hub-1')).toEqual([historyStep(1), historyStep(2)]);
    }
  });

  it('within its only line is empty, however long that line was', async () => {
    fs.writeFileSync(file(), historyLine(historyStep(1, 10_000)));
    expect(await open().read('hub-1')).toEqual([]);
    await open().append('hub-1', [historyStep(1)]);
    expect(await open().read('hub-1')).toEqual([historyStep(1)]);
  });

  it('by the death of its process has every step that was kept, once', async () => {
    const program = path.join(import.meta.dirname, 'append-steps.ts');
    for (let life = 0; life < 3; life += 1) {
      const child = fork(program, [folder], { stdio: 'ignore' });
      onTestFinished(() => void child.kill('SIGKILL'));
      let kept = 0;
      await new Promise((resolve) => {
        child.on('message', (number: KeptStep) => {
          kept = number;
          if (kept % 30 === 0) child.kill('SIGKILL');
        });
        child.on('exit', resolve);
      });
      const found = numbers(await open().read('hub-1'));
      expect(found).toEqual(Array.from({ length: found.length }, (_, index) => index + 1));
      expect(found.length).toBeGreaterThanOrEqual(kept);
    }
  });
});

describe('a line that is not understood', () => {
  const strange = '{"v":2,"what":"a newer version knows"}';
  beforeEach(() => {
    const lines = [historyLine(historyStep(1)), strange, historyLine(historyStep(3))];
    fs.writeFileSync(file(), `${lines.join('\n')}\n`);
  });

  it('is left out and counted', async () => {
    const log = recordingLog();
    expect(numbers(await open(log).read('hub-1'))).toEqual([1, 3]);
    expect(log.lines).toMatchObject([{ event: 'Lines of a history were not understood', facts: { count: 1 } }]);
  });

  it('stays when the history is replaced', async () => {
    await open().replace('hub-1', [{ ...historyStep(3), first: 1 }]);
    expect(fs.readFileSync(file(), 'utf8').split('\n')).toContain(strange);
    expect(numbers(await open().read('hub-1'))).toEqual([3]);
  });

  it('at the end does not hide what is to be caught up with', async () => {
    fs.appendFileSync(file(), `${strange}\n`);
    expect(numbers(await open().readSince('hub-1', 1))).toEqual([3]);
  });
});

describe('a disk that does not take it', () => {
  it('is told and hurts nobody', async () => {
    fs.mkdirSync(file());
    const log = recordingLog();
    const store = open(log);
    expect(await store.append('hub-1', [historyStep(1)])).toEqual(fail({ code: 'storageFailed', cause: 'other' }));
    expect(await store.read('hub-1')).toEqual([]);
    expect(log.lines.map(({ event }) => event)).toEqual(['A history was not written', 'A history could not be read']);
  });
});

it.each(['', '..', '../hub', 'a/b', 'a.b', 'x'.repeat(65)])('what is not a name is nobody (%j)', async (hubId) => {
  const refused = fail({ code: 'storageFailed', cause: 'other' });
  expect(await open().append(hubId, [historyStep(1)])).toEqual(refused);
  expect(await open().remove(hubId)).toEqual(refused);
  expect(await open().read(hubId)).toEqual([]);
  expect(await open().readSince(hubId, 0)).toEqual([]);
  expect(fs.readdirSync(folder)).toEqual([]);
});
