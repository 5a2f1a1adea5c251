// A program for the tests: keeps one pair after the other and says which one is kept, until it is killed.
import process from 'node:process';
import { hubAt, pairBookOnDisk } from './pair-book-on-disk.ts';

const [, , folder = '', firstRound = '1'] = process.argv;
const pairs = pairBookOnDisk(folder, hubAt('https://hub.example/prweb/api/ppf/v1', 'https://hub.example/token'));
for (let round = Number(firstRound); ; round += 1) {
  await pairs.keep({
    hubId: 'hub',
    registrationId: `REG-${round % 7}`,
    applicationName: 'SalesDesk3',
    clientId: '69747281128570844473',
    clientSecret: `FAKE-secret-of-round-${round}`,
  });
  process.send?.(round);
  // Messages leave between the rounds.
  await new Promise((resolve) => setImmediate(resolve));
}
