// A program for the tests: writes one record after the other and says which one is written, until it is killed.
import '../../../doubles/no-electron-download.ts';
import process from 'node:process';
import { openElectronRecordStore } from '../../../../main/adapters/electron-record-store.ts';
import { roundRecord } from './round-record.ts';

/** What it says to its parent: the round that was just written. */
export type WrittenRound = number;

const folder = process.argv[2] ?? '';
const log = { info: () => undefined, warn: () => undefined };
const { store } = openElectronRecordStore({ ...roundRecord(folder), log });
for (let round = store.read().round + 1; ; round += 1) {
  const written = store.write({ round, filler: String(round % 10).repeat(20_000) });
  if (!written.ok) process.exit(1);
  process.send?.(round satisfies WrittenRound);
  // Messages leave between the rounds.
  await new Promise((resolve) => setImmediate(resolve));
}
