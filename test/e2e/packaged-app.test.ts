// The packaged app as it would be handed on: it starts, carries only what it needs, and its fuses are set.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, type Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { startHub } from './a-hub.ts';
import { temporaryFolder } from './app-under-test.ts';
import { connectHubBehindPassphrase, seen } from './screens.ts';

const packaged = process.env['FABRIC_PACKAGED_APP'] ?? '';
// SAFETY: tools/run-tests.mjs writes a JSON array of strings.
const electronArgs = JSON.parse(process.env['FABRIC_ELECTRON_ARGS'] ?? '[]') as string[];

/** Its inspector is off, so it is watched through the page's own debugging port. */
async function startPackagedApp(args: readonly string[] = []): Promise<Page> {
  const dataFolder = await temporaryFolder();
  const own = [`--user-data-dir=${dataFolder}`, '--remote-debugging-port=0'];
  const child = spawn(packaged, [...electronArgs, ...own, ...args]);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const [, found] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error('The packaged app ended before its window opened.')));
  });
  const browser = await chromium.connectOverCDP(address);
  onTestFinished(() => browser.close());
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The packaged app has no page.');
  return context.pages()[0] ?? (await context.waitForEvent('page'));
}

it('starts and shows the start screen', async () => {
  const page = await startPackagedApp();
  await seen(page.getByRole('heading', { name: 'Connect a hub' }));
  await seen(page.getByRole('button', { name: 'Choose file…' }));
});

it('stretches a passphrase off its main thread, and keeps a secret with the key behind it', async () => {
  const { credentialsFile } = await startHub();
  const page = await startPackagedApp(['--password-store=basic']);
  await connectHubBehindPassphrase(page, credentialsFile, 'correct horse battery staple');
  await seen(page.getByText('PPF:Configurators'));
});

it('carries the built app, its description and nothing else', () => {
  const resources = join(dirname(packaged), 'resources');
  const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  const others = files.filter((path) => path !== '/out' && !path.startsWith('/out/'));
  expect(others.sort()).toEqual(['/package.json', '/resources', '/resources/window-icon.png']);
  expect(existsSync(join(resources, 'default_app.asar'))).toBe(false);
});

it('cannot be turned into a Node, inspected, or made to load another app', async () => {
  const fuses = await getCurrentFuseWire(packaged);
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  expect(off.map((fuse) => fuses[fuse])).toEqual(off.map(() => FuseState.DISABLE));
  expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
});
