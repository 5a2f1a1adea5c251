// A program for the tests: writes calls into the activity log as fast as the disk takes them, and says which lines the
// disk has, until it is killed.
import '../../../doubles/no-electron-download.ts';
import process from 'node:process';
import { fileJournal } from '../../../../main/adapters/file-journal.ts';

/** What it says to its parent: the line that the disk has. */
export type AcknowledgedLine = string;

const [, , folder = '', run = ''] = process.argv;
const log = { info: () => undefined, warn: () => undefined };
const journal = fileJournal({ folder, name: 'activity', log, limitBytes: 20_000 });

async function writeOn(writer: number): Promise<never> {
  for (let round = 1; ; round += 1) {
    const line = `run ${run}, writer ${writer}, line ${round}, ${'é'.repeat(round % 200)}`;
    const written = await journal.append([line]);
    if (!written.ok) process.exit(1);
    process.send?.(line satisfies AcknowledgedLine);
    // Messages leave between the rounds.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
await Promise.all([1, 2, 3].map(writeOn));
