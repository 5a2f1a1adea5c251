// A display for windows where the machine has none: an Xvfb of our own, gone when we are done.
// @ts-check
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { StepFailure } from './step.mjs';

const screen = '1600x1000x24';
const readyWithinMs = 20_000;

/**
 * @typedef {object} Display
 * @property {NodeJS.ProcessEnv} env the environment in which a program finds it
 * @property {() => Promise<void>} close
 */

/**
 * Whether a window opened now would have nowhere to go.
 * @param {NodeJS.ProcessEnv} env
 */
export const hasNoDisplay = (env) => process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];

/**
 * Does the work where windows can open: on the display there is, or on a virtual one.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work is given the environment in which programs find the display
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  return hasNoDisplay(process.env) ? withVirtualDisplay(work) : work(process.env);
}

/**
 * Does the work on a virtual display, whatever display there is.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withVirtualDisplay(work) {
  const display = await openVirtualDisplay();
  try {
    return await work(display.env);
  } finally {
    await display.close();
  }
}

/**
 * Starts an Xvfb on a display number that it finds free by itself, open only to who has its cookie.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Display>}
 */
async function openVirtualDisplay(env = process.env) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'fabric-registrar-display-'));
  const authority = path.join(folder, 'Xauthority');
  await writeFile(authority, authorityForAnyDisplay(randomBytes(16)), { mode: 0o600 });
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-auth', authority];
  // In a session of its own, so that Ctrl-C ends the programs first and the display after them.
  const server = spawn('Xvfb', args, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const gone = new Promise((resolve) => server.once('close', resolve).once('error', resolve));
  const close = async () => {
    server.kill();
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { WAYLAND_DISPLAY: _, ...rest } = env;
    const DISPLAY = `:${await displayNumber(server)}`;
    return { env: { ...rest, DISPLAY, XAUTHORITY: authority, XDG_SESSION_TYPE: 'x11' }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * One record of the Xauthority format that fits every display: family FamilyWild, no address, no number.
 * @param {Buffer} cookie
 */
function authorityForAnyDisplay(cookie) {
  const counted = (/** @type {Buffer} */ bytes) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const familyWild = Buffer.from([0xff, 0xff]);
  const none = counted(Buffer.alloc(0));
  return Buffer.concat([familyWild, none, none, counted(Buffer.from('MIT-MAGIC-COOKIE-1')), counted(cookie)]);
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const refuse = (/** @type {string} */ why) =>
      reject(new StepFailure(`Xvfb ${why}.`, 'Install xvfb, or start this where there is a display.'));
    const timer = setTimeout(() => refuse('did not start'), readyWithinMs);
    server.once('error', () => refuse('could not be started'));
    server.once('close', () => refuse('ended at once'));
    server.stdio[3]?.once('data', (/** @type {Buffer} */ number) => {
      clearTimeout(timer);
      resolve(number.toString().trim());
    });
  });
}
