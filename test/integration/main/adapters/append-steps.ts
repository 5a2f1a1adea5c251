// A program for the tests: adds one step after the other to a history and says which one is kept, until it is killed.
import process from 'node:process';
import { fileHistoryStore } from '../../../../main/adapters/file-history-store.ts';
import { historyStep } from './history-step.ts';

/** What it says to its parent: the number of the step that is kept. */
export type KeptStep = number;

const folder = process.argv[2] ?? '';
const store = fileHistoryStore({ folder, log: { info: () => undefined, warn: () => undefined } });
const steps = await store.read('hub-1');
for (let number = steps.length + 1; ; number += 1) {
  const kept = await store.append('hub-1', [historyStep(number, 200)]);
  if (!kept.ok) process.exit(1);
  process.send?.(number satisfies KeptStep);
}
