// Where things are in this project, for every script in this folder.
// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder, absolute. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * A path inside the project.
 * @param {...string} parts
 */
export const inProject = (...parts) => path.join(projectFolder, ...parts);

/** The folder of the `electron` package, which stands for a release and knows how to get it. */
export const electronPackage = inProject('node_modules', 'electron');

/** The Node that the `node` package brings: the same major version as Electron's, whatever Node the machine has. */
export const projectNode = inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * The script behind a command of an installed package, to be run with {@link projectNode}: unlike the links in
 * `node_modules/.bin` it starts the same way on every platform.
 * @param {string} packageName
 * @param {string} [command] its name, where the package has several
 */
export function commandOf(packageName, command = packageName) {
  const folder = inProject('node_modules', ...packageName.split('/'));
  /** @type {{ bin?: string | Record<string, string> }} */
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[command];
  if (script === undefined) throw new Error(`The package ${packageName} has no command ${command}.`);
  return path.join(folder, script);
}
