// A hub behind a PAC file and under a private authority, reached with the real Electron: the way is set by hand, and the
// token goes it like the registrations.
import { readFile, writeFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { PracticeHub } from '../../main/practice-hub/practice-hub.ts';
import { privateAuthority } from '../integration/reach/private-authority.ts';
import { startHub } from './a-hub.ts';
import { startApp, temporaryFolder } from './app-under-test.ts';
import { dropFiles } from './drop.ts';
import { registrationsTable, rowOf, seen } from './screens.ts';

async function listening(server: net.Server): Promise<number> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  // SAFETY: a server that listens on a host and port has such an address.
  return (server.address() as net.AddressInfo).port;
}

/** TLS in front of the hub, with the whole chain as servers send it. */
async function secureFront(hub: PracticeHub): Promise<number> {
  const company = privateAuthority(await temporaryFolder('authority'));
  const leaf = company.issue('hub', { names: 'DNS:hub.test' });
  const server = https.createServer({ cert: leaf.pem + company.pem, key: leaf.key }, (request, response) => {
    const { method, headers, url } = request;
    const behind = http.request(new URL(url ?? '/', hub.origin), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(behind);
  });
  return listening(server);
}

/** A proxy to which the name hub.test means this computer; elsewhere nobody knows that name. */
async function proxyTo(port: number): Promise<{ port: number; connects: string[] }> {
  const connects: string[] = [];
  const proxy = http.createServer();
  proxy.on('connect', (request: http.IncomingMessage, socket: net.Socket) => {
    connects.push(request.url ?? '');
    const far = net.connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      far.pipe(socket).on('error', () => undefined);
      socket.pipe(far);
    });
    far.on('error', () => socket.destroy());
  });
  return { port: await listening(proxy), connects };
}

it('goes where the PAC file says, and trusts an issuer only after its fingerprint was shown', async () => {
  const { hub, credentialsFile } = await startHub();
  const front = await secureFront(hub);
  const proxy = await proxyTo(front);
  const file = join(await temporaryFolder('given'), 'credentials.txt');
  const text = await readFile(credentialsFile, 'utf8');
  await writeFile(file, text.replaceAll(hub.origin, 'https://hub.test'));

  const { page, electron } = await startApp();
  const pac = `function FindProxyForURL(url, host) { return host === 'hub.test' ? 'PROXY 127.0.0.1:${proxy.port}' : 'DIRECT'; }`;
  await electron.evaluate(
    ({ session }, script) =>
      session.defaultSession.setProxy({
        mode: 'pac_script',
        pacScript: `data:application/x-ns-proxy-autoconfig;base64,${script}`,
      }),
    Buffer.from(pac).toString('base64'),
  );
  await seen(page.getByRole('heading'));
  await dropFiles(page, [file]);
  const dialog = page.getByRole('dialog', { name: 'Review credentials' });
  await seen(dialog);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await seen(page.getByText('Example Corporate CA', { exact: false }));

  await page.getByRole('button', { name: 'Hub and credentials', exact: true }).click();
  await page.getByRole('button', { name: 'Look at the certificates' }).click();
  // The screen scrolls, the window around it does not.
  expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
  await page.getByRole('button', { name: 'Trust this issuer…' }).click();
  const question = page.getByRole('alertdialog');
  await seen(question.getByText('SHA-256', { exact: false }));
  await question.getByRole('button', { name: 'Trust this issuer', exact: true }).click();
  await seen(page.getByText('Trusted', { exact: true }));
  await page.getByRole('button', { name: 'Registrations', exact: true }).click();
  await seen(registrationsTable(page));
  await seen(rowOf(page, 'SalesDesk3'));
  expect(new Set(proxy.connects)).toEqual(new Set(['hub.test:443']));
  // The certificate was refused, looked at twice, and then came the token and the list.
  expect(proxy.connects.length).toBeGreaterThanOrEqual(5);
});
