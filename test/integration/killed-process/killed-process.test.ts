// A process of the app's own core and adapters, killed at random moments: every record is in its old or
// its new state, none is lost, none is in clear.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredCredential } from '../../../main/core/hubs/stored-hubs.ts';
import { randomNumbers } from '../../doubles/mutations.ts';
import { appOnDisk, secretOf, value, type AppOnDisk } from './app-on-disk.ts';
import { BEGINNINGS, HANDED, PASSPHRASE, save, secretOfRound, textsIn, type Scenario } from './scenarios.ts';

/**
 * With the kills in the tests of the store, the pairs, rotation and moving more than two hundred, when FABRIC_KILLS is
 * `all`: two minutes. Every run has a quarter of them.
 */
const ALL_KILLS: Readonly<Record<Scenario, number>> = { save: 25, rotate: 30, reseal: 25, takeOver: 30 };
const SHARE = process.env['FABRIC_KILLS'] === 'all' ? 1 : 0.25;
const killsOf = (scenario: Scenario): number => Math.ceil(ALL_KILLS[scenario] * SHARE);
const PATIENCE = { timeout: 300_000 };

let base: string;
let folder: string;
beforeEach(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'killed-process-'));
  folder = path.join(base, 'data');
  fs.mkdirSync(path.join(base, 'elsewhere'));
});
afterEach(() => fs.rmSync(base, { recursive: true, force: true }));

interface Killed {
  readonly begun: number;
  readonly done: number;
}

/** How long a round takes, as far as it was seen: within that long after it began a process is killed. */
let longestRoundMs: number;
beforeEach(() => {
  longestRoundMs = 150;
});

/** Lets a process work and kills it at a random moment of its first rounds; what it said last. */
async function killed(scenario: Scenario, first: number, moment: number): Promise<Killed> {
  const program = path.join(import.meta.dirname, 'work-until-killed.ts');
  const file = path.join(base, 'elsewhere', 'hand-off.age');
  const child = fork(program, [folder, scenario, String(first), file], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Most of the time goes into starting: what was compiled once is read again.
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(base, 'compiled') },
  });
  let last: Killed = { begun: 0, done: first - 1 };
  let begunAt = 0;
  child.on('message', (said: Partial<Killed>) => {
    if (last.begun === 0) setTimeout(() => child.kill('SIGKILL'), moment * 2 * longestRoundMs);
    if (said.begun === undefined) longestRoundMs = Math.max(longestRoundMs, performance.now() - begunAt);
    else begunAt = performance.now();
    last = { ...last, ...said };
  });
  await new Promise((resolve) => child.once('exit', resolve));
  expect(child.signalCode).toBe('SIGKILL');
  return last;
}

/** Kills over and over; after each the app is opened as after a restart, and looked at. */
async function killOften(scenario: Scenario, look: (app: AppOnDisk, killed: Killed) => Promise<number>): Promise<void> {
  const random = randomNumbers(scenario.length);
  let next = 1;
  for (let kill = 0; kill < killsOf(scenario); kill += 1) {
    const last = await killed(scenario, next, random());
    const app = appOnDisk(folder);
    for (const { recovery, isKept } of [app.records.hubs, app.records.pairs, app.records.vault]) {
      expect({ recovery, isKept }).toEqual({ recovery: null, isKept: true });
    }
    // Where no round came to its end, the next one gets more time.
    if (last.done < next) longestRoundMs = Math.min(3_000, longestRoundMs * 1.5);
    next = (await look(app, last)) + 1;
    for (const [name, text] of textsIn(folder)) {
      for (const beginning of BEGINNINGS) expect(text.includes(beginning), name).toBe(false);
    }
  }
  expect(next).toBeGreaterThan(killsOf(scenario) / 4);
}

function credentialsOf({ records }: AppOnDisk): readonly StoredCredential[] {
  return records.hubs.store.read().hubs.flatMap((hub) => hub.credentials);
}

const roundsUpTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);

describe('a process that is killed', () => {
  it('while it saves has every credential that was said to be saved, and each one opens', PATIENCE, async () => {
    await killOften('save', async (app, { begun, done }) => {
      const credentials = credentialsOf(app);
      expect([done, begun]).toContain(credentials.length);
      for (const round of roundsUpTo(credentials.length)) {
        const credential = credentials.find(({ clientId }) => clientId === `client-${round}`);
        if (credential === undefined) throw new Error(`Credential ${round} is lost`);
        // Only the newest ones can have been hit.
        if (round > credentials.length - 5)
          expect(await secretOf(credential.secret, app.box)).toBe(secretOfRound(round));
      }
      return credentials.length;
    });
  });

  it('while it rotates has the old secret or the new one, and the one before still opens', PATIENCE, async () => {
    await killOften('rotate', async (app, { begun, done }) => {
      const credentials = credentialsOf(app);
      expect(credentials).toHaveLength(Math.min(3, credentials.length));
      const found = await Promise.all(credentials.map(({ secret }) => secretOf(secret, app.box)));
      const latest = Math.max(0, ...found.map((secret) => Number(/round-(\d+)-/.exec(secret)?.[1] ?? Number.NaN)));
      expect([done, begun]).toContain(latest);
      for (const { clientId, previousSecret, secret } of credentials) {
        const round = Number(/round-(\d+)-/.exec(await secretOf(secret, app.box))?.[1]);
        expect(clientId).toBe(`client-${round % 3}`);
        if (previousSecret !== null) {
          expect(await secretOf(previousSecret, app.box)).toMatch(/^FAKE-secret-of-round-\d+-7c1e0815$/);
        }
      }
      return latest;
    });
  });

  it('while it moves all secrets has them all here or all there, and leaves no weaker copy', PATIENCE, async () => {
    const first = appOnDisk(folder);
    const levels = new Set<string>();
    for (const round of roundsUpTo(HANDED)) await save(first, `client-${round}`, round);
    await killOften('reseal', async (app, { done }) => {
      const { level, isLocked } = await value(app.services.vault.status());
      if (isLocked) await value(app.services.vault.unlock({ passphrase: PASSPHRASE }));
      levels.add(level);
      const credentials = credentialsOf(app);
      expect(new Set(credentials.map(({ secret }) => secret.level))).toEqual(new Set([level]));
      for (const { clientId, secret } of credentials) {
        const round = Number(clientId.slice('client-'.length));
        expect(await secretOf(secret, app.box)).toBe(secretOfRound(round));
      }
      expect(credentials).toHaveLength(HANDED);
      const other = level === 'passphrase' ? '"osKeystore"' : '"passphrase"';
      for (const [name, text] of textsIn(folder)) {
        if (/^(hubs|pairs)\..*json$/.test(name)) expect(text.includes(other), name).toBe(false);
      }
      return done;
    });
    expect(levels).toEqual(new Set(['osKeystore', 'passphrase']));
  });

  it('while it takes over a hand-off has each of its credentials whole or not at all', PATIENCE, async () => {
    await handOffFile();
    await killOften('takeOver', async (app, { done, begun }) => {
      const credentials = credentialsOf(app);
      for (const { clientId, secret } of credentials) {
        const round = Number(clientId.slice('client-'.length));
        expect(await secretOf(secret, app.box)).toBe(secretOfRound(round));
      }
      const clients = new Set(credentials.map(({ clientId }) => clientId));
      for (const round of roundsUpTo(Math.min(done, HANDED))) expect(clients).toContain(`client-${round}`);
      expect(clients.size).toBeLessThanOrEqual(Math.min(begun, HANDED));
      return done;
    });
  });

  /** A file with twelve credentials, for the key of the app that is killed. */
  async function handOffFile(): Promise<void> {
    const { publicKey } = await value(appOnDisk(folder).services.keys.make());
    const giver = appOnDisk(path.join(base, 'giver'));
    for (const round of roundsUpTo(HANDED)) await save(giver, `client-${round}`, round);
    const credentialIds = roundsUpTo(HANDED).map(
      (round) => credentialsOf(giver).find(({ clientId }) => clientId === `client-${round}`)?.id ?? '',
    );
    const lock = { kind: 'recipients' as const, recipients: [publicKey] };
    const written = await value(
      giver.services.handOff.write({ credentialIds, pairIds: [], lock, note: '', withBackup: false }),
    );
    fs.renameSync(path.join(base, 'elsewhere', written?.fileName ?? ''), path.join(base, 'elsewhere', 'hand-off.age'));
  }
});
