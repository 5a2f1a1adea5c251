// No call that the person did not cause: a whole session, with everything that leaves the app recorded, finds the hub only.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { startHub } from './a-hub.ts';
import { startApp } from './app-under-test.ts';
import { connectHub, fillRegistration, rowOf, seen } from './screens.ts';

interface RecordingProxy {
  readonly port: number;
  /** What was asked of it: hosts of tunnels, addresses of plain requests. */
  readonly asked: readonly string[];
}

/** A proxy that notes whatever Chromium would send to the network, and lets nothing through. */
async function recordingProxy(): Promise<RecordingProxy> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // SAFETY: it listens on a port.
  return { port: (server.address() as AddressInfo).port, asked };
}

/** Records from now on whom the main process connects to and which names it looks up; Chromium is told apart from it. */
async function recordConnections(electron: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await electron.evaluate(() => {
    const contacted: string[] = [];
    Reflect.set(globalThis, 'contacted', contacted);
    const net = process.getBuiltinModule('node:net');
    const connect: unknown = Reflect.get(net.Socket.prototype, 'connect');
    Reflect.set(net.Socket.prototype, 'connect', function (this: object, ...args: unknown[]) {
      // SAFETY: Node calls it with its options, alone or first in a list.
      const [first] = args.flat() as { host?: string; port?: number; path?: unknown }[];
      contacted.push(typeof first?.path !== 'string' ? `${first?.host}:${first?.port}` : 'a pipe');
      // SAFETY: it is the method itself.
      return Reflect.apply(connect as () => object, this, args) as object;
    });
    const dns = process.getBuiltinModule('node:dns');
    const { lookup } = dns;
    Reflect.set(dns, 'lookup', (name: string, ...rest: unknown[]) => {
      contacted.push(`the name ${name}`);
      return Reflect.apply(lookup, dns, [name, ...rest]) as unknown;
    });
  });
  // SAFETY: set above.
  return () => electron.evaluate(() => [...new Set(Reflect.get(globalThis, 'contacted') as string[])]);
}

/** Lets the page crash, and waits until the app has loaded it again. */
async function crashPage(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(null)));
    contents?.forcefullyCrashRenderer();
    await loaded;
  });
}

it('in a whole session nobody but the hub is contacted', async () => {
  const proxy = await recordingProxy();
  const { hub, credentialsFile } = await startHub();
  const { host } = new URL(hub.origin);
  // Loopback goes past the proxy by Chromium's own rule, and so past this record.
  const { electron, page } = await startApp({ args: [`--proxy-server=127.0.0.1:${proxy.port}`] });
  await seen(page.getByRole('heading', { name: 'Connect a hub' }));
  const contacted = await recordConnections(electron);

  await connectHub(page, credentialsFile);
  await fillRegistration(page, {
    systemUrl: 'https://quiet.example.com',
    applicationName: 'Quiet',
    applicationLabel: 'Quiet',
    description: '',
    platform: 'Other',
  });
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await seen(rowOf(page, 'Quiet'));
  for (const screen of ['Overview', 'Compare', 'API reference', 'Hub and credentials', 'Activity', 'Settings']) {
    await page.getByRole('button', { name: screen, exact: true }).click();
    await seen(page.getByRole('heading', { level: 1 }));
  }
  await page.getByRole('button', { name: 'Report a problem…' }).click();
  await seen(page.getByRole('region', { name: 'The report' }));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Registrations', exact: true }).click();
  await hub.close();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await seen(page.getByText(/offline/));
  await crashPage(electron);

  expect(await contacted()).toEqual([host]);
  expect(proxy.asked).toEqual([]);
});
