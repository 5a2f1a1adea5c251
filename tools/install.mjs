// Installs the project's packages, exactly as package-lock.json has them, unless they are there.
// @ts-check
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { projectFolder, projectNode } from './project.mjs';
import { runNpm } from './run.mjs';
import { StepFailure } from './step.mjs';

/**
 * @param {(now: string) => void} progress told what is being done
 * @returns {Promise<string>} the outcome in words
 */
export async function installPackages(progress) {
  if (await isInstalled(projectFolder)) return 'already installed';
  const install = async () => {
    // Another run may have done it while this one waited.
    if (await isInstalled(projectFolder)) return 'installed by another run';
    progress('installing with npm ci');
    await npmCi();
    return 'installed';
  };
  return withLock(`${projectFolder} packages`, install, () => progress('waiting for another run that is installing'));
}

/**
 * Whether node_modules holds what package-lock.json asks for, by the list that npm leaves there when, and only when,
 * an installation has come to its end.
 * @param {string} folder of the project
 */
export async function isInstalled(folder) {
  const [wanted, installed] = await Promise.all([
    packagesIn(path.join(folder, 'package-lock.json')),
    packagesIn(path.join(folder, 'node_modules', '.package-lock.json')),
  ]);
  if (wanted === undefined || installed === undefined || !existsSync(projectNode)) return false;
  return Object.entries(wanted).every(([place, { version, integrity, optional, devOptional, peer }]) => {
    if (place === '') return true;
    const there = installed[place];
    if (there === undefined) return optional === true || devOptional === true || peer === true;
    return there.version === version && there.integrity === integrity;
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage
 * @param {string} lockFile
 * @returns {Promise<Record<string, LockedPackage> | undefined>}
 */
async function packagesIn(lockFile) {
  try {
    return JSON.parse(await readFile(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

async function npmCi() {
  if (process.platform === 'win32' && process.execPath === projectNode) {
    throw new StepFailure('The packages have changed, and Windows does not replace a running Node.', 'Run `npm ci`.');
  }
  // Also where NODE_ENV says production: what builds and tests the app is a development package.
  const { code, output } = await runNpm(['ci', '--include=dev', '--loglevel=error'], {
    cwd: projectFolder,
    env: withoutProjectCommands(),
  });
  if (code !== 0) {
    const wayOut = 'Mend what npm says above (`npm ping` tells whether its registry can be reached), then start again.';
    throw new StepFailure('npm ci failed.', wayOut, output);
  }
  if (!existsSync(projectNode)) {
    const wayOut = 'Run `npm rebuild node --ignore-scripts=false`, then start again.';
    throw new StepFailure('The package `node` is incomplete: npm did not run its install script.', wayOut, output);
  }
}

/** The environment in which `node` is not the one that npm is about to replace. */
function withoutProjectCommands() {
  const commands = path.join(projectFolder, 'node_modules', '.bin');
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== commands);
  return { ...process.env, PATH: folders.join(path.delimiter) };
}
