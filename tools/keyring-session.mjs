// A desktop session for tests with a real GNOME keyring in it, unlocked, empty, and not the person's own.
// @ts-check
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cacheHome } from './cache-folder.mjs';

/** @typedef {{ command: string, args: readonly string[] }} Invocation */

/**
 * The same invocation with a session bus of its own and the keyring's daemon on it. A password unlocks a keyring that is
 * made in this moment; it protects nothing.
 * @param {Invocation} invocation
 * @returns {Invocation}
 */
export function inKeyringSession({ command, args }) {
  const script = 'printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"';
  return { command: 'dbus-run-session', args: ['--', 'sh', '-c', script, 'sh', command, ...args] };
}

/**
 * Does the work with a home in which a person's own settings, keyring and sockets are out of reach; only the cache stays
 * the person's.
 * @template T
 * @param {NodeJS.ProcessEnv} env
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withThrowawayHome(env, work) {
  const home = await mkdtemp(path.join(os.tmpdir(), 'fabric-registrar-home-'));
  const folder = async (/** @type {string} */ name) => {
    const made = path.join(home, name);
    await mkdir(made, { recursive: true, mode: 0o700 });
    return made;
  };
  try {
    return await work({
      ...env,
      HOME: home,
      XDG_CONFIG_HOME: await folder('.config'),
      XDG_DATA_HOME: await folder('.local/share'),
      XDG_STATE_HOME: await folder('.local/state'),
      XDG_RUNTIME_DIR: await folder('run'),
      XDG_CACHE_HOME: cacheHome(env),
    });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
