// Kills a process of the app's own core and adapters at random moments, over and over, and looks at what it left.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished } from 'vitest';
import { filesBelow, searchFor } from '../../doubles/in-clear.ts';
import { randomNumbers } from '../../doubles/mutations.ts';
import { appOnDisk, type AppOnDisk } from './app-on-disk.ts';
import { MARKER, type Scenario } from './scenarios.ts';

/** Of each scenario; with those of the real app (test/e2e/killed-app.test.ts) two hundred. */
export const KILLS = 45;
export const PATIENCE = { timeout: 300_000 };

/** How far the process had come, by what it said. */
interface Killed {
  readonly begun: number;
  readonly done: number;
}

interface Scene {
  readonly scenario: Scenario;
  /** The process is killed at some moment of so many rounds. */
  readonly rounds: number;
  /** Of the random moments: with the same one they are the same share of the time. */
  readonly seed: number;
  /** Before each kill but the first: puts the folder as it shall be. */
  readonly prepare?: () => void;
  /** Looks at the app as it is after a restart; answers the round from which the next process goes on. */
  readonly look: (app: AppOnDisk, killed: Killed) => Promise<number>;
  /** What must not be in clear in any file, besides the secrets of the rounds. */
  readonly secrets?: Readonly<Record<string, string>>;
}

/** The folders of a test, made and removed around it. */
export interface Folders {
  readonly base: string;
  /** The data folder of the app. */
  readonly data: string;
  readonly elsewhere: string;
  readonly handOffFile: string;
}

/** To be called once in a test file: compiles the program that is killed, and gives every test folders of its own. */
export function killing(): { readonly folders: () => Folders; readonly killOften: (scene: Scene) => Promise<void> } {
  let program = '';
  let compiled = '';
  let folders: Folders;
  beforeAll(async () => {
    compiled = fs.mkdtempSync(path.join(os.tmpdir(), 'killed-program-'));
    program = await compile(compiled);
  });
  afterAll(() => fs.rmSync(compiled, { recursive: true, force: true }));
  beforeEach(() => {
    const base = fs.mkdtempSync(path.join(os.tmpdir(), 'killed-process-'));
    const elsewhere = path.join(base, 'elsewhere');
    fs.mkdirSync(elsewhere);
    folders = { base, data: path.join(base, 'data'), elsewhere, handOffFile: path.join(elsewhere, 'hand-off.age') };
  });
  afterEach(() => fs.rmSync(folders.base, { recursive: true, force: true }));
  return { folders: () => folders, killOften: (scene) => killOften(scene, { program, folders }) };
}

/** Bundled, because most of the time of a process goes into its start. */
async function compile(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: path.join(import.meta.dirname, 'work-until-killed.ts'),
      outDir: folder,
      rolldownOptions: {
        // Libraries in CommonJS ask where they lie.
        output: {
          entryFileNames: 'work-until-killed.mjs',
          banner: 'const { dirname: __dirname, filename: __filename } = import.meta;',
        },
      },
    },
    ssr: { noExternal: true },
  });
  return path.join(folder, 'work-until-killed.mjs');
}

interface Stage {
  readonly program: string;
  readonly folders: Folders;
}

interface Life {
  readonly scenario: Scenario;
  readonly first: number;
  /** Ends the process as soon as it has done so many rounds, if it is not killed before. */
  readonly rounds: number;
  /** So long after the first round began it is killed; null for not before the last round is done. */
  readonly killedAfterMs: number | null;
}

/** Lets a process work and kills it; what it said last, and how long it worked. */
async function killed({ program, folders }: Stage, life: Life): Promise<Killed & { readonly workedMs: number }> {
  const { scenario, first, rounds, killedAfterMs } = life;
  const child = fork(program, [folders.data, scenario, String(first), folders.handOffFile], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(path.dirname(program), 'compiled') },
  });
  const kill = (): void => void child.kill('SIGKILL');
  onTestFinished(kill);
  let last: Killed = { begun: 0, done: first - 1 };
  let begunAt = 0;
  child.on('message', (said: Partial<Killed>) => {
    if (last.begun === 0) begunAt = performance.now();
    if (last.begun === 0 && killedAfterMs !== null) setTimeout(kill, killedAfterMs);
    last = { ...last, ...said };
    if (last.done - first + 1 >= rounds) kill();
  });
  await new Promise((resolve) => child.once('exit', resolve));
  expect(child.signalCode).toBe('SIGKILL');
  return { ...last, workedMs: performance.now() - begunAt };
}

async function killOften({ scenario, rounds, seed, look, prepare, secrets = {} }: Scene, stage: Stage): Promise<void> {
  const random = randomNumbers(seed);
  const inClear = searchFor({ ...secrets, 'a secret of a round': MARKER });
  let next = 1;
  let killedAtWork = 0;

  async function lookAfter(killedAfterMs: number | null): Promise<number> {
    prepare?.();
    const first = next;
    const { workedMs, ...last } = await killed(stage, { scenario, first, rounds, killedAfterMs });
    if (last.begun > last.done) killedAtWork += 1;
    const app = appOnDisk(stage.folders.data);
    const { hubs, pairs, keys, reach, vault } = app.records;
    for (const { recovery, isKept } of [hubs, pairs, keys, reach, vault]) {
      expect({ recovery, isKept }).toEqual({ recovery: null, isKept: true });
    }
    next = (await look(app, last)) + 1;
    for (const [name, bytes] of filesBelow(stage.folders.data)) expect(inClear(bytes), name).toEqual([]);
    return workedMs;
  }

  // The first one shows how long the rounds take.
  const workedMs = await lookAfter(null);
  for (let kill = 1; kill < KILLS; kill += 1) await lookAfter(random() * workedMs);
  // In the middle of a round, that is: not before the first one, nor in between.
  expect(killedAtWork).toBeGreaterThan(KILLS / 3);
}
