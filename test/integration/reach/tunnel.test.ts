// The way through a proxy: whose certificate counts behind it, and what a proxy says that lets nobody through.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenReach } from '../../../main/core/reach/reach-ports.ts';
import { hubWith, listen } from './loopback.ts';
import { privateAuthority } from './private-authority.ts';
import type { Issued, PrivateAuthority } from './private-authority.ts';
import { areThere } from './real-servers.ts';
import { get, see, throughProxy } from './through-proxy.ts';

let folder: string;
let company: PrivateAuthority;
let forAddress: Issued;
let forLocalhost: Issued;

beforeAll(() => {
  if (!areThere) return;
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tunnel-'));
  company = privateAuthority(path.join(folder, 'company'));
  forAddress = company.issue('address', { names: 'IP:127.0.0.1' });
  forLocalhost = company.issue('localhost', { names: 'DNS:localhost' });
});
afterAll(() => {
  if (areThere) fs.rmSync(folder, { recursive: true, force: true });
});

/** A proxy that answers every CONNECT with a tunnel, or with these bytes. */
function proxy(refusal?: string): Promise<number> {
  const server = http.createServer();
  server.on('connect', (request, client: net.Socket) => {
    if (refusal !== undefined) return void client.end(refusal);
    const { hostname, port } = new URL(`http://${request.url ?? ''}`);
    const far = net.connect(Number(port), hostname.replace(/^\[|\]$/g, ''), () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      far.pipe(client).pipe(far);
    });
    far.on('error', () => client.destroy());
    client.on('close', () => far.destroy()).on('error', () => undefined);
  });
  return listen(server);
}

const through = (address: string): OpenReach => throughProxy(address, company);

describe.runIf(areThere)('behind a proxy, the certificate has to be the hub’s own', () => {
  // However the proxy itself is named: neither its name nor its address stands for the hub's.
  describe.each(['127.0.0.1', 'localhost'])('with the proxy at %s', (proxyHost) => {
    it.each([
      ['127.0.0.1', () => forAddress],
      ['localhost', () => forLocalhost],
    ])('one for %s is believed there', async (host, issued) => {
      const reach = through(`http://${proxyHost}:${await proxy()}`);
      const url = `https://${host}:${await hubWith(issued())}/`;
      expect(await get(url, reach)).toMatchObject({ value: { status: 200 } });
      expect(await see(url, reach)).toMatchObject({ value: { trouble: null } });
    });

    it.each([
      ['127.0.0.1', () => forLocalhost],
      ['localhost', () => forAddress],
    ])('one for another name is not believed at %s', async (host, issued) => {
      const reach = through(`http://${proxyHost}:${await proxy()}`);
      const url = `https://${host}:${await hubWith(issued())}/`;
      expect(await get(url, reach)).toMatchObject({
        failure: { mayHaveArrived: false, failure: { code: 'certificateUntrusted', trouble: 'wrongName' } },
      });
      expect(await see(url, reach)).toMatchObject({ value: { trouble: 'wrongName', issuerToTrust: null } });
    });
  });
});

describe.runIf(areThere)('a proxy that makes no tunnel', () => {
  const large = 'x'.repeat(2 * 1024 * 1024);
  const refusals = [
    ['points to a sign-in page', 'HTTP/1.1 302 Found\r\nLocation: https://sign-in.example/\r\nContent-Length: 0', ''],
    ['answers with more than the app reads', `HTTP/1.1 403 Forbidden\r\nContent-Length: ${large.length}`, large],
    ['does not reach the hub', 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0', ''],
    ['answers as a proxy must not', 'HTTP/1.1 101 Switching Protocols', ''],
  ] as const;

  it.each(refusals)('and %s is not taken for the hub, and nothing was sent', async (_name, head, body) => {
    const address = `http://127.0.0.1:${await proxy(`${head}\r\n\r\n${body}`)}`;
    const status = Number(head.split(' ')[1]);
    const expected = {
      failure: {
        cause: 'proxy',
        mayHaveArrived: false,
        failure: { code: 'proxyRefused', proxy: new URL(address).host, status, signIns: [] },
      },
    };
    expect(await get('https://127.0.0.1:9/', through(address))).toMatchObject(expected);
    expect(await see('https://127.0.0.1:9/', through(address))).toMatchObject(expected);
  });

  it.each([
    ['Proxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM', ['Negotiate', 'NTLM']],
    ['Proxy-Authenticate: Digest realm="a, Basic b", nonce="x", algorithm=MD5, NTLM', ['Digest', 'NTLM']],
    ['Proxy-Authenticate: Basic realm="proxy"', ['Basic']],
  ])('says which ways of signing in it has: %s', async (header, signIns) => {
    const answer = `HTTP/1.1 407 Proxy Authentication Required\r\n${header}\r\nContent-Length: 0\r\n\r\n`;
    const address = `http://127.0.0.1:${await proxy(answer)}`;
    expect(await get('https://127.0.0.1:9/', through(address))).toMatchObject({
      failure: { failure: { code: 'proxyRefused', status: 407, signIns } },
    });
  });
});

describe.runIf(areThere)('a proxy that is itself spoken to over TLS', () => {
  it.each([
    ['unknownIssuer', () => [], () => forAddress],
    ['wrongName', () => [company.pem], () => forLocalhost],
  ])(
    'is not asked when its certificate is not believed, and the certificate is named: %s',
    async (trouble, certificates, issued) => {
      const { pem: cert, key } = issued();
      const address = `https://127.0.0.1:${await listen(https.createServer({ cert, key }))}`;
      const reach = { ...through(address), proxyTrust: { certificates: certificates(), client: null } };
      const expected = {
        failure: {
          mayHaveArrived: false,
          failure: {
            code: 'proxyCertificateUntrusted',
            proxy: new URL(address).host,
            trouble,
            issuer: 'CN=Example Corporate CA',
          },
        },
      };
      expect(await get('https://127.0.0.1:9/', reach)).toMatchObject(expected);
      expect(await see('https://127.0.0.1:9/', reach)).toMatchObject(expected);
    },
  );
});

it('the proxy’s password is not written to the terminal, even where the library is asked to tell what it does', () => {
  const script = `import tls from 'node:tls';
    import { tunnelAgent } from './main/adapters/tunnel-agent.ts';
    const context = tls.createSecureContext();
    const proxy = { address: 'http://127.0.0.1:9', userName: 'clerk', password: 'marker-password' };
    tunnelAgent({ proxy, hostContext: context, proxyContext: context, signal: new AbortController().signal });`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { ...process.env, DEBUG: '*' },
  });
  expect(stderr).toContain('https-proxy-agent');
  expect(stderr).not.toContain('marker-password');
});
