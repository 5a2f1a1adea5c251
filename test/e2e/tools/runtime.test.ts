// The Electron that the tools provide: it starts an app from its folder as one that was never packaged does, and it finds
// the display and the keyring that the tools put around it.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { hasNoDisplay, withVirtualDisplay } from '../../../tools/display.mjs';
import { resolveElectron } from '../../../tools/electron-runtime.mjs';

const execute = promisify(execFile);

/** Says what it finds before `ready` and after it, on the line that begins with FACTS, and quits. */
const mainScript = `
import { app, protocol, screen } from 'electron';
// What takes long to load must not let 'ready' pass by.
await new Promise((resolve) => setTimeout(resolve, 200));
const isReadyTooEarly = app.isReady();
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true } }]);
app.whenReady().then(() => {
  const { width, height } = screen.getPrimaryDisplay().size;
  const facts = {
    isReadyTooEarly, width, height,
    name: app.getName(), version: app.getVersion(), appPath: app.getAppPath(), isPackaged: app.isPackaged,
    preloaded: globalThis.preloaded, args: process.argv.slice(process.argv.indexOf(app.getAppPath()) + 1),
    hasSwitch: app.commandLine.hasSwitch('a-switch'),
  };
  console.log('FACTS' + JSON.stringify(facts));
  app.quit();
});
`;

async function appFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fabric-registrar-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const manifest = { name: 'an-app', productName: 'An App', version: '9.8.7', type: 'module', main: 'lib/main.js' };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await mkdir(path.join(folder, 'lib'));
  await writeFile(path.join(folder, 'lib/main.js'), mainScript);
  await writeFile(path.join(folder, 'preload.cjs'), 'globalThis.preloaded = process.argv.length;');
  return folder;
}

async function factsOf(args: string[], env = process.env): Promise<unknown> {
  const { executablePath, args: runtimeArgs } = await resolveElectron();
  const { stdout } = await execute(executablePath, [...runtimeArgs, ...args], { env });
  const line = stdout.split('\n').find((each) => each.startsWith('FACTS'));
  return JSON.parse(line?.slice('FACTS'.length) ?? 'null');
}

test('an app is started from its folder, with its name, its arguments, and all it does before ready in time', async () => {
  const folder = await appFolder();
  const facts = await factsOf(['-r', path.join(folder, 'preload.cjs'), folder, 'one', '--a-switch', 'two words']);
  expect(facts).toMatchObject({
    isReadyTooEarly: false,
    name: 'An App',
    version: '9.8.7',
    appPath: folder,
    isPackaged: false,
    args: ['one', '--a-switch', 'two words'],
    hasSwitch: true,
  });
  expect(facts).toHaveProperty('preloaded');
});

test('it says its version', async () => {
  const { executablePath, args, version } = await resolveElectron();
  const { stdout } = await execute(executablePath, [...args, '--version']);
  expect(stdout.trim()).toBe(`v${version}`);
});

if (process.platform === 'linux') {
  test('a display of our own is large enough, open to who knows it, and gone afterwards', async () => {
    const folder = await appFolder();
    let seen: NodeJS.ProcessEnv = {};
    const facts = await withVirtualDisplay((env) => {
      seen = env;
      expect(hasNoDisplay(env)).toBe(false);
      return factsOf([folder], env);
    });
    expect(facts).toMatchObject({ width: 1600, height: 1000 });
    expect(seen['DISPLAY']).not.toBe(process.env['DISPLAY']);
    await expect(factsOf([folder], seen)).rejects.toThrow();
  });

  test('a stranger without its cookie does not get onto it', async () => {
    const folder = await appFolder();
    await withVirtualDisplay(async (env) => {
      const attempt = factsOf([folder], { ...env, XAUTHORITY: path.join(folder, 'none') });
      await expect(attempt).rejects.toThrow();
    });
  });
}
