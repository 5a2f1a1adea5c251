// One run at a time for what two runs must not do at once: the second waits for the first.
//
// The lock is a local socket's address, not a file: the system frees it when its holder dies, however it dies, so there
// is no stale lock to judge. Linux has names outside the file system for it and Windows has pipes. Elsewhere the address
// is a file that a killed holder leaves behind; whoever finds that nobody answers there removes it.
// @ts-check
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/**
 * Does the work while holding the lock.
 * @template T
 * @param {string} name what is locked; an absolute path is a good name
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] told when another run holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(name, work, onWait = () => {}) {
  const address = addressOf(name);
  let server = await tryToHold(address);
  if (server === undefined) onWait();
  while (server === undefined) {
    await untilFree(address);
    server = await tryToHold(address);
  }
  try {
    return await work();
  } finally {
    server.close();
    for (const waiting of server.waiting) waiting.destroy();
  }
}

/** @param {string} name */
function addressOf(name) {
  const user = os.userInfo().username;
  const id = `fabric-registrar-${createHash('sha256').update(`${user}\n${name}`).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${id}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${id}`;
  return path.join(os.tmpdir(), `${id}.sock`);
}

/**
 * @param {string} address
 * @returns {Promise<(import('node:net').Server & { waiting: Set<import('node:net').Socket> }) | undefined>}
 */
function tryToHold(address) {
  return new Promise((resolve, reject) => {
    /** @type {Set<import('node:net').Socket>} */
    const waiting = new Set();
    const server = createServer((socket) => {
      waiting.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => waiting.delete(socket));
    });
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => resolve(Object.assign(server, { waiting })));
  });
}

/**
 * Waits on a connection to the holder, which ends with it.
 * @param {string} address
 * @returns {Promise<void>}
 */
function untilFree(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.resume();
    socket.once('error', async (error) => {
      if (path.isAbsolute(address) && 'code' in error && error.code === 'ECONNREFUSED')
        await rm(address, { force: true });
    });
    // A short breath, so that a holder that is just starting or ending does not make this a busy loop.
    socket.once('close', () => setTimeout(resolve, 50));
  });
}
