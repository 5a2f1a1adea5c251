// Real ways to run a program against a disk that is full or turns read-only.
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import process from 'node:process';

/** The command that runs the given one with `folder` on a confined disk; nothing of the confinement outlives it. */
export type Confinement = (folder: string, command: readonly string[]) => [string, ...string[]];

const ownMounts = process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--user', '--map-root-user'];

/** A file system of our own. */
export const smallFileSystem: Confinement = (folder, command) => {
  const script = 'mount -t tmpfs -o size=64k tmpfs "$0" && exec "$@"';
  return ['unshare', ...ownMounts, 'sh', '-c', script, folder, ...command];
};

/** No file grows beyond 40 blocks of 512 bytes. A system call that reaches the limit takes a part, as on a full disk. */
const fileSizeLimit: Confinement = (_folder, command) => ['sh', '-c', 'ulimit -f 40 && exec "$@"', 'sh', ...command];

function works([command, ...args]: [string, ...string[]]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Whether this machine lets us have a file system of our own; a container mostly does not. */
export const canMount = works(smallFileSystem(os.tmpdir(), ['true']));

/** Everywhere at least one. */
export const waysToFillADisk: readonly (readonly [string, Confinement])[] = [
  ...(canMount ? [['a file system of 64 KiB', smallFileSystem] as const] : []),
  ['a limit on the size of files', fileSizeLimit],
];
