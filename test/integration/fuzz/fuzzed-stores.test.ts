// Everything the app keeps, broken in every way: the app opens and answers, what is unreadable is moved aside, nothing is lost.
import '../../doubles/no-electron-download.ts';
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { OpenedRecord } from '../../../main/adapters/electron-record-store.ts';
import { openRecords } from '../../../main/compose-records.ts';
import { writeLine } from '../../../main/core/activity/activity-lines.ts';
import { historyLine } from '../../../main/core/review/stored-history.ts';
import { mutator, randomNumbers } from '../../doubles/mutations.ts';
import { appOnDisk } from '../killed-process/app-on-disk.ts';
import { historyStep } from '../main/adapters/history-step.ts';

const FIXTURES = 'test/fixtures/store';
const ROUNDS = 400;
const ROUNDS_OF_LINES = 200;

let base: string;
let folder: string;
beforeAll(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'fuzzed-stores-'));
  folder = path.join(base, 'data');
});
beforeEach(emptyFolder);
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));

function emptyFolder(): void {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, 'copies'), { recursive: true });
}

const log = { info: () => undefined, warn: () => undefined };

type Opened = OpenedRecord<object>;

/** The records by their names in the app; opened anew each time. */
function openIn(where: string): ReadonlyMap<string, Opened> {
  // SAFETY: of every record only what all of them have is used here.
  const records = openRecords({ folder: where, clock: { nowMs: () => 0 }, log }) as unknown as Record<string, Opened>;
  return new Map(Object.entries(records));
}

/** The name of each record's file, found by writing it. */
function fileNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [record, { store }] of openIn(folder)) {
    const before = new Set(fs.readdirSync(folder));
    store.write(store.read());
    const made = fs.readdirSync(folder).find((name) => !before.has(name) && /^[\w-]+\.json$/.test(name));
    names.set(record, path.basename(made ?? '', '.json'));
  }
  return names;
}

/** Whole records to break, of every format that is kept. */
function originalsOf(name: string): readonly [Buffer, ...Buffer[]] {
  const kept = fs.readdirSync(FIXTURES).filter((file) => new RegExp(`^${name}\\.format-\\d+\\.json$`).test(file));
  const [first, ...rest] = kept.toSorted().map((file) => fs.readFileSync(path.join(FIXTURES, file)));
  if (first === undefined) throw new Error(`There is no fixture of ${name}`);
  return [first, ...rest];
}

/** What the records are read as where nothing but these files is there, by their names. */
function readAlone(names: ReadonlyMap<string, string>, contents: ReadonlyMap<string, Uint8Array | string>) {
  const alone = fs.mkdtempSync(path.join(base, 'alone-'));
  for (const [name, content] of contents) fs.writeFileSync(path.join(alone, `${name}.json`), content);
  const read = [...openIn(alone)].map(([record, { recovery, store }]) => {
    expect(recovery, record).toBeNull();
    return [names.get(record) ?? '', store.read()] as const;
  });
  fs.rmSync(alone, { recursive: true });
  return new Map(read);
}

/** Measures the work of one opening, whatever else the machine does. */
async function workMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user / 1_000;
}

/** What was found is still there: as it was, or moved aside as it was. */
function expectKept(name: string, bytes: Buffer, round: number): void {
  const left = fs.readdirSync(folder).filter((file) => file === `${name}.json` || isAside(file, name));
  const isThere = left.some((file) => fs.readFileSync(path.join(folder, file)).equals(bytes));
  if (!isThere) throw new Error(`${name} of round ${round} is lost: ${bytes.toString('base64')}`);
}

const isAside = (file: string, name: string): boolean => file.startsWith(`${name}.unreadable-`);

/** Asks the app over the folder for what it has; a start finishes moves. Answers may be failures, never exceptions. */
async function useApp(): Promise<void> {
  const { services, book, box } = appOnDisk(folder);
  const { vault, pairs, keys, settings, drafts, credentials, reach } = services;
  const answers: { readonly ok: boolean }[] = [
    await vault.status(),
    await keys.own(),
    await settings.read(),
    await drafts.list(),
    await reach.read({ hubId: null }),
    await credentials.readText({ text: 'no credentials' }),
  ];
  for (const { id } of book.hubs()) answers.push(await pairs.list({ hubId: id }));
  // Behind a passphrase that nobody gives, opening would wait for somebody.
  const status = await vault.status();
  const isLocked = !status.ok || status.value.isLocked;
  for (const { secret } of isLocked ? [] : book.hubs().flatMap((hub) => hub.credentials)) {
    if (secret.level === 'osKeystore') answers.push(await box.open(secret));
  }
  for (const answer of answers) expect(answer.ok).toBeTypeOf('boolean');
}

it(
  'of more than 5,000 broken stores none stops the app, takes a second of work, or is lost',
  { timeout: 300_000 },
  async () => {
    const names = fileNames();
    expect(names.size * ROUNDS).toBeGreaterThan(5_000 - 1);
    const whole = new Map([...names.values()].map((name) => [name, originalsOf(name).at(-1) ?? '']));
    const empty = readAlone(names, new Map());
    const restored = readAlone(names, whole);
    const mutators = [...names.values()].map((name, index) => ({ name, files: mutator(originalsOf(name), index + 1) }));
    const random = randomNumbers(7);
    const seen = { aside: 0, restored: 0, read: 0 };
    let longestMs = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      emptyFolder();
      const broken = mutators.map(({ name, files }) => [name, files.next()] as const);
      const copied = new Set([...names.values()].filter(() => random() < 0.3));
      for (const [name, bytes] of broken) fs.writeFileSync(path.join(folder, `${name}.json`), bytes);
      for (const name of copied) fs.writeFileSync(path.join(folder, `${name}.last-good.json`), whole.get(name) ?? '');
      let opened: ReadonlyMap<string, Opened> = new Map();
      longestMs = Math.max(longestMs, await workMs(() => (opened = openIn(folder))));
      for (const [name, bytes] of broken) expectKept(name, bytes, round);
      const understood = new Map<string, string>();
      for (const [record, name] of names) {
        const value = opened.get(record)?.store.read();
        const isGivenUp = fs.readdirSync(folder).some((file) => isAside(file, name));
        if (isGivenUp) expect(value, name).toEqual((copied.has(name) ? restored : empty).get(name));
        // Read, or not this version's to touch.
        else understood.set(name, JSON.stringify(value));
        seen[isGivenUp ? (copied.has(name) ? 'restored' : 'aside') : 'read'] += 1;
      }
      // What was taken for a record is one: it is understood once more, as the same.
      const again = readAlone(names, understood);
      for (const [name, text] of understood) expect(JSON.stringify(again.get(name)), name).toBe(text);
      longestMs = Math.max(longestMs, await workMs(useApp));
    }
    expect(Math.min(seen.aside, seen.restored, seen.read)).toBeGreaterThan(50);
    expect(longestMs).toBeLessThan(1_000);
  },
);

/** Steps that are too young to be folded. */
const HISTORY = [1, 2, 3].map((number) => {
  const sinceMs = Date.UTC(2090, 0, number);
  return { ...historyStep(number), sinceMs, atMs: sinceMs + 1, takenAtMs: sinceMs + 1 };
});

/** Lines as the activity log has them: a call from before it was sent to what was found out about it. */
const ACTIVITY = [
  {
    kind: 'about',
    id: 'a-1',
    atMs: 1,
    hubId: 'hub-1',
    hubName: 'Hub',
    operator: 'areks1',
    registrationId: 'REG-1',
    applicationName: 'Desk',
    action: 'edit',
    sent: 'PATCH /registrations/REG-1',
  },
  { kind: 'ended', id: 'a-1', atMs: 2, durationMs: 1, outcome: { kind: 'unknown', cause: 'timeout' } },
  { kind: 'found', id: 'a-1', atMs: 3, happened: true },
] as const;

it(
  'of broken copies, histories and activity logs none stops the app, and none is lost',
  { timeout: 120_000 },
  async () => {
    const originals = new Map<string, Uint8Array>([
      ['copies/hub-1.json', fs.readFileSync(path.join(FIXTURES, 'copy.format-1.json'))],
      ['copies/hub-1.history.jsonl', Buffer.from(HISTORY.map((step) => `${historyLine(step)}\n`).join(''))],
      ['activity.jsonl', Buffer.from(ACTIVITY.map((line) => `${writeLine(line)}\n`).join(''))],
      ['activity-1.jsonl', Buffer.from(ACTIVITY.map((line) => `${writeLine({ ...line, id: 'a-0' })}\n`).join(''))],
    ]);
    const mutators = [...originals].map(([name, bytes], index) => ({ name, files: mutator([bytes], 100 + index) }));
    let longestMs = 0;
    for (let round = 0; round < ROUNDS_OF_LINES; round += 1) {
      emptyFolder();
      fs.copyFileSync(path.join(FIXTURES, 'hubs.format-2.json'), path.join(folder, 'hubs.json'));
      const broken = mutators.map(({ name, files }) => [name, files.next()] as const);
      for (const [name, bytes] of broken) fs.writeFileSync(path.join(folder, name), bytes);
      const { services } = appOnDisk(folder);
      const filter = { text: '', hubId: null, action: null, outcome: null };
      const ms = await workMs(async () => {
        const answers = [
          await services.registrations.saved({ hubId: 'hub-1' }),
          await services.review.history({ hubId: 'hub-1', registrationId: 'REG-1' }),
          await services.review.moments({ hubId: 'hub-1' }),
          await services.activity.list({ filter, offset: 0, limit: 10 }),
        ];
        for (const answer of answers) expect(answer).toMatchObject({ ok: true });
      });
      longestMs = Math.max(longestMs, ms);
      for (const [name, bytes] of broken) {
        const { dir, name: stem } = path.parse(name);
        const left = fs.readdirSync(path.join(folder, dir)).map((file) => path.join(folder, dir, file));
        const isThere = left
          .filter((file) => file === path.join(folder, name) || path.basename(file).startsWith(`${stem}.unreadable-`))
          .some((file) => fs.readFileSync(file).equals(bytes));
        if (!isThere) throw new Error(`${name} of round ${round} is lost: ${bytes.toString('base64')}`);
      }
    }
    expect(longestMs).toBeLessThan(1_000);
  },
);
