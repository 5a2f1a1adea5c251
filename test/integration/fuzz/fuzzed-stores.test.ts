// Every record of the app, broken in every way: the app opens, what is unreadable is moved aside and nothing of it is used.
import '../../doubles/no-electron-download.ts';
import type { Buffer } from 'node:buffer';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRecords } from '../../../main/compose-records.ts';
import type { RecordStore } from '../../../main/core/ports.ts';
import { mutator } from '../../doubles/mutations.ts';

const FIXTURES = 'test/fixtures/store';
const ROUNDS = 400;

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fuzzed-stores-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const log = { info: () => undefined, warn: () => undefined };
/** A store as far as it is used here. */
type AnyStore = Pick<RecordStore<object>, 'read'> & { write(value: unknown): unknown };

function open(): readonly AnyStore[] {
  // SAFETY: every store gets only what it gave itself.
  return Object.values(openRecords({ folder, clock: { nowMs: () => 0 }, log })).map(({ store }) => store as AnyStore);
}

/** The names of the records' files, as the app itself makes them. */
function namesOfRecords(): readonly string[] {
  for (const store of open()) store.write(store.read());
  return fs
    .readdirSync(folder)
    .filter((name) => /^[\w-]+\.json$/.test(name))
    .map((name) => path.basename(name, '.json'));
}

/** Whole records to break: those of every format that is kept, and what an empty one looks like. */
function originalsOf(name: string): readonly Buffer[] {
  const kept = fs.readdirSync(FIXTURES).filter((file) => file.startsWith(`${name}.format-`));
  return [...kept.map((file) => path.join(FIXTURES, file)), path.join(folder, `${name}.json`)].map((file) =>
    fs.readFileSync(file),
  );
}

it(
  'of more than 5,000 broken stores none stops the app, takes a second of work, or is lost',
  { timeout: 300_000 },
  () => {
    const names = namesOfRecords();
    const mutators = names.map((name, index) => ({ name, files: mutator(originalsOf(name), index + 1) }));
    expect(mutators.length * ROUNDS).toBeGreaterThan(5_000 - 1);
    let longestMs = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const old of fs.readdirSync(folder)) fs.rmSync(path.join(folder, old), { recursive: true });
      const broken = mutators.map(({ name, files }) => [`${name}.json`, files.next()] as const);
      for (const [name, bytes] of broken) fs.writeFileSync(path.join(folder, name), bytes);
      const before = process.cpuUsage();
      const stores = open();
      longestMs = Math.max(longestMs, process.cpuUsage(before).user / 1_000);
      for (const store of stores) expect(store.read()).toBeTypeOf('object');
      for (const [name, bytes] of broken) expectKept(name, bytes, round);
    }
    expect(longestMs).toBeLessThan(1_000);
  },
);

/** What was found is still there: as it was, or moved aside as it was. */
function expectKept(name: string, bytes: Buffer, round: number): void {
  const { name: stem } = path.parse(name);
  const left = fs.readdirSync(folder).filter((file) => file === name || file.startsWith(`${stem}.unreadable-`));
  const isThere = left.some((file) => fs.readFileSync(path.join(folder, file)).equals(bytes));
  if (!isThere) throw new Error(`${name} of round ${round} is lost: ${bytes.toString('base64')}`);
}
