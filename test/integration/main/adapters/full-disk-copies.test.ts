import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waysToFillADisk } from './confined-disk.ts';
import type { CopyRound } from './write-growing-copies.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'full-copies-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

describe.each(waysToFillADisk)('a disk that fills up (%s)', (_name, confine) => {
  it('leaves the last copy and every step that was kept, whole, and nothing beside them', () => {
    const program = path.join(import.meta.dirname, 'write-growing-copies.ts');
    const [command, ...args] = confine(folder, [process.execPath, program, folder]);
    const { stdout } = spawnSync(command, args, { encoding: 'utf8' });
    // SAFETY: the program prints nothing else.
    const rounds = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as CopyRound);
    expect(rounds).toHaveLength(30);
    expect(rounds[0]).toMatchObject({ isCopyWritten: true, isHistoryWritten: true });
    expect(rounds.filter(({ isCopyWritten }) => !isCopyWritten)).not.toEqual([]);
    expect(rounds.filter(({ isHistoryWritten }) => !isHistoryWritten)).not.toEqual([]);
    for (const round of rounds) {
      expect(round).toMatchObject({ isCopyWhole: true, isHistoryWhole: true, isTidy: true });
    }
  });
});
