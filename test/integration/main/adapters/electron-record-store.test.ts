// electron-store on a real disk: full, broken, newer, killed in the middle of writing.
import '../../../doubles/no-electron-download.ts';
import { execFileSync, fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openElectronRecordStore } from '../../../../main/adapters/electron-record-store.ts';
import type { OpenedRecord } from '../../../../main/adapters/electron-record-store.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { recordingLog } from '../../../doubles/recording-log.ts';
import { canMount, smallFileSystem, waysToFillADisk } from './confined-disk.ts';
import type { Confinement } from './confined-disk.ts';
import { roundRecord } from './round-record.ts';
import type { RoundRecord } from './round-record.ts';
import type { DiskRound } from './write-growing.ts';
import type { WrittenRound } from './write-rounds.ts';

const NOW = Date.UTC(2026, 10, 23, 7, 31);

let base: string;
let folder: string;
beforeEach(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'record-store-'));
  folder = path.join(base, 'data');
});
afterEach(() => fs.rmSync(base, { recursive: true, force: true }));

interface Notes {
  readonly formatVersion: 1;
  readonly notes: readonly string[];
}
const notesSchema = z.strictObject({ formatVersion: z.literal(1), notes: z.array(z.string()) });

function parse(json: unknown) {
  if (z.object({ formatVersion: z.number().min(2) }).safeParse(json).success) return fail('newer' as const);
  const notes = notesSchema.safeParse(json);
  return notes.success ? ok<Notes>(notes.data) : fail('unreadable' as const);
}

const note = (...notes: string[]): Notes => ({ formatVersion: 1, notes });
const at = (name: string): string => path.join(folder, name);

function open(log = recordingLog(), where = folder): OpenedRecord<Notes> {
  return openElectronRecordStore({
    folder: where,
    name: 'notes',
    parse,
    empty: note(),
    clock: { nowMs: () => NOW },
    log,
  });
}

describe('a record', () => {
  it('is empty before anything was written, and nothing is made of it on the disk', () => {
    const { store, recovery, isKept } = open();
    expect(store.read()).toEqual(note());
    expect({ recovery, isKept }).toEqual({ recovery: null, isKept: true });
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('is there again after a restart, twice, readable only for its owner', () => {
    expect(open().store.write(note('one', 'two'))).toEqual(ok(null));
    expect(open().store.read()).toEqual(note('one', 'two'));
    expect(fs.readdirSync(folder).sort()).toEqual(['notes.json', 'notes.last-good.json']);
    expect(fs.readFileSync(at('notes.last-good.json'))).toEqual(fs.readFileSync(at('notes.json')));
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of fs.readdirSync(folder)) expect(fs.statSync(at(name)).mode & 0o777).toBe(0o600);
  });

  it('that was never read by anybody else keeps a folder that others could read to itself', () => {
    fs.mkdirSync(folder, { mode: 0o755 });
    open();
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('keeps every key it is given, also ones with dots and ones electron-store uses for itself', () => {
    const strange = { 'a.b': 1, __internal__: { migrations: { version: '1.0.0' } }, nested: { toString: 'x' } };
    const options = { folder, name: 'strange', empty: {}, clock: { nowMs: () => NOW }, log: recordingLog() };
    const parseAny = (json: unknown) => ok(json as object);
    const { 'a.b': dotted, nested } = strange;
    openElectronRecordStore({ ...options, parse: parseAny }).store.write({ 'a.b': dotted, nested });
    expect(openElectronRecordStore({ ...options, parse: parseAny }).store.read()).toEqual({ 'a.b': dotted, nested });
  });

  it('leaves no half-made files of a killed process behind', () => {
    open().store.write(note('one'));
    for (const name of ['notes.json.tmp-1234567890abcdef', 'notes.last-good.json.3735928559', 'notes.json.linking']) {
      fs.writeFileSync(at(name), 'half');
    }
    expect(open().store.read()).toEqual(note('one'));
    expect(fs.readdirSync(folder).sort()).toEqual(['notes.json', 'notes.last-good.json']);
  });
});

describe('a record that cannot be read', () => {
  it.each([
    ['is empty', ''],
    ['is cut off', '{"formatVersion":1,"notes":["o'],
    ['is something else', '["not", "ours"]'],
    ['is full of zeros after a power failure', '\0'.repeat(100)],
  ])('because it %s is moved aside, and the last good copy is used', (_why, content) => {
    open().store.write(note('one'));
    const writtenAtMs = Math.round(fs.statSync(at('notes.last-good.json')).mtimeMs);
    fs.writeFileSync(at('notes.json'), content);

    const { store, recovery, isKept } = open();
    expect(store.read()).toEqual(note('one'));
    expect(recovery).toEqual({
      movedAsideAs: 'notes.unreadable-2026-11-23T07-31-00-000Z.json',
      restoredFromMs: writtenAtMs,
    });
    expect(isKept).toBe(true);
    expect(fs.readFileSync(at('notes.unreadable-2026-11-23T07-31-00-000Z.json'), 'utf8')).toBe(content);

    expect(store.write(note('one', 'two'))).toEqual(ok(null));
    expect(open()).toMatchObject({ recovery: null });
    expect(open().store.read()).toEqual(note('one', 'two'));
  });

  it('is not lost when it is given up twice within the same millisecond', () => {
    for (const content of ['first', 'second']) {
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(at('notes.json'), content);
      open();
    }
    expect(fs.readFileSync(at('notes.unreadable-2026-11-23T07-31-00-000Z.json'), 'utf8')).toBe('first');
    expect(fs.readFileSync(at('notes.unreadable-2026-11-23T07-31-00-000Z-2.json'), 'utf8')).toBe('second');
  });

  it('starts empty when the copy is broken too, and both are kept aside', () => {
    fs.mkdirSync(folder);
    fs.writeFileSync(at('notes.json'), 'broken');
    fs.writeFileSync(at('notes.last-good.json'), 'broken too');
    const { store, recovery, isKept } = open();
    expect(store.read()).toEqual(note());
    expect(recovery).toEqual({ movedAsideAs: 'notes.unreadable-2026-11-23T07-31-00-000Z.json', restoredFromMs: null });
    expect(isKept).toBe(true);
    expect(fs.readdirSync(folder)).toHaveLength(2);
  });

  it('is used from its copy without a word when only the file is missing', () => {
    open().store.write(note('one'));
    fs.rmSync(at('notes.json'));
    expect(open()).toMatchObject({ recovery: null, isKept: true });
    expect(open().store.read()).toEqual(note('one'));
  });

  it('says nothing of its content in the log', () => {
    fs.mkdirSync(folder);
    fs.writeFileSync(at('notes.json'), 'fake-secret-in-a-broken-file');
    const log = recordingLog();
    open(log);
    expect(log.lines).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toContain('fake-secret');
  });
});

describe('a record of a newer version of the app', () => {
  it('is not touched, and what is written is kept in memory only', () => {
    fs.mkdirSync(folder);
    fs.writeFileSync(at('notes.json'), '{"formatVersion":2,"future":true}');
    const { store, recovery, isKept } = open();
    expect({ recovery, isKept }).toEqual({ recovery: null, isKept: false });
    expect(store.write(note('one'))).toEqual(ok(null));
    expect(store.read()).toEqual(note('one'));
    expect(fs.readdirSync(folder)).toEqual(['notes.json']);
    expect(fs.readFileSync(at('notes.json'), 'utf8')).toBe('{"formatVersion":2,"future":true}');
  });
});

describe('a disk that does not take it', () => {
  it('because a file stands where the folder should be, lets the app work from memory', () => {
    fs.writeFileSync(folder, 'in the way');
    const { store, isKept } = open();
    expect(isKept).toBe(false);
    expect(store.write(note('one'))).toEqual(ok(null));
    expect(store.read()).toEqual(note('one'));
    expect(fs.readFileSync(folder, 'utf8')).toBe('in the way');
  });

  it.each(waysToFillADisk)('because it is full (%s), is told as full, and nothing is lost', (_name, confine) => {
    const rounds = writeGrowingRecords(confine);
    expect(rounds.some((round) => round.cause === null)).toBe(true);
    expect(rounds.some((round) => round.cause === 'full')).toBe(true);
    for (const round of rounds) {
      expect(round).toMatchObject({
        cause: round.cause === null ? null : 'full',
        isWhatIsBelieved: true,
        isRecovered: false,
      });
    }
  });

  it.skipIf(!canMount)('because a copy fitted but the file did not, is put right without more room', () => {
    const linked = writeGrowingRecords(smallFileSystem).filter((round) => round.isLinked);
    expect(linked.length).toBeGreaterThan(0);
    for (const round of linked) expect(round).toMatchObject({ cause: null, isWhatIsBelieved: true });
  });

  it.skipIf(!canMount)('because it became read-only, is told as denied, and a restart works from memory', () => {
    const script = 'mount -o remount,ro "$0"';
    const [before, after] = writeGrowingRecords(smallFileSystem, script);
    expect(before).toMatchObject({ cause: null });
    expect(after).toMatchObject({ cause: 'denied', isKeptAfterwards: false });
  });

  function writeGrowingRecords(confine: Confinement, meanwhile = ''): DiskRound[] {
    fs.mkdirSync(folder, { recursive: true });
    const program = path.join(import.meta.dirname, 'write-growing.ts');
    const [command, ...args] = confine(folder, [process.execPath, program, folder, meanwhile]);
    const output = execFileSync(command, args, { encoding: 'utf8' });
    return output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as DiskRound);
  }
});

describe('a process killed while it writes', () => {
  it(
    'leaves the old record or the new one, and at most one that was not confirmed, forty times',
    { timeout: 120_000 },
    async () => {
      let confirmed = 0;
      for (let kill = 0; kill < 40; kill += 1) {
        confirmed = Math.max(confirmed, await writeUntilKilled(5 + (kill % 10) * 7));
        const { store, recovery } = openElectronRecordStore<RoundRecord>({
          ...roundRecord(folder),
          log: recordingLog(),
        });
        expect(recovery).toBeNull();
        const { round, filler } = store.read();
        expect(filler).toHaveLength(round === 0 ? 0 : 20_000);
        expect(round).toBeGreaterThanOrEqual(confirmed);
        expect(round).toBeLessThanOrEqual(confirmed + 1);
        confirmed = round;
      }
      expect(confirmed).toBeGreaterThan(40);
    },
  );

  /** Lets a child write record after record and kills it; answers the last round it said was written. */
  async function writeUntilKilled(afterMs: number): Promise<WrittenRound> {
    const child = fork(path.join(import.meta.dirname, 'write-rounds.ts'), [folder], { stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    let last: WrittenRound = 0;
    child.on('message', (round) => {
      if (last === 0) setTimeout(() => child.kill('SIGKILL'), afterMs);
      last = Number(round);
    });
    await new Promise((resolve) => child.once('exit', resolve));
    expect(child.signalCode).toBe('SIGKILL');
    return last;
  }
});
