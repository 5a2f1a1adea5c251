// A process of the app's own core and adapters, killed while it replaces secrets: the old one or the new one is in place.
import { describe, expect, it } from 'vitest';
import { secretOf } from './app-on-disk.ts';
import { killing, KILLS, PATIENCE } from './kill-often.ts';
import { secretOfRound } from './scenarios.ts';
import { credentialsOf, roundsUpTo } from './stored.ts';

const SEED = 4_202;
const CLIENTS = 3;
const { killOften } = killing();

/** What there is of a client after a number of rounds, none of which got a token: its newest secret and its first. */
function expectedOf(client: number, rounds: number) {
  const own = roundsUpTo(rounds).filter((round) => round % CLIENTS === client);
  const [first = 0] = own;
  const previous = own.length > 1 ? secretOfRound(first) : null;
  return { clientId: `client-${client}`, secret: secretOfRound(own.at(-1) ?? 0), previous };
}

describe(`a process that is killed at ${KILLS} moments, random by the seed ${SEED}`, () => {
  it('while it rotates has the old secret or the new one, and the one before still opens', PATIENCE, async () => {
    await killOften({
      scenario: 'rotate',
      rounds: 3,
      seed: SEED,
      async look(app, { begun, done }) {
        const found = await Promise.all(
          credentialsOf(app).map(async ({ clientId, secret, previousSecret }) => ({
            clientId,
            secret: await secretOf(secret, app.box),
            previous: previousSecret === null ? null : await secretOf(previousSecret, app.box),
          })),
        );
        const after = (rounds: number) =>
          [0, 1, 2].map((client) => expectedOf(client, rounds)).filter(({ secret }) => secret !== secretOfRound(0));
        const inOrder = found.toSorted((one, other) => one.clientId.localeCompare(other.clientId));
        const isBegun = JSON.stringify(inOrder) === JSON.stringify(after(begun));
        const latest = isBegun ? begun : done;
        expect(inOrder).toEqual(after(latest));
        return latest;
      },
    });
  });
});
