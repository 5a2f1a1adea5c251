// A program for the tests: rotates one credential over and over and says how far it came, until it is killed.
import process from 'node:process';
import { rotationOnDisk } from './rotation-on-disk.ts';

const [, , folder = '', firstRound = '1'] = process.argv;
const app = rotationOnDisk(folder);
for (let round = Number(firstRound); ; round += 1) {
  process.send?.({ begun: round });
  await app.rotateTo(round);
  process.send?.({ rotated: round });
  // Messages leave between the steps.
  await new Promise((resolve) => setImmediate(resolve));
  if (round % 3 === 0) await app.goBack();
  app.worked(round);
  process.send?.({ settled: round });
  await new Promise((resolve) => setImmediate(resolve));
}
