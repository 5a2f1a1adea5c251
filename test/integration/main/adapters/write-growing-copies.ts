// A program for the tests: writes ever larger saved copies and ever more steps of a history until the disk is full, looks
// after each what a restart would find, and prints one line of JSON a round.
import fs from 'node:fs';
import process from 'node:process';
import { fileCopyStore } from '../../../../main/adapters/file-copy-store.ts';
import { fileHistoryStore } from '../../../../main/adapters/file-history-store.ts';
import { readRegistrations } from '../../../../main/core/registrations/registration.ts';
import { wireRegistration } from '../../../doubles/wire-registration.ts';
import { historyStep } from './history-step.ts';

export interface CopyRound {
  readonly isCopyWritten: boolean;
  readonly isHistoryWritten: boolean;
  /** What a restart finds is what was written last. */
  readonly isCopyWhole: boolean;
  readonly isHistoryWhole: boolean;
  /** Nothing half-made is left. */
  readonly isTidy: boolean;
}

const [, , folder = ''] = process.argv;
const log = { info: () => undefined, warn: () => undefined };
const copies = () => fileCopyStore({ folder, clock: { nowMs: () => 0 }, log });
const histories = () => fileHistoryStore({ folder, log });
const [copyStore, historyStore] = [copies(), histories()];
let [registrations, steps] = [0, 0];
for (let round = 1; round <= 30; round += 1) {
  const wires = Array.from({ length: round * 4 }, (_, index) => wireRegistration({ ID: `REG-${index}` }));
  const copy = { hubId: 'hub-1', takenAtMs: 1, registrations: readRegistrations(wires) ?? [] };
  const copied = await copyStore.write(copy, { step: 0, sinceMs: 1 });
  const told = await historyStore.append('hub-1', [historyStep(steps + 1, 20)]);
  if (copied.ok) registrations = copy.registrations.length;
  if (told.ok) steps += 1;
  const line: CopyRound = {
    isCopyWritten: copied.ok,
    isHistoryWritten: told.ok,
    isCopyWhole: (await copies().read('hub-1')).kept?.copy.registrations.length === registrations,
    isHistoryWhole: (await histories().read('hub-1')).length === steps,
    isTidy: fs.readdirSync(folder).every((name) => /^hub-1\.(last-good\.json|json|history\.jsonl)$/.test(name)),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
