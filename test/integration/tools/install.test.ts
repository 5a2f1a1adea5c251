// When the packages count as installed: npm's own list against the lock file.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isInstalled } from '../../../tools/install.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const got = { version: '16.1.0', integrity: 'sha512-got' };
const forAnother = { version: '1.0.0', integrity: 'sha512-mac', optional: true };
const lock = { '': { name: 'project' }, 'node_modules/got': got, 'node_modules/for-another-platform': forAnother };

async function project(wanted: object, installed?: object): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  await mkdir(path.join(folder, 'node_modules'));
  if (installed !== undefined) {
    const list = path.join(folder, 'node_modules', '.package-lock.json');
    await writeFile(list, JSON.stringify({ packages: installed }));
  }
  return folder;
}

test('a fresh clone and an installation that broke off are not installed', async () => {
  expect(await isInstalled(await temporaryFolder())).toBe(false);
  expect(await isInstalled(await project(lock))).toBe(false);
});

test('what the lock file asks for is installed, without what is for other platforms', async () => {
  expect(await isInstalled(await project(lock, { 'node_modules/got': got }))).toBe(true);
});

test('a package more does no harm', async () => {
  expect(await isInstalled(await project(lock, { 'node_modules/got': got, 'node_modules/tried-out': got }))).toBe(true);
});

test('a missing package, another version and another content are not what is asked for', async () => {
  expect(await isInstalled(await project(lock, {}))).toBe(false);
  expect(await isInstalled(await project(lock, { 'node_modules/got': { ...got, version: '16.0.0' } }))).toBe(false);
  expect(await isInstalled(await project(lock, { 'node_modules/got': { ...got, integrity: 'sha512-x' } }))).toBe(false);
});

test('an optional package of another version is not what is asked for', async () => {
  const installed = {
    'node_modules/got': got,
    'node_modules/for-another-platform': { ...forAnother, version: '0.9.0' },
  };
  expect(await isInstalled(await project(lock, installed))).toBe(false);
});
