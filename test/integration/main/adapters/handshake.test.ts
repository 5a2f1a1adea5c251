// What a handshake says that comes to nothing, told alike by a request and by a look at the certificates.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import type tls from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '#contract/result.ts';
import { defaultTimeouts } from '#contract/reach.ts';
import { gotHttpClient } from '../../../../main/adapters/got-http-client.ts';
import { certificateSeer } from '../../../../main/adapters/see-certificates.ts';
import { systemClock } from '../../../../main/adapters/system-clock.ts';
import { mannerlyHttpClient } from '../../../../main/core/manners/mannerly-http-client.ts';

const certificate = readFileSync('test/fixtures/tls/certificate.pem', 'utf8');
const key = readFileSync('test/fixtures/tls/private-key.pem', 'utf8');

async function listen(server: net.Server): Promise<number> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => sockets.add(socket.on('error', () => undefined)));
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  // SAFETY: a server that listens on a host and port has such an address.
  return (server.address() as net.AddressInfo).port;
}

/** Does this once the first bytes of a handshake have come. */
const onHello = (act: (socket: net.Socket) => void): Promise<number> =>
  listen(net.createServer((socket) => socket.once('data', () => act(socket))));

/** A fatal alert (RFC 8446, 6). */
const alert = (description: number): Promise<number> =>
  onHello((socket) => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, description])));

const secure = (options: tls.TlsOptions): Promise<number> =>
  listen(https.createServer({ cert: certificate, key, ...options }, (_request, response) => response.end('[]')));

const hasOpenssl = process.env['CI'] === 'true' || existsSync('/usr/bin/openssl');

/** A server of openssl's own: Node's ends a connection without saying that it misses a certificate. */
async function openssl(...more: readonly string[]): Promise<number> {
  const files = ['-cert', 'test/fixtures/tls/certificate.pem', '-key', 'test/fixtures/tls/private-key.pem'];
  const child = spawn('openssl', ['s_server', '-accept', '127.0.0.1:0', '-www', ...files, ...more]);
  onTestFinished(() => void child.kill());
  let output = '';
  for await (const chunk of child.stdout) {
    output += String(chunk);
    const port = /ACCEPT 127\.0\.0\.1:(\d+)/.exec(output)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error(`openssl did not start: ${output}`);
}

const HANDSHAKE_FAILURE = 40;
const INTERNAL_ERROR = 80;

const client = gotHttpClient({ userAgent: 'FabricRegistrar/test', trustedCertificates: () => [certificate] });
const see = certificateSeer(() => [certificate]);
const nobody = { certificates: [], client: null };
const reach = { proxy: null, trust: nobody, proxyTrust: nobody, timeouts: defaultTimeouts };

describe('a handshake that comes to nothing', () => {
  it.each([
    ['ended by the other side', () => onHello((socket) => socket.end()), { cause: 'cut' }],
    ['reset on the way', () => onHello((socket) => socket.resetAndDestroy()), { cause: 'cut' }],
    [
      'ended by an alert that servers give over a missing client certificate',
      () => alert(HANDSHAKE_FAILURE),
      { cause: 'tls', failure: { code: 'tlsUnusable', why: 'refused' } },
    ],
    [
      'of a server that asks for a client certificate over TLS 1.2',
      () => secure({ requestCert: true, ca: certificate, maxVersion: 'TLSv1.2' }),
      { cause: 'tls', failure: { code: 'tlsUnusable', why: 'refused' } },
    ],
    [
      'of a server that knows nothing newer than TLS 1.1',
      () => secure({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1' }),
      { cause: 'tls', failure: { code: 'tlsUnusable', why: 'tooOld' } },
    ],
    [
      'with a server of plain HTTP',
      () => onHello((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      { cause: 'tls', failure: { code: 'tlsUnusable', why: 'notTls' } },
    ],
    [
      'with a server that speaks first, and something else',
      () => listen(net.createServer((socket) => socket.write('SSH-2.0-OpenSSH_9.9\r\n'))),
      { cause: 'tls', failure: { code: 'tlsUnusable', why: 'notTls' } },
    ],
    ['ended by an alert that says nothing', () => alert(INTERNAL_ERROR), { cause: 'tls' }],
  ] as const)('%s is told as what it was, and nothing was sent', async (_name, start, trouble) => {
    const port = await start();
    const url = `https://127.0.0.1:${port}/`;
    const failure = 'failure' in trouble ? { ...trouble.failure, host: `127.0.0.1:${port}` } : undefined;
    const expected = { ...trouble, mayHaveArrived: false, ...(failure === undefined ? {} : { failure }) };
    for (const method of ['GET', 'POST'] as const) {
      const body = method === 'POST' ? { body: 'a=b' } : {};
      expect(await client.send({ method, url, headers: {}, ...body }), method).toEqual({
        ok: false,
        failure: expected,
      });
    }
    expect(await see(url, reach)).toEqual({ ok: false, failure: expected });
  });

  it.runIf(hasOpenssl)('over TLS 1.3, is told as a missing client certificate where the server says so', async () => {
    const url = `https://127.0.0.1:${await openssl('-tls1_3', '-Verify', '1', '-verify_return_error')}/`;
    expect(await client.send({ method: 'POST', url, headers: {}, body: 'a=b' })).toMatchObject({
      failure: { mayHaveArrived: false, failure: { code: 'clientCertificateRefused', isSent: false } },
    });
  });

  it('is repeated for a question when it was cut, and for nothing else', async () => {
    let hellos = 0;
    const port = await onHello((socket) => {
      hellos += 1;
      socket.resetAndDestroy();
    });
    const manners = mannerlyHttpClient({
      http: client,
      knock: () => Promise.resolve(ok(null)),
      clock: systemClock,
      pause: () => Promise.resolve(),
      chance: () => 0,
    });
    const url = `https://127.0.0.1:${port}/`;
    await manners.send({ method: 'POST', url, headers: {}, body: 'a=b' });
    expect(hellos).toBe(1);
    await manners.send({ method: 'GET', url, headers: {} });
    expect(hellos).toBe(4);
  });
});
