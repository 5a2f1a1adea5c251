// Keeps Electron runtimes in the cache: whole or not at all, made once however many runs want one at the same time.
// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { withTemporaryFolder } from './cache-folder.mjs';
import { withLock } from './lock.mjs';

/**
 * @typedef {object} KeptRuntime
 * @property {string} cache the cache's folder
 * @property {string} distPath the runtime's own folder in it
 * @property {string} version
 */

/**
 * The place of a runtime for this machine.
 * @param {string} cache
 * @param {'official' | 'registry'} source
 * @param {string} version
 * @returns {KeptRuntime}
 */
export function placeOf(cache, source, version) {
  const name = `${version}-${process.platform}-${process.arch}-${source}`;
  return { cache, version, distPath: path.join(cache, 'electron', name) };
}

/** @param {string} distPath */
export function executableIn(distPath) {
  if (process.platform === 'darwin') return path.join(distPath, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return path.join(distPath, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

/**
 * The version a runtime says it has; undefined where there is no runtime.
 * @param {string} distPath
 * @returns {Promise<string | undefined>}
 */
export async function versionIn(distPath) {
  if (!existsSync(executableIn(distPath))) return undefined;
  const text = await readFile(path.join(distPath, 'version'), 'utf8').catch(() => '');
  return text.trim().replace(/^v/, '') || undefined;
}

/** @param {KeptRuntime} kept */
export const isKept = async ({ distPath, version }) => (await versionIn(distPath)) === version;

/**
 * Has the runtime made, unless it is there. It is made in a temporary folder and moved to its place when it is whole.
 * @param {KeptRuntime} kept
 * @param {(places: { temporaryFolder: string, into: string }) => Promise<void>} make
 * @param {() => void} [onWait] told when another run is making it
 */
export async function keepRuntime(kept, make, onWait) {
  if (await isKept(kept)) return;
  await withLock(
    kept.distPath,
    async () => {
      if (await isKept(kept)) return;
      await withTemporaryFolder(kept.cache, path.basename(kept.distPath), async (temporaryFolder) => {
        const into = path.join(temporaryFolder, 'runtime');
        await make({ temporaryFolder, into });
        await moveIntoPlace(into, kept);
      });
    },
    onWait,
  );
}

/**
 * @param {string} made
 * @param {KeptRuntime} kept
 */
async function moveIntoPlace(made, kept) {
  await mkdir(path.dirname(kept.distPath), { recursive: true });
  try {
    await rename(made, kept.distPath);
  } catch (error) {
    // A machine that shares this cache, and no lock with us, was faster.
    if (await isKept(kept)) return;
    await rm(kept.distPath, { recursive: true, force: true });
    await rename(made, kept.distPath).catch(() => {
      throw error;
    });
  }
}
