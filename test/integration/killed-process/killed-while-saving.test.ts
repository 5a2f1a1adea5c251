// A process of the app's own core and adapters, killed while it saves credentials: none that was said to be saved is lost.
import { describe, expect, it } from 'vitest';
import { secretOf } from './app-on-disk.ts';
import { killing, KILLS, PATIENCE } from './kill-often.ts';
import { secretOfRound } from './scenarios.ts';
import { credentialsOf, roundsUpTo } from './stored.ts';

const SEED = 4_101;
const { killOften } = killing();

describe(`a process that is killed at ${KILLS} moments, random by the seed ${SEED}`, () => {
  it('while it saves has every credential that was said to be saved, and each one opens', PATIENCE, async () => {
    await killOften({
      scenario: 'save',
      rounds: 3,
      seed: SEED,
      async look(app, { begun, done }) {
        const credentials = credentialsOf(app);
        const last = credentials.length;
        expect([done, begun]).toContain(last);
        const saved = await Promise.all(
          credentials.map(async ({ clientId, secret }) => [clientId, await secretOf(secret, app.box)] as const),
        );
        const expected = roundsUpTo(last).map((round) => [`client-${round}`, secretOfRound(round)] as const);
        expect(new Map(saved)).toEqual(new Map(expected));
        return last;
      },
    });
  });
});
