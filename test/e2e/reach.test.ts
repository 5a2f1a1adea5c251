// A hub under a private authority, behind a PAC file or a proxy with a password, reached with the real Electron: the way
// is set by hand, and the token goes it like the registrations.
import { readFile, writeFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import project from '../../package.json' with { type: 'json' };
import type { PracticeHub } from '../../main/practice-hub/practice-hub.ts';
import { privateAuthority } from '../integration/reach/private-authority.ts';
import { areThere, nginxHub, tinyproxy } from '../integration/reach/real-servers.ts';
import type { RealServer } from '../integration/reach/real-servers.ts';
import { startHub } from './a-hub.ts';
import { startApp, temporaryFolder, type AppUnderTest } from './app-under-test.ts';
import { dropFiles } from './drop.ts';
import { registrationsTable, rowOf, seen } from './screens.ts';

const LOGIN = { user: 'clerk', password: 'marker-proxy-password-0b6e' };
const PASSPHRASE = 'marker-passphrase-93fa';

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

/** TLS in front of a hub that lets only its clients in, the file with the client's certificate, and a proxy before it. */
async function guardedHub(hub: PracticeHub) {
  const folder = await temporaryFolder('guarded');
  const company = privateAuthority(join(folder, 'company'));
  const clients = privateAuthority(join(folder, 'clients'), 'Clients of the Hub');
  const bundle = clients.bundle(clients.issue('configurator'), PASSPHRASE);
  const parts = { upstream: hub.origin, server: company.issue('hub'), clients };
  const front = await nginxHub({ ...parts, folder: join(folder, 'front') });
  const proxy = await tinyproxy(join(folder, 'proxy'), LOGIN);
  onTestFinished(async () => {
    await Promise.all([front.close(), proxy.close()]);
  });
  return { front, proxy, bundle, authority: company.certificatePath };
}

/** Answers the system's open dialogs from now on: a test cannot click them. */
async function choose({ electron }: AppUnderTest, filePath: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, filePath);
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).first().click();
}

async function setProxy(page: Page, proxy: RealServer, password: string): Promise<void> {
  await page.getByLabel('This proxy', { exact: true }).check({ force: true });
  await page.getByLabel('Proxy address').fill(`http://127.0.0.1:${proxy.port}`);
  await page.getByLabel('Proxy user name').fill(LOGIN.user);
  await page.getByLabel('Proxy password').fill(password);
  const save = page.getByRole('button', { name: 'Save proxy' });
  await save.click();
  await save.waitFor({ state: 'detached' });
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

it.runIf(areThere)(
  'goes through a proxy with a password, and shows the client certificate of an encrypted file',
  async () => {
    const { hub, credentialsFile } = await startHub({ seed: 300 });
    const { front, proxy, bundle, authority } = await guardedHub(hub);
    const file = join(await temporaryFolder('given'), 'credentials.txt');
    const text = await readFile(credentialsFile, 'utf8');
    await writeFile(file, text.replaceAll(hub.origin, `https://127.0.0.1:${front.port}`));

    const app = await startApp();
    const { page } = app;
    await seen(page.getByRole('heading'));
    await dropFiles(page, [file]);
    const dialog = page.getByRole('dialog', { name: 'Review credentials' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page.getByText('Example Corporate CA', { exact: false }));

    await goTo(page, 'Hub and credentials');
    await setProxy(page, proxy, 'not the password');
    await goTo(page, 'Registrations');
    await seen(
      page.getByText(`The proxy 127.0.0.1:${proxy.port} asks for a user name and password, or does not accept`),
    );

    await goTo(page, 'Hub and credentials');
    await choose(app, authority);
    await page.getByRole('button', { name: 'Add from a file…' }).click();
    await seen(page.getByRole('button', { name: 'Stop trusting CN=Example Corporate CA' }));
    const client = page.getByRole('group', { name: 'Client certificate' });
    await choose(app, bundle);
    await client.getByLabel('Passphrase of the file').fill('not the passphrase');
    await client.getByRole('button', { name: 'Choose a file…' }).click();
    await seen(client.getByText('“configurator.pem.p12” does not open with this passphrase.', { exact: false }));
    await client.getByLabel('Passphrase of the file').fill(PASSPHRASE);
    await client.getByRole('button', { name: 'Choose a file…' }).click();
    await seen(client.getByText('CN=configurator', { exact: false }));

    expect(front.output()).toBe('');
    await setProxy(page, proxy, LOGIN.password);
    await goTo(page, 'Registrations');
    await seen(registrationsTable(page));
    expect(await registrationsTable(page).getAttribute('aria-rowcount')).toBe('301');

    // nginx saw one token and one list, from the client of the certificate, by the app's name and version.
    const asked = front.output().trim().split('\n');
    const who = `by "CN=configurator" with "FabricRegistrar/${project.version}"`;
    expect(asked).toEqual([
      `asked POST /prweb/PRRestService/oauth2/v1/token ${who}`,
      `asked GET /prweb/api/ppf/v1/registrations ${who}`,
    ]);
    expect(proxy.output()).toContain(`CONNECT 127.0.0.1:${front.port}`);
    await app.close();
    for (const secret of [LOGIN.password, PASSPHRASE]) expect(app.output()).not.toContain(secret);
  },
);
