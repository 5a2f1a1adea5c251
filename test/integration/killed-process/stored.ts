// What stands in the records of an app on the disk.
import type { StoredCredential } from '../../../main/core/hubs/stored-hubs.ts';
import { PairBook } from '../../../main/core/pairs/pair-book.ts';
import { randomId } from '../../../main/adapters/random-id.ts';
import { systemClock } from '../../../main/adapters/system-clock.ts';
import type { AppOnDisk } from './app-on-disk.ts';
import { secretOfRound } from './scenarios.ts';

export const roundsUpTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);

export function credentialsOf({ book }: AppOnDisk): readonly StoredCredential[] {
  return book.hubs().flatMap((hub) => hub.credentials);
}

/** Keeps a pair, as when a Hub answered one for a registration of the first hub. Other apps over the folder do not see it. */
export async function keepPair({ records, book, box }: AppOnDisk, clientId: string, round: number): Promise<string> {
  const { store } = records.pairs;
  const common = { clock: systemClock, newId: randomId, onChanged: () => undefined };
  const pairs = new PairBook({ ...common, store, secretBox: box, book });
  const { id } = await pairs.keep({
    hubId: book.hubs()[0]?.id ?? '',
    registrationId: `REG-${round}`,
    applicationName: `Application ${round}`,
    clientId,
    clientSecret: secretOfRound(round),
  });
  return id;
}
