// The folder for what is expensive to get and survives `npm ci`: outside the project, one for all its clones.
// @ts-check
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The folder as the platform's rules have it: XDG base directories, Apple's file system guide, Windows' known folders.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  return path.join(cacheHome(env, platform), 'fabric-registrar');
}

/**
 * The folder in which all programs of this person keep their caches.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function cacheHome(env = process.env, platform = process.platform) {
  const home = os.homedir();
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches');
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local');
  const configured = env['XDG_CACHE_HOME'];
  // The specification says to ignore a relative path.
  return configured !== undefined && path.isAbsolute(configured) ? configured : path.join(home, '.cache');
}

/**
 * Gives the work a temporary folder inside the cache, so that what is finished is moved to its place by one rename, and
 * removes it afterwards. What killed runs left behind is removed first: the caller holds the lock on what it is making.
 * @template T
 * @param {string} cache
 * @param {string} making a name for what is being made
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withTemporaryFolder(cache, making, work) {
  const parent = path.join(cache, 'temporary', making);
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent);
  const folder = await mkdtemp(path.join(parent, `${os.hostname()}~`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} parent */
async function removeAbandoned(parent) {
  for (const name of await readdir(parent)) {
    const folder = path.join(parent, name);
    if (await isAbandoned(folder)) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The lock keeps this machine's other runs out. Another machine that shares the cache does not know of it: its folder is
 * given a day.
 * @param {string} folder
 */
async function isAbandoned(folder) {
  if (path.basename(folder).startsWith(`${os.hostname()}~`)) return true;
  const info = await stat(folder).catch(() => undefined);
  return info !== undefined && Date.now() - info.mtimeMs > dayMs;
}
