// The cache of runtimes: each is there whole or not at all.
import { existsSync } from 'node:fs';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { executableIn, isKept, keepRuntime, placeOf, versionIn } from '../../../tools/runtime-store.mjs';
import { temporaryFolder } from './temporary-folder.ts';

interface Places {
  readonly temporaryFolder: string;
  readonly into: string;
}

async function makeRuntime(folder: string, version: string): Promise<void> {
  await mkdir(path.dirname(executableIn(folder)), { recursive: true });
  await writeFile(executableIn(folder), '');
  await writeFile(path.join(folder, 'version'), version);
}

const temporaryIn = async (cache: string, distPath: string): Promise<string[]> =>
  readdir(path.join(cache, 'temporary', path.basename(distPath)));

test('a runtime that was made is kept, and is not made again', async () => {
  const kept = placeOf(await temporaryFolder(), 'official', '45.0.0');
  let made = 0;
  const make = async ({ into }: Places): Promise<void> => {
    made += 1;
    await makeRuntime(into, 'v45.0.0\n');
  };
  await keepRuntime(kept, make);
  await keepRuntime(kept, make);
  expect(made).toBe(1);
  expect(await isKept(kept)).toBe(true);
  expect(await temporaryIn(kept.cache, kept.distPath)).toEqual([]);
});

test('runs at the same time make it once, and those that wait are told', async () => {
  const kept = placeOf(await temporaryFolder(), 'official', '45.0.0');
  let made = 0;
  let waiting = 0;
  const make = async ({ into }: Places): Promise<void> => {
    made += 1;
    await makeRuntime(into, '45.0.0');
  };
  const onWait = (): void => void (waiting += 1);
  await Promise.all([1, 2, 3].map(() => keepRuntime(kept, make, onWait)));
  expect({ made, waiting }).toEqual({ made: 1, waiting: 2 });
});

test('one that breaks off half way leaves nothing behind', async () => {
  const kept = placeOf(await temporaryFolder(), 'registry', '33.2.1');
  const breakOff = async ({ into, temporaryFolder: folder }: Places): Promise<void> => {
    await mkdir(into);
    await writeFile(path.join(folder, 'half.zip'), 'half');
    throw new Error('the line went dead');
  };
  await expect(keepRuntime(kept, breakOff)).rejects.toThrow('the line went dead');
  expect(existsSync(kept.distPath)).toBe(false);
  expect(await temporaryIn(kept.cache, kept.distPath)).toEqual([]);
});

test('what a killed run left is removed, what another machine may be making is not', async () => {
  const kept = placeOf(await temporaryFolder(), 'official', '45.0.0');
  const parent = path.join(kept.cache, 'temporary', path.basename(kept.distPath));
  const leave = async (name: string, ageDays: number): Promise<void> => {
    const folder = path.join(parent, name);
    await mkdir(folder, { recursive: true });
    const then = new Date(Date.now() - ageDays * 24 * 60 * 60 * 1000);
    await utimes(folder, then, then);
  };
  await leave(`${os.hostname()}~killed`, 0);
  await leave('elsewhere~working', 0);
  await leave('elsewhere~killed', 2);
  await keepRuntime(kept, ({ into }) => makeRuntime(into, '45.0.0'));
  expect(await readdir(parent)).toEqual(['elsewhere~working']);
});

test('a folder in the way that is no runtime is replaced', async () => {
  const kept = placeOf(await temporaryFolder(), 'official', '45.0.0');
  await mkdir(path.join(kept.distPath, 'locales'), { recursive: true });
  await keepRuntime(kept, ({ into }) => makeRuntime(into, '45.0.0'));
  expect(await isKept(kept)).toBe(true);
});

test('a runtime of another version, or without its executable, does not pass for it', async () => {
  const kept = placeOf(await temporaryFolder(), 'official', '45.0.0');
  await makeRuntime(kept.distPath, '44.0.0');
  expect(await versionIn(kept.distPath)).toBe('44.0.0');
  expect(await isKept(kept)).toBe(false);
  expect(await versionIn(kept.cache)).toBeUndefined();
});
