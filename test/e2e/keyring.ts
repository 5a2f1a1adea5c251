// A real GNOME keyring for one test, on a message bus of its own: opened, locked, made anew and taken away as the test says.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import { temporaryFolder } from './app-under-test.ts';

const run = promisify(execFile);

/**
 * Without folders of services nothing is started on demand: in an ordinary session a locked keyring would start a program
 * that asks for its password, and the app under the older runtime waits for that with all it has.
 */
const BUS = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

const SERVICE = 'org.freedesktop.secrets';
const SERVICE_PATH = '/org/freedesktop/secrets';

export interface KeyringUnderTest {
  /** What the app is to be started with to find it. */
  readonly env: Readonly<Record<string, string>>;
  /** Starts the daemon with this password; another one than before opens nothing. */
  unlock(password?: string): Promise<void>;
  lock(): Promise<void>;
  /** Nobody answers for the keyring any more. */
  leave(): Promise<void>;
  /** As after a forgotten password: what was in the keyring is gone. */
  reset(): Promise<void>;
}

async function startBus(folder: string): Promise<string> {
  const config = join(folder, 'bus.conf');
  await writeFile(config, BUS);
  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => ended(bus));
  for await (const address of createInterface({ input: bus.stdout })) return address;
  throw new Error('The message bus said no address');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** A bus without a keyring yet: absent until it is unlocked. */
export async function startKeyring(): Promise<KeyringUnderTest> {
  const folder = await temporaryFolder('keyring');
  const env = {
    DBUS_SESSION_BUS_ADDRESS: await startBus(folder),
    HOME: folder,
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_RUNTIME_DIR: join(folder, 'runtime'),
  };
  await mkdir(env.XDG_DATA_HOME, { recursive: true });
  await mkdir(env.XDG_RUNTIME_DIR);
  await chmod(env.XDG_RUNTIME_DIR, 0o700);
  let daemon: ChildProcess | null = null;

  const send = (destination: string, path: string, ...call: readonly string[]): Promise<string> =>
    run('dbus-send', ['--session', '--print-reply', `--dest=${destination}`, path, ...call], {
      env: { ...process.env, ...env },
    }).then(({ stdout }) => stdout);
  const isThere = async (): Promise<boolean> =>
    (await send('org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner', `string:${SERVICE}`)).includes(
      'true',
    );

  async function leave(): Promise<void> {
    if (daemon !== null) await ended(daemon);
    daemon = null;
    await expect.poll(isThere, { timeout: 10_000 }).toBe(false);
  }
  onTestFinished(leave);

  async function unlock(password = 'test'): Promise<void> {
    await leave();
    daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    daemon.stdin?.end(password);
    await expect.poll(isThere, { timeout: 10_000 }).toBe(true);
  }

  return {
    env: { DBUS_SESSION_BUS_ADDRESS: env.DBUS_SESSION_BUS_ADDRESS },
    unlock,
    leave,
    async lock() {
      const collection = `array:objpath:${SERVICE_PATH}/collection/login`;
      await send(SERVICE, SERVICE_PATH, 'org.freedesktop.Secret.Service.Lock', collection);
    },
    async reset() {
      await leave();
      await rm(join(env.XDG_DATA_HOME, 'keyrings'), { recursive: true, force: true });
      await unlock('another password');
    },
  };
}
