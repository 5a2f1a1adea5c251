import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { fileJournal } from '../../../../main/adapters/file-journal.ts';
import { readLine, writeLine } from '../../../../main/core/activity/activity-lines.ts';
import type { NewActivityLine } from '../../../../main/core/activity/activity-lines.ts';
import { recordingLog } from '../../../doubles/recording-log.ts';
import type { AcknowledgedLine } from './write-journal.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'file-journal-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const open = (limitBytes?: number) =>
  fileJournal({ folder, name: 'activity', log: recordingLog(), ...(limitBytes === undefined ? {} : { limitBytes }) });
const file = () => path.join(folder, 'activity.jsonl');

async function linesOf(journal = open()): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of journal.lines()) if (line !== '') lines.push(line);
  return lines;
}

describe('a journal', () => {
  it('gives back what was added, in its order, and only its owner may read it', async () => {
    const journal = open();
    await Promise.all([journal.append(['one', 'two']), journal.append(['three']), journal.append(['four'])]);
    expect(await linesOf()).toEqual(['one', 'two', 'three', 'four']);
    expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('is empty before the first line', async () => {
    expect(await linesOf()).toEqual([]);
  });

  it('makes its folder when it is missing', async () => {
    fs.rmSync(folder, { recursive: true });
    expect(await open().append(['one'])).toMatchObject({ ok: true });
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is settled when the last line is on the disk', async () => {
    const journal = open();
    void journal.append(['one']);
    void journal.append(['two']);
    await journal.settled();
    expect(fs.readFileSync(file(), 'utf8')).toBe('one\ntwo\n');
  });

  it('begins a line of its own after one that was torn', async () => {
    await open().append(['one']);
    fs.appendFileSync(file(), '{"half":');
    await open().append(['two']);
    expect(await linesOf()).toEqual(['one', '{"half":', 'two']);
  });

  it('says why the disk did not take a line, and goes on when it does again', async () => {
    fs.mkdirSync(file());
    const journal = open();
    expect(await journal.append(['one'])).toMatchObject({ failure: { code: 'storageFailed' } });
    fs.rmdirSync(file());
    expect(await journal.append(['two'])).toMatchObject({ ok: true });
    expect(await linesOf()).toEqual(['two']);
  });

  it('reads nothing, and says so in the log, where it cannot read', async () => {
    fs.mkdirSync(file());
    const log = recordingLog();
    expect(await linesOf(fileJournal({ folder, name: 'activity', log }))).toEqual([]);
    expect(log.lines).toMatchObject([{ event: 'The activity log could not be read', facts: { code: 'EISDIR' } }]);
  });

  it('sets a large file aside, reads the last one of these too, and takes none away', async () => {
    const journal = open(30);
    for (let line = 1; line <= 9; line += 1) await journal.append([`line ${line}......`]);
    expect(fs.readdirSync(folder).sort()).toEqual(['activity-1.jsonl', 'activity-2.jsonl', 'activity-3.jsonl']);
    expect(await linesOf()).toEqual(['line 7......', 'line 8......', 'line 9......']);
    await journal.append(['line 10']);
    expect(await linesOf()).toEqual(['line 7......', 'line 8......', 'line 9......', 'line 10']);
  });
});

it('cut at any byte, the file gives back the lines before the cut', async () => {
  const line = fc.record({
    kind: fc.constant('found' as const),
    id: fc.string({ minLength: 1, unit: 'binary' }),
    atMs: fc.nat(),
    happened: fc.boolean(),
  });
  const property = fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(), async (lines, place) => {
    fs.rmSync(file(), { force: true });
    await open().append(lines.map(writeLine));
    const bytes = fs.readFileSync(file());
    const cut = place % (bytes.length + 1);
    fs.truncateSync(file(), cut);
    const after: NewActivityLine = { kind: 'found', id: 'after the cut', atMs: 1, happened: true };
    await open().append([writeLine(after)]);
    // A line that lacks nothing but its line feed is whole.
    const whole =
      bytes
        .subarray(0, cut + 1)
        .toString('latin1')
        .split('\n').length - 1;
    const read = (await linesOf()).map(readLine).filter((found) => found !== null);
    expect(read).toEqual([...lines.slice(0, whole), after].map((each) => ({ formatVersion: 1, ...each })));
  });
  await fc.assert(property, { numRuns: 60 });
});

it('a killed process leaves every line that it was told is on the disk', async () => {
  const program = path.join(import.meta.dirname, 'write-journal.ts');
  const acknowledged: string[] = [];
  for (let run = 1; run <= 4; run += 1) {
    const child = fork(program, [folder, String(run)]);
    onTestFinished(() => void child.kill('SIGKILL'));
    const killAfter = acknowledged.length + 15 + run * 7;
    child.on('message', (line: AcknowledgedLine) => {
      acknowledged.push(line);
      if (acknowledged.length === killAfter) child.kill('SIGKILL');
    });
    await once(child, 'exit');
  }
  const onDisk = new Set(
    fs.readdirSync(folder).flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n')),
  );
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(acknowledged.filter((line) => !onDisk.has(line))).toEqual([]);
});
