// Running another program: quietly, keeping the end of what it said, or in front of the person.
// @ts-check
import { spawn } from 'node:child_process';
import { onEndAsked } from './end-signals.mjs';

const pauseMs = 1_000;

/**
 * @typedef {object} Run
 * @property {number} code exit code; 128 and more when a signal ended it; 127 when it could not be started
 * @property {string} output what it wrote to stdout and stderr, or the end of that
 */

/**
 * Runs a program to its end. Never rejects: a program that cannot be started is an exit code 127 with the reason.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, onlyStdout?: boolean, keep?: number }} [options]
 *   `onlyStdout`: for an output that a program reads; `keep`: how many characters of the output
 * @returns {Promise<Run>}
 */
export function run(command, args, { onlyStdout = false, keep = onlyStdout ? Infinity : 8_000, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', onlyStdout ? 'ignore' : 'pipe'] });
    let output = '';
    const append = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString()).slice(-keep);
    };
    child.stdout?.on('data', append);
    child.stderr?.on('data', append);
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 128, output }));
  });
}

/**
 * Runs npm. On Windows npm is a batch file, which only a shell starts: give no argument that needs quoting there.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export const runNpm = (args, options) => run('npm', args, { ...options, shell: process.platform === 'win32' });

/**
 * Runs a program to its end on the terminal. The first Ctrl-C (or SIGTERM, or the terminal closing) asks it to end, a
 * later one ends it and whatever it has started.
 *
 * It gets a session of its own: a terminal gives a Ctrl-C to everybody, npm passes it on besides, and Chromium takes a
 * second one for "at once".
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, wasAsked: boolean }>} its exit code, and whether it was asked to end
 */
export function runInFront(command, args, options) {
  return new Promise((resolve, reject) => {
    const detached = process.platform !== 'win32';
    const child = spawn(command, args, { ...options, detached, stdio: ['ignore', 'inherit', 'inherit'] });
    const endAll = () => endGroup(child.pid, detached);
    /** @type {number | undefined} */
    let askedAtMs;
    const stopListening = onEndAsked((signal) => {
      if (askedAtMs === undefined) {
        askedAtMs = performance.now();
        child.kill(signal);
      } else if (performance.now() - askedAtMs > pauseMs) {
        endAll();
      }
    });
    child.once('error', (error) => {
      stopListening();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      stopListening();
      endAll();
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 1), wasAsked: askedAtMs !== undefined });
    });
  });
}

/**
 * @param {number | undefined} leader
 * @param {boolean} isGroup
 */
function endGroup(leader, isGroup) {
  if (leader === undefined) return;
  try {
    process.kill(isGroup ? -leader : leader, 'SIGKILL');
  } catch {
    // Nobody is left.
  }
}
