// What is done about a Linux that lacks something, on machines that are only described here.
import { describe, expect, test } from 'vitest';
import {
  displayNeeds,
  ensureSystemPackages,
  keyringNeeds,
  missingOf,
  reachNeeds,
  windowNeeds,
} from '../../../tools/system-packages.mjs';

const everyNeed = [...windowNeeds, ...displayNeeds, ...keyringNeeds];
const windowLibraries = ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1'];

interface Described {
  readonly commands?: string[];
  readonly libraries?: string[] | undefined;
  readonly isRoot?: boolean;
  /** Packages apt knows besides the usual names. */
  readonly renamed?: string[];
  readonly failing?: string;
}

function machine({ commands = [], libraries = [], isRoot = false, renamed = [], failing }: Described) {
  const runs: string[] = [];
  const system = {
    platform: 'linux' as const,
    hasCommand: (command: string) => commands.includes(command),
    libraryList: () =>
      Promise.resolve(libraries.map((name) => `\t${name} (libc6,x86-64) => /lib/x86_64-linux-gnu/${name}\n`).join('')),
    isRoot,
    run: (command: string, args: readonly string[]) => {
      const line = [command, ...args].join(' ');
      if (command !== 'apt-cache') runs.push(line);
      const isUnknown = command === 'apt-cache' && !renamed.includes(args[1] ?? '');
      const fails = isUnknown || (failing !== undefined && line.startsWith(failing));
      return Promise.resolve(fails ? { code: 100, output: 'E: it says why' } : { code: 0, output: '' });
    },
  };
  return { system, runs };
}

const silently = (): void => undefined;

describe('looking for what is missing', () => {
  test('finds every library and command of a bare machine missing', async () => {
    expect(await missingOf(everyNeed, machine({}).system)).toEqual(everyNeed);
  });

  test('finds nothing missing where everything is', async () => {
    const commands = ['Xvfb', 'dbus-run-session', 'gnome-keyring-daemon'];
    const { system } = machine({ commands, libraries: [...windowLibraries, 'libsecret-1.so.0'] });
    expect(await missingOf(everyNeed, system)).toEqual([]);
  });

  test('finds the servers on the way to a hub missing by their commands', async () => {
    const { system } = machine({ commands: ['tinyproxy', 'nginx', 'openssl'] });
    expect((await missingOf(reachNeeds, system)).map(({ debian }) => debian)).toEqual(['microsocks']);
  });

  test('does not take a library with a longer name for the one it looks for', async () => {
    const { system } = machine({
      libraries: ['libnss3.so.1d', ...windowLibraries.filter((name) => name !== 'libnss3.so')],
    });
    expect((await missingOf(windowNeeds, system)).map(({ debian }) => debian)).toEqual(['libnss3']);
  });

  test('leaves libraries to Electron where the loader cannot list them', async () => {
    const system = { ...machine({}).system, libraryList: () => Promise.resolve(undefined) };
    expect(await missingOf(windowNeeds, system)).toEqual([]);
  });
});

describe('what is done about it', () => {
  test('nothing on other platforms, which bring what Electron needs', async () => {
    const system = { ...machine({}).system, platform: 'darwin' as const };
    expect(await ensureSystemPackages(everyNeed, silently, system)).toBe('nothing needed');
  });

  test('as root on Debian they are installed, and it is said which', async () => {
    const { system, runs } = machine({ commands: ['apt-get', 'Xvfb'], libraries: windowLibraries, isRoot: true });
    const outcome = await ensureSystemPackages(everyNeed, silently, system);
    expect(outcome).toBe('installed dbus gnome-keyring dbus-x11 libsecret-1-0');
    expect(runs).toEqual([
      'apt-get update',
      'apt-get install -y --no-install-recommends dbus gnome-keyring dbus-x11 libsecret-1-0',
    ]);
  });

  test('libraries go by the names this Debian or Ubuntu has for them', async () => {
    const renamed = ['libgtk-3-0t64', 'libasound2t64'];
    const { system, runs } = machine({ commands: ['apt-get'], isRoot: true, renamed });
    await ensureSystemPackages(windowNeeds, silently, system);
    expect(runs.at(-1)).toBe('apt-get install -y --no-install-recommends libgtk-3-0t64 libnss3 libasound2t64 libgbm1');
  });

  test('with nothing missing nothing is run', async () => {
    const { system, runs } = machine({ libraries: windowLibraries, isRoot: true, commands: ['apt-get'] });
    expect(await ensureSystemPackages(windowNeeds, silently, system)).toBe('everything is there');
    expect(runs).toEqual([]);
  });

  test('anybody else is told the one command to run, and nothing is run', async () => {
    const { system, runs } = machine({ commands: ['apt-get'], libraries: windowLibraries });
    await expect(ensureSystemPackages([...windowNeeds, ...displayNeeds], silently, system)).rejects.toMatchObject({
      message: 'This system lacks Xvfb.',
      wayOut: 'Run: sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb',
    });
    expect(runs).toEqual([]);
  });

  test.each([
    ['dnf', 'Run: sudo dnf install gtk3 nss alsa-lib mesa-libgbm'],
    ['pacman', 'Run: sudo pacman -S --needed gtk3 nss alsa-lib mesa'],
    ['some-other-manager', 'Install what Debian calls libgtk-3-0, libnss3, libasound2, libgbm1.'],
  ])('where packages come by %s, its own names are said', async (manager, wayOut) => {
    const { system } = machine({ commands: [manager] });
    await expect(ensureSystemPackages(windowNeeds, silently, system)).rejects.toMatchObject({ wayOut });
  });

  test.each(['apt-get update', 'apt-get install'])('a failing %s is told with what it said', async (failing) => {
    const { system } = machine({ commands: ['apt-get'], isRoot: true, failing });
    await expect(ensureSystemPackages(displayNeeds, silently, system)).rejects.toMatchObject({
      message: `${failing} failed.`,
      details: 'E: it says why',
      wayOut: 'Run: apt-get update && apt-get install -y --no-install-recommends xvfb',
    });
  });
});
