// A process of the app's own core and adapters, killed while it takes over a hand-off: each item is whole or not there.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HandedItem } from '../../../preload/contract/hand-off.ts';
import { appOnDisk, secretOf, value, type AppOnDisk } from './app-on-disk.ts';
import { killing, KILLS, PATIENCE } from './kill-often.ts';
import { save, secretOfRound } from './scenarios.ts';
import { credentialsOf, keepPair, roundsUpTo } from './stored.ts';

const SEED = 4_303;
/** So many credentials are in the file, and as many pairs. */
const EACH = 6;
const { folders, killOften } = killing();

type Item = readonly [kind: HandedItem['kind'], clientId: string, secret: string];

/** In the order of the file. */
const ITEMS: readonly Item[] = [
  ...roundsUpTo(EACH).map((round) => ['registration', `client-${round}`, secretOfRound(round)] as const),
  ...roundsUpTo(EACH).map((round) => ['dataSync', `pair-${round}`, secretOfRound(100 + round)] as const),
];

/** Everything that is saved, opened. */
async function savedIn(app: AppOnDisk): Promise<readonly Item[]> {
  const opened =
    (kind: HandedItem['kind']) =>
    async ({ clientId, secret }: Pick<ReturnType<typeof credentialsOf>[number], 'clientId' | 'secret'>) =>
      [kind, clientId, await secretOf(secret, app.box)] as const;
  return [
    ...(await Promise.all(credentialsOf(app).map(opened('registration')))),
    ...(await Promise.all(app.records.pairs.store.read().pairs.map(opened('dataSync')))),
  ];
}

/** A hand-off file for a key of the app that is killed; the folder of that app, with nothing in it but this key. */
async function handOffFor(): Promise<string> {
  const { base, elsewhere, handOffFile } = folders();
  const keysFolder = path.join(base, 'with-the-key');
  const { publicKey } = await value(appOnDisk(keysFolder).services.keys.make());
  const giverFolder = path.join(base, 'giver');
  const giver = appOnDisk(giverFolder);
  for (const round of roundsUpTo(EACH)) await save(giver, `client-${round}`, round);
  const pairIds: string[] = [];
  for (const round of roundsUpTo(EACH)) pairIds.push(await keepPair(giver, `pair-${round}`, 100 + round));
  const again = appOnDisk(giverFolder);
  const idOf = new Map(credentialsOf(again).map(({ clientId, id }) => [clientId, id]));
  const credentialIds = roundsUpTo(EACH).map((round) => idOf.get(`client-${round}`) ?? '');
  const lock = { kind: 'recipients' as const, recipients: [publicKey] };
  const wished = { credentialIds, pairIds, lock, note: '', withBackup: false };
  const written = await value(again.services.handOff.write(wished));
  fs.renameSync(path.join(elsewhere, written?.fileName ?? ''), handOffFile);
  return keysFolder;
}

describe(`a process that is killed at ${KILLS} moments, random by the seed ${SEED}`, () => {
  it('while it takes over a hand-off has each of its credentials whole or not at all', PATIENCE, async () => {
    const keysFolder = await handOffFor();
    await killOften({
      scenario: 'takeOver',
      rounds: ITEMS.length,
      seed: SEED,
      prepare() {
        fs.rmSync(folders().data, { recursive: true, force: true });
        fs.cpSync(keysFolder, folders().data, { recursive: true });
      },
      async look(app, { done, begun }) {
        const saved = await savedIn(app);
        expect([done, begun].map((rounds) => Math.min(rounds, ITEMS.length))).toContain(saved.length);
        expect(new Map(saved.map((item) => [item[1], item]))).toEqual(
          new Map(ITEMS.slice(0, saved.length).map((item) => [item[1], item])),
        );
        return 0;
      },
    });
  });
});
