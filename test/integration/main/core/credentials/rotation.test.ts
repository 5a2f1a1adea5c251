// Rotations for real: on a real disk, through the real keystore adapter, with the process killed in the middle.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { rotationOnDisk, secretOfRound } from './rotation-on-disk.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rotation-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function expectNothingInClear(): void {
  for (const name of fs.readdirSync(folder)) {
    expect(fs.readFileSync(path.join(folder, name), 'latin1')).not.toContain('FAKE-secret');
  }
}

describe('a rotation', () => {
  it('is there after a restart, with the old secret until the new one has worked', async () => {
    await rotationOnDisk(folder).rotateTo(1);
    await rotationOnDisk(folder).rotateTo(2);
    expect(await rotationOnDisk(folder).secrets()).toEqual([secretOfRound(2), secretOfRound(1)]);
    await rotationOnDisk(folder).goBack();
    expect(await rotationOnDisk(folder).secrets()).toEqual([secretOfRound(1), secretOfRound(2)]);
    rotationOnDisk(folder).worked(1);
    expect(await rotationOnDisk(folder).secrets()).toEqual([secretOfRound(1), null]);
    expectNothingInClear();
  });
});

describe('an app that is killed', () => {
  interface Progress {
    readonly begun: number;
    readonly rotated: number;
  }

  /** Lets a child rotate and kills it after a while; answers how far it said it had come. */
  async function rotateUntilKilled(firstRound: number, afterMs: number): Promise<Progress> {
    const program = path.join(import.meta.dirname, 'rotate.ts');
    const child = fork(program, [folder, String(firstRound)], { stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    let progress: Progress = { begun: 0, rotated: 0 };
    child.on('message', (said) => {
      if (progress.begun === 0) setTimeout(() => child.kill('SIGKILL'), afterMs);
      progress = { ...progress, ...(said as Partial<Progress>) };
    });
    await new Promise((resolve) => child.once('exit', resolve));
    expect(child.signalCode).toBe('SIGKILL');
    return progress;
  }

  it(
    'has the old secret or the new one in place, and never loses the last that worked',
    { timeout: 240_000 },
    async () => {
      await rotationOnDisk(folder).rotateTo(0);
      rotationOnDisk(folder).worked(0);
      let first = 1;
      let settled = secretOfRound(0);
      for (let kill = 0; kill < 20; kill += 1) {
        const { begun } = await rotateUntilKilled(first, (kill * 7) % 60);
        const app = rotationOnDisk(folder);
        expect(app.recovery).toBeNull();
        expect(app.count()).toBe(1);
        const [inPlace, replaced] = await app.secrets();
        // A round may have gone back to what was there before it, and before the first one that was `settled`.
        const rounds = [begun, begun - 1, begun - 2].map((round) => (round < first ? settled : secretOfRound(round)));
        const possible = new Set(rounds);
        expect(possible.has(inPlace)).toBe(true);
        expect(replaced === null || possible.has(replaced)).toBe(true);
        expect(replaced).not.toBe(inPlace);
        expectNothingInClear();
        app.worked(begun);
        settled = inPlace;
        first = begun + 1;
      }
    },
  );
});
