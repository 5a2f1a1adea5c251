// What Electron needs of a Linux system besides itself: found out by looking, installed as root on Debian, said otherwise.
// @ts-check
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { StepFailure } from './step.mjs';

/**
 * @typedef {object} Need
 * @property {string} debian its package there
 * @property {string} [library] the file name by which programs find it
 * @property {string} [command]
 * @property {string[]} [alongside] packages that Debian would otherwise choose less well by itself
 */

/** A window. @type {Need[]} */
export const windowNeeds = [
  { debian: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { debian: 'libnss3', library: 'libnss3.so' },
  { debian: 'libasound2', library: 'libasound.so.2' },
  { debian: 'libgbm1', library: 'libgbm.so.1' },
];

/** A display where there is none. @type {Need[]} */
export const displayNeeds = [{ debian: 'xvfb', command: 'Xvfb' }];

/** A real keyring of one's own. @type {Need[]} */
export const keyringNeeds = [
  { debian: 'dbus', command: 'dbus-run-session' },
  // Without dbus-x11 its dependency on a session bus would bring in systemd.
  { debian: 'gnome-keyring', command: 'gnome-keyring-daemon', alongside: ['dbus-x11'] },
  { debian: 'libsecret-1-0', library: 'libsecret-1.so.0' },
];

/** A proxy, TLS and a private authority on the way to a hub. @type {Need[]} */
export const reachNeeds = [
  { debian: 'tinyproxy', command: 'tinyproxy' },
  { debian: 'microsocks', command: 'microsocks' },
  { debian: 'nginx-light', command: 'nginx' },
  { debian: 'openssl', command: 'openssl' },
];

/** The tool that opens hand-off files too, and makes them. @type {Need[]} */
export const ageNeeds = [{ debian: 'age', command: 'age' }];

/**
 * @typedef {object} System what this module asks of a machine
 * @property {NodeJS.Platform} platform
 * @property {(command: string) => boolean} hasCommand
 * @property {() => Promise<string | undefined>} libraryList every library the loader knows; undefined where it cannot be listed
 * @property {boolean} isRoot
 * @property {typeof run} run
 */

/** @type {System} */
export const thisSystem = {
  platform: process.platform,
  hasCommand,
  libraryList: async () => {
    const { code, output } = await run('/sbin/ldconfig', ['-p'], { onlyStdout: true });
    return code === 0 ? output : undefined;
  },
  isRoot: process.getuid?.() === 0,
  run,
};

/**
 * Sees to it that the system has what is needed.
 * @param {readonly Need[]} needs
 * @param {(now: string) => void} progress
 * @param {System} [system]
 * @returns {Promise<string>} the outcome in words
 * @throws StepFailure with the one command to run, where that is not for this program to do
 */
export async function ensureSystemPackages(needs, progress, system = thisSystem) {
  if (system.platform !== 'linux') return 'nothing needed';
  const missing = await missingOf(needs, system);
  if (missing.length === 0) return 'everything is there';
  if (!system.isRoot || !system.hasCommand('apt-get')) {
    const names = missing.map(({ debian, library, command }) => library ?? command ?? debian);
    throw new StepFailure(`This system lacks ${names.join(', ')}.`, await wayToInstall(missing, system));
  }
  return installWithApt(missing, progress, system);
}

/**
 * @param {readonly Need[]} needs
 * @param {System} system
 */
export async function missingOf(needs, system) {
  const libraries = await system.libraryList();
  return needs.filter(({ library, command }) => {
    if (command !== undefined) return !system.hasCommand(command);
    // Where libraries cannot be listed, Electron itself is asked later.
    return library !== undefined && libraries !== undefined && !libraries.includes(`\t${library} `);
  });
}

/**
 * @param {readonly Need[]} missing
 * @param {(now: string) => void} progress
 * @param {System} system
 */
async function installWithApt(missing, progress, system) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = async (/** @type {string[]} */ args) => {
    const { code, output } = await system.run('apt-get', args, { env });
    if (code !== 0) throw new StepFailure(`apt-get ${args[0]} failed.`, await wayToInstall(missing, system), output);
  };
  progress('apt-get update');
  await apt(['update']);
  const names = await debianNames(missing, system);
  progress(`apt-get install ${names.join(' ')}`);
  await apt(['install', '-y', '--no-install-recommends', ...names]);
  return `installed ${names.join(' ')}`;
}

/**
 * Debian 13 and Ubuntu 24.04 renamed libraries when their time became 64 bits wide.
 * @param {readonly Need[]} needs
 * @param {System} system
 */
async function debianNames(needs, system) {
  const names = namesOf(needs).map(async (name) => {
    if (!name.startsWith('lib')) return name;
    const { code } = await system.run('apt-cache', ['show', `${name}t64`]);
    return code === 0 ? `${name}t64` : name;
  });
  return Promise.all(names);
}

/** @param {readonly Need[]} needs */
const namesOf = (needs) => needs.flatMap(({ debian, alongside = [] }) => [debian, ...alongside]);

/**
 * The one command to run, for the package managers whose names are known here.
 * @param {readonly Need[]} missing
 * @param {System} system
 */
async function wayToInstall(missing, system) {
  const asRoot = system.isRoot ? '' : 'sudo ';
  if (system.hasCommand('apt-get')) {
    const names = await debianNames(missing, system);
    return `Run: ${asRoot}apt-get update && ${asRoot}apt-get install -y --no-install-recommends ${names.join(' ')}`;
  }
  const names = namesOf(missing);
  if (system.hasCommand('dnf')) return `Run: ${asRoot}dnf install ${names.map(inWordsOf(fedoraNames)).join(' ')}`;
  if (system.hasCommand('pacman'))
    return `Run: ${asRoot}pacman -S --needed ${names.map(inWordsOf(archNames)).join(' ')}`;
  return `Install what Debian calls ${names.join(', ')}.`;
}

/** @param {Record<string, string>} theirNames */
const inWordsOf = (theirNames) => (/** @type {string} */ name) => theirNames[name] ?? name;

/** @type {Record<string, string>} */
const fedoraNames = {
  'libgtk-3-0': 'gtk3',
  libnss3: 'nss',
  libasound2: 'alsa-lib',
  libgbm1: 'mesa-libgbm',
  xvfb: 'xorg-x11-server-Xvfb',
  dbus: 'dbus-daemon',
  'libsecret-1-0': 'libsecret',
};

/** @type {Record<string, string>} */
const archNames = {
  'libgtk-3-0': 'gtk3',
  libnss3: 'nss',
  libasound2: 'alsa-lib',
  libgbm1: 'mesa',
  xvfb: 'xorg-server-xvfb',
  'dbus-x11': 'dbus',
  'libsecret-1-0': 'libsecret',
};

/** @param {string} command */
function hasCommand(command) {
  // Servers are where Debian leaves them out of the path of people who are not root.
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin'].filter((folder) => folder !== '');
  return folders.some((folder) => {
    try {
      accessSync(path.join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
