// The way through a SOCKS proxy, which only the system names: over microsocks, and over proxies that behave badly.
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPracticeHub } from '../../../main/practice-hub/practice-hub.ts';
import type { PracticeHub } from '../../../main/practice-hub/practice-hub.ts';
import type { OpenReach } from '../../../main/core/reach/reach-ports.ts';
import { HUB, reachedHub } from './a-reached-hub.ts';
import { hubWith, listen } from './loopback.ts';
import { privateAuthority } from './private-authority.ts';
import type { PrivateAuthority } from './private-authority.ts';
import { areThere, microsocks, nginxHub } from './real-servers.ts';
import type { RealServer } from './real-servers.ts';
import { get, see, throughProxy } from './through-proxy.ts';

let folder: string;
let hub: PracticeHub;
let company: PrivateAuthority;
let server: RealServer;
let free: RealServer;
let asking: RealServer;

beforeAll(async () => {
  if (!areThere) return;
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'socks-'));
  hub = await startPracticeHub({ port: 0 });
  company = privateAuthority(path.join(folder, 'company'));
  const behind = { upstream: hub.origin, server: company.issue('hub'), clients: null };
  server = await nginxHub({ ...behind, folder: path.join(folder, 'nginx') });
  free = await microsocks(null);
  asking = await microsocks({ user: 'clerk', password: 'marker-proxy-password' });
});
afterAll(async () => {
  if (!areThere) return;
  await Promise.all([server, free, asking].map((each) => each.close()));
  await hub.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const socks5 = ({ port }: { readonly port: number }): string => `socks5://127.0.0.1:${port}`;

async function toHub(host: string, ...addresses: readonly string[]) {
  const { clientId, clientSecret } = hub;
  const reached = reachedHub({
    origin: `https://${host}:${server.port}`,
    client: { clientId, clientSecret },
    systemProxies: () => Promise.resolve(addresses.map((address) => ({ address }))),
  });
  reached.choose(company.certificatePath);
  expect(await reached.reach.addCertificates({ hubId: HUB })).toMatchObject({ ok: true });
  return reached;
}

const led = (host: string): number =>
  free
    .output()
    .split('\n')
    .filter((line) => line.includes(`connected to ${host}:${server.port}`)).length;

const through = (address: string): OpenReach => throughProxy(address, company);

describe.runIf(areThere)('over a SOCKS proxy', () => {
  // microsocks tells the name that it was asked for: nobody looked it up before.
  it.each(['127.0.0.1', 'localhost'])('everything that asks the hub at %s gets its answer', async (host) => {
    const reached = await toHub(host, socks5(free));
    const before = led(host);
    for (const [name, ask] of Object.entries(reached.asks)) {
      const expected = name === 'the API’s description' ? { failure: { code: 'accessDenied' } } : { ok: true };
      expect(await ask(), name).toMatchObject(expected);
    }
    expect(led(host) - before).toBe(6);
  });

  it('one that does not answer is passed over for the next', async () => {
    const reached = await toHub('127.0.0.1', 'socks5://127.0.0.1:9', 'socks4://127.0.0.1:9', socks5(free));
    const before = led('127.0.0.1');
    expect(await reached.bare()).toEqual([400, 401]);
    expect(led('127.0.0.1') - before).toBe(2);
  });

  it('one that says no is not passed over, and nothing was sent', async () => {
    const reached = await toHub('127.0.0.1', socks5(asking), socks5(free));
    const before = led('127.0.0.1');
    const failure = { code: 'proxyRefused', proxy: `127.0.0.1:${asking.port}`, status: null, signIns: [] };
    for (const each of await reached.bare())
      expect(each).toMatchObject({ cause: 'proxy', mayHaveArrived: false, failure });
    expect(led('127.0.0.1') - before).toBe(0);
  });

  it('a hub that the proxy does not reach is the proxy’s to tell', async () => {
    const expected = { failure: { mayHaveArrived: false, failure: { code: 'proxyRefused', status: null } } };
    expect(await get('https://127.0.0.1:9/', through(socks5(free)))).toMatchObject(expected);
    expect(await see('https://127.0.0.1:9/', through(socks5(free)))).toMatchObject(expected);
  });
});

describe.runIf(areThere)('behind a SOCKS proxy, the certificate has to be the hub’s own', () => {
  it.each([
    ['127.0.0.1', 'IP:127.0.0.1', '127.0.0.1'],
    ['localhost', 'DNS:localhost', '127.0.0.1'],
    ['[::1]', 'IP:::1', '::1'],
  ])('one for %s is believed there', async (host, names, listening) => {
    const url = `https://${host}:${await hubWith(company.issue('right', { names }), listening)}/`;
    expect(await get(url, through(socks5(free)))).toMatchObject({ value: { status: 200 } });
    expect(await see(url, through(socks5(free)))).toMatchObject({ value: { trouble: null } });
  });

  it.each([
    ['127.0.0.1', 'DNS:localhost', '127.0.0.1'],
    ['localhost', 'IP:127.0.0.1', '127.0.0.1'],
    ['[::1]', 'DNS:localhost', '::1'],
  ])('one for another name is not believed at %s', async (host, names, listening) => {
    const url = `https://${host}:${await hubWith(company.issue('wrong', { names }), listening)}/`;
    expect(await get(url, through(socks5(free)))).toMatchObject({
      failure: { mayHaveArrived: false, failure: { code: 'certificateUntrusted', trouble: 'wrongName' } },
    });
    expect(await see(url, through(socks5(free)))).toMatchObject({ value: { trouble: 'wrongName' } });
  });
});

/** A SOCKS proxy of version 4 that notes for whom it was asked (4a: by name), and lets through or not. */
async function socks4(isOpen: boolean): Promise<{ readonly address: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const proxy = net.createServer((near) => {
    near.once('data', (request) => {
      const [, name = ''] = request.subarray(8).toString().split('\0');
      asked.push(name === '' ? request.subarray(4, 8).join('.') : name);
      const reply = Buffer.alloc(8);
      reply[1] = isOpen ? 90 : 91;
      if (!isOpen) return void near.end(reply);
      const far = net.connect(request.readUInt16BE(2), '127.0.0.1', () => {
        near.write(reply);
        far.pipe(near).pipe(far);
      });
      far.on('error', () => near.destroy());
      near.on('close', () => far.destroy());
    });
  });
  return { address: `socks4://127.0.0.1:${await listen(proxy)}`, asked };
}

describe.runIf(areThere)('a SOCKS proxy of version 4', () => {
  it.each(['localhost', '127.0.0.1'])('leads to %s', async (host) => {
    const { address, asked } = await socks4(true);
    const url = `https://${host}:${server.port}/`;
    expect(await get(url, through(address))).toMatchObject({ ok: true });
    expect(asked).toEqual([host]);
  });

  it('says no', async () => {
    const { address } = await socks4(false);
    expect(await get('https://127.0.0.1:9/', through(address))).toMatchObject({
      failure: { mayHaveArrived: false, failure: { code: 'proxyRefused', status: null } },
    });
  });
});

describe.runIf(areThere)('what is no SOCKS proxy', () => {
  it.each([
    ['ends the connection', (socket: net.Socket) => void socket.end()],
    ['speaks something else', (socket: net.Socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['says nothing for too long', () => undefined],
  ])('and %s does not answer', async (_name, behave) => {
    const address = `socks5://127.0.0.1:${await listen(net.createServer(behave))}`;
    const reach = { ...through(address), timeouts: { connectSeconds: 1, answerSeconds: 1 } };
    const expected = { failure: { mayHaveArrived: false, failure: { code: 'proxyUnreachable' } } };
    expect(await get('https://127.0.0.1:9/', reach)).toMatchObject(expected);
    expect(await see('https://127.0.0.1:9/', reach)).toMatchObject(expected);
  });
});
