// A program for the tests: moves all secrets from one protection to the next and says how far it came, until it is killed.
import process from 'node:process';
import { valueOf, vaultOnDisk } from './vault-on-disk.ts';

const [, , folder = '', firstRound = '1', lastPassphrase = ''] = process.argv;
const { vault } = vaultOnDisk(folder);
let passphrase = lastPassphrase;

async function nextMove(round: number): Promise<void> {
  const next = `passphrase of round ${round}`;
  const { level } = valueOf(await vault.status());
  if (level === 'passphrase' && round % 3 === 0) {
    valueOf(await vault.unlock({ passphrase }));
    valueOf(await vault.protect({ level: 'osKeystore' }));
    return;
  }
  if (level === 'passphrase') valueOf(await vault.changePassphrase({ passphrase, nextPassphrase: next }));
  else valueOf(await vault.protect({ level: 'passphrase', passphrase: next }));
  passphrase = next;
}

for (let round = Number(firstRound); ; round += 1) {
  process.send?.({ begun: round });
  await new Promise((resolve) => setImmediate(resolve));
  await nextMove(round);
}
