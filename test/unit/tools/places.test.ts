// Where the tools keep things on each platform, and what surrounds a test run.
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder } from '../../../tools/cache-folder.mjs';
import { inKeyringSession } from '../../../tools/keyring-session.mjs';

const home = os.homedir();

test.each([
  ['linux', {}, path.join(home, '.cache', 'fabric-registrar')],
  ['linux', { XDG_CACHE_HOME: '/var/cache/me' }, path.join('/var/cache/me', 'fabric-registrar')],
  ['linux', { XDG_CACHE_HOME: 'relative' }, path.join(home, '.cache', 'fabric-registrar')],
  ['darwin', {}, path.join(home, 'Library', 'Caches', 'fabric-registrar')],
  ['win32', { LOCALAPPDATA: 'C:\\Local' }, path.join('C:\\Local', 'fabric-registrar')],
  ['win32', {}, path.join(home, 'AppData', 'Local', 'fabric-registrar')],
] as const)('the cache on %s with %o is %s', (platform, env, expected) => {
  expect(cacheFolder(env, platform)).toBe(expected);
});

test('a run in a keyring session keeps its words apart, whatever is in them', () => {
  const { command, args } = inKeyringSession({ command: '/a node', args: ["it's", '$HOME; rm'] });
  expect(command).toBe('dbus-run-session');
  expect(args.slice(-4)).toEqual(['sh', '/a node', "it's", '$HOME; rm']);
  expect(args.join(' ')).toContain('exec "$@"');
});
