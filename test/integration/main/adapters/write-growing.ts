// A program for the tests: writes ever larger records until the disk is full, opens the store anew after each, and
// prints one line of JSON a round. Its second argument is a shell command to run after the first round.
import '../../../doubles/no-electron-download.ts';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { openElectronRecordStore } from '../../../../main/adapters/electron-record-store.ts';
import { roundRecord } from './round-record.ts';

export interface DiskRound {
  /** Why it was not written; null when it was. */
  readonly cause: string | null;
  /** What a restart finds is what this run believes to be stored. */
  readonly isWhatIsBelieved: boolean;
  readonly isRecovered: boolean;
  /** The file and its copy are the same bytes on the disk. */
  readonly isLinked: boolean;
  readonly isKeptAfterwards: boolean;
}

const [, , folder = '', meanwhile = ''] = process.argv;
const log = { info: () => undefined, warn: () => undefined };
const open = () => openElectronRecordStore({ ...roundRecord(folder), log });
const inodeOf = (name: string) => fs.statSync(path.join(folder, name)).ino;

const { store } = open();
for (let round = 1; round <= 30; round += 1) {
  const written = store.write({ round, filler: 'x'.repeat(round * 1_500) });
  const again = open();
  const line: DiskRound = {
    cause: written.ok ? null : written.failure.cause,
    isWhatIsBelieved: JSON.stringify(again.store.read()) === JSON.stringify(store.read()),
    isRecovered: again.recovery !== null,
    isLinked: inodeOf('rounds.json') === inodeOf('rounds.last-good.json'),
    isKeptAfterwards: again.isKept,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  if (round === 1 && meanwhile !== '') execFileSync('sh', ['-c', meanwhile, folder]);
}
