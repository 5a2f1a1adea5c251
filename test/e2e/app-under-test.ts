// The real app in the real Electron, with a data folder of its own, as a test drives it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { resolveElectron } from '../../tools/electron-runtime.mjs';

const PROJECT = resolve(import.meta.dirname, '../..');

export interface StartOptions {
  /** A folder from an earlier start, to see what was kept; a fresh one otherwise. */
  readonly dataFolder?: string;
  /** 'gnome-libsecret' is the real keyring of the test session; 'basic' is a Linux without one. */
  readonly passwordStore?: 'gnome-libsecret' | 'basic';
  readonly args?: readonly string[];
  /** What stands in its environment besides this one's. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface AppUnderTest {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly process: ChildProcess;
  readonly dataFolder: string;
  /** Everything the process wrote to stdout and stderr so far. */
  output(): string;
  /** Ends the app as a person does. */
  close(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

async function executable(): Promise<{ executablePath: string; args: string[] }> {
  const given = process.env['FABRIC_ELECTRON'];
  if (given === undefined) return resolveElectron();
  // SAFETY: tools/test.mjs writes a JSON array of strings.
  return { executablePath: given, args: JSON.parse(process.env['FABRIC_ELECTRON_ARGS'] ?? '[]') as string[] };
}

/** A folder that is removed when the test is over. */
export async function temporaryFolder(name = 'fabric-registrar'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function commandLine(
  dataFolder: string,
  options: StartOptions,
): Promise<{ readonly executablePath: string; readonly args: string[] }> {
  const { executablePath, args } = await executable();
  const store = `--password-store=${options.passwordStore ?? 'gnome-libsecret'}`;
  const own = [store, `--user-data-dir=${dataFolder}`, ...(options.args ?? [])];
  return { executablePath, args: [...args, ...own, PROJECT] };
}

/** Starts the app once more over a data folder that is in use; its exit code. Nothing is attached to it. */
export async function startAgain(dataFolder: string): Promise<number | null> {
  const { executablePath, args } = await commandLine(dataFolder, {});
  const second = spawn(executablePath, args, { cwd: PROJECT, stdio: 'ignore' });
  onTestFinished(() => void second.kill('SIGKILL'));
  await once(second, 'exit');
  return second.exitCode;
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Starts the built app and waits for its window. It is closed when the test is over. */
export async function startApp(options: StartOptions = {}): Promise<AppUnderTest> {
  const dataFolder = options.dataFolder ?? (await temporaryFolder());
  const { executablePath, args } = await commandLine(dataFolder, options);
  const electron = await _electron.launch({
    executablePath,
    // Playwright turns Chromium's sandbox off by itself; here only root goes without.
    chromiumSandbox: !args.includes('--no-sandbox'),
    args,
    cwd: PROJECT,
    ...(options.env === undefined ? {} : { env: { ...ownEnvironment(), ...options.env } }),
  });
  let output = '';
  const child = electron.process();
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolveEnd) => child.once('exit', () => resolveEnd()));
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) await electron.close();
    await ended;
  };
  onTestFinished(close);
  const page = await electron.firstWindow();
  return {
    electron,
    page,
    process: child,
    dataFolder,
    output: () => output,
    close,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
