// got against real servers on loopback: ones that answer, refuse, hang, cut, redirect, lie and send too much.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { inspect } from 'node:util';
import zlib from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { gotHttpClient } from '../../../../main/adapters/got-http-client.ts';
import type { PhaseTimeouts } from '../../../../main/adapters/phase-timeouts.ts';
import type { HttpClient, HttpRequest } from '../../../../main/core/ports.ts';

const SECRET = 'fake-secret-9d41';
const HURRY: PhaseTimeouts = { lookup: 300, connect: 300, secureConnect: 300, send: 300, response: 300, total: 900 };

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function listen(server: net.Server): Promise<number> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as net.AddressInfo).port;
}

async function plainServer(answer: http.RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(http.createServer(answer))}`;
}

/** A server that is not bound to speak HTTP: it writes these bytes once a request came, and then does `after`. */
async function rawServer(bytes: string, after: 'end' | 'reset' | 'hang'): Promise<string> {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(bytes, () => {
        if (after === 'end') socket.end();
        if (after === 'reset') socket.resetAndDestroy();
      });
    });
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

function client(overrides: Partial<Parameters<typeof gotHttpClient>[0]> = {}): HttpClient {
  return gotHttpClient({
    userAgent: 'FabricRegistrar/0.1.0',
    trustedCertificates: () => [],
    timeouts: HURRY,
    ...overrides,
  });
}

const get = (url: string): HttpRequest => ({ method: 'GET', url, headers: { authorization: `Bearer ${SECRET}` } });
const post = (url: string): HttpRequest => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: `grant_type=client_credentials&client_secret=${SECRET}`,
});

describe('an answer', () => {
  it('is handed back whole, whatever its status', async () => {
    const url = await plainServer((_request, response) => {
      response.writeHead(418, { 'X-Tea': 'yes', 'set-cookie': ['session=1'] }).end('short and stout');
    });
    const result = await client().send(get(url));
    expect(result).toMatchObject({ ok: true, value: { status: 418, body: 'short and stout' } });
    if (!result.ok) return;
    expect(result.value.headers).toMatchObject({ 'x-tea': 'yes' });
    expect(result.value.headers).not.toHaveProperty('set-cookie');
    expect(result.value.durationMs).toBeGreaterThanOrEqual(0);
  });

  it('answers exactly the method, headers and body that were asked for', async () => {
    const seen: unknown[] = [];
    const url = await plainServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { authorization, 'user-agent': agent, 'content-length': length, cookie } = request.headers;
        seen.push({
          method: request.method,
          authorization,
          agent,
          length,
          cookie,
          body: String(Buffer.concat(chunks)),
        });
        response.writeHead(204).end();
      });
    });
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE'] as const) {
      expect(await client().send({ method, url, headers: {} })).toMatchObject({
        ok: true,
        value: { status: 204, body: '' },
      });
    }
    await client().send(post(url));
    const agent = 'FabricRegistrar/0.1.0';
    expect(seen.map((one) => (one as { method: string }).method)).toEqual(['GET', 'POST', 'PATCH', 'DELETE', 'POST']);
    expect(seen.at(-1)).toEqual({
      method: 'POST',
      authorization: undefined,
      agent,
      length: String(post(url).body?.length),
      cookie: undefined,
      body: post(url).body,
    });
  });

  it('is unpacked, and loses a byte order mark', async () => {
    const url = await plainServer((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(zlib.gzipSync('\ufeff{"a":1}'));
    });
    expect(await client().send(get(url))).toMatchObject({ ok: true, value: { body: '{"a":1}' } });
  });

  it.each([429, 500, 502, 503, 408, 413])('with status %i is not asked for a second time', async (status) => {
    let count = 0;
    const url = await plainServer((_request, response) => {
      count += 1;
      response.writeHead(status, { 'retry-after': '0' }).end();
    });
    expect(await client().send(get(url))).toMatchObject({ ok: true, value: { status } });
    expect(count).toBe(1);
  });

  it('may be exactly as large as the limit', async () => {
    const url = await plainServer((_request, response) => response.end('x'.repeat(1000)));
    expect(await client().send(get(url), { answerLimitBytes: 1000 })).toMatchObject({ ok: true });
    expect(await client().send(get(url), { answerLimitBytes: 999 })).toEqual({
      ok: false,
      failure: { cause: 'answerTooLarge', mayHaveArrived: true },
    });
  });
});

describe('too much of an answer', () => {
  it('is cut off while it still streams', async () => {
    let sentBytes = 0;
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const url = await plainServer((_request, response) => {
      const pour = (): void => {
        while (!response.destroyed) {
          sentBytes += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', pour);
            return;
          }
        }
      };
      response.writeHead(200);
      pour();
    });
    expect(await client().send(get(url))).toEqual({
      ok: false,
      failure: { cause: 'answerTooLarge', mayHaveArrived: true },
    });
    // One MiB was asked for; the rest is what the kernel's buffers took.
    expect(sentBytes).toBeLessThan(16 * 1024 * 1024);
  });

  it('is counted after unpacking, so that a small packed bomb does no harm', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    const url = await plainServer((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(await client().send(get(url))).toEqual({
      ok: false,
      failure: { cause: 'answerTooLarge', mayHaveArrived: true },
    });
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with status %i is not followed and is a trouble', async (status) => {
    const visited: string[] = [];
    const elsewhere = await plainServer((request, response) => {
      visited.push(request.url ?? '');
      response.end();
    });
    const url = await plainServer((_request, response) => response.writeHead(status, { location: elsewhere }).end());
    expect(await client().send(post(url))).toEqual({
      ok: false,
      failure: { cause: 'redirected', mayHaveArrived: true },
    });
    expect(visited).toEqual([]);
  });
});

describe('a request that certainly never arrived', () => {
  it('because nobody listens', async () => {
    const server = net.createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    expect(await client().send(post(`http://127.0.0.1:${port}`))).toEqual({
      ok: false,
      failure: { cause: 'refused', mayHaveArrived: false },
    });
  });

  it('because the name does not exist', async () => {
    const patient = client({ timeouts: { ...HURRY, lookup: 15_000, total: 20_000 } });
    const result = await patient.send(post('https://no-such-hub.invalid/prweb'));
    expect(result).toEqual({ ok: false, failure: { cause: 'dns', mayHaveArrived: false } });
  });

  it('because the connection never became a secure one', async () => {
    const port = await listen(net.createServer(() => undefined));
    expect(await client().send(post(`https://127.0.0.1:${port}`))).toEqual({
      ok: false,
      failure: { cause: 'timeout', mayHaveArrived: false },
    });
  });

  it('because the other side does not speak TLS', async () => {
    const url = await plainServer((_request, response) => response.end('hello'));
    expect(await client().send(post(url.replace('http:', 'https:')))).toMatchObject({
      ok: false,
      failure: { cause: 'tls', mayHaveArrived: false },
    });
  });
});

describe('a request that may have arrived', () => {
  it('when no answer comes', async () => {
    const url = await plainServer(() => undefined);
    expect(await client().send(post(url))).toEqual({ ok: false, failure: { cause: 'timeout', mayHaveArrived: true } });
  });

  it('when the answer never ends', async () => {
    const url = await plainServer((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    });
    expect(await client().send(get(url))).toEqual({ ok: false, failure: { cause: 'timeout', mayHaveArrived: true } });
  });

  it.each([
    ['resets instead of answering', '', 'reset'],
    ['closes instead of answering', '', 'end'],
    ['stops in the middle of the headers', 'HTTP/1.1 200 OK\r\nContent-', 'end'],
    ['sends less than it announced', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a":', 'end'],
    ['sends more than it announced', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}trailing', 'end'],
    ['resets within the body', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a":', 'reset'],
    ['stops in the middle of a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{"a":', 'end'],
    ['answers something that is not HTTP', 'SSH-2.0-OpenSSH_9.2p1\r\n', 'end'],
  ] as const)('when the other side %s', async (_name, bytes, after) => {
    expect(await client().send(post(await rawServer(bytes, after)))).toEqual({
      ok: false,
      failure: { cause: 'cut', mayHaveArrived: true },
    });
  });

  it('when the other side sends half a packed answer', async () => {
    const packed = zlib.gzipSync('{"registrations":[]}'.repeat(100));
    const url = await plainServer((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length / 2));
    });
    expect(await client().send(get(url))).toEqual({ ok: false, failure: { cause: 'cut', mayHaveArrived: true } });
  });
});

describe('over TLS', () => {
  // Made for these tests with `openssl req -x509`, for 127.0.0.1, until 2126; it opens nothing.
  const certificate = readFileSync('test/fixtures/tls/certificate.pem', 'utf8');
  const key = readFileSync('test/fixtures/tls/private-key.pem', 'utf8');

  async function secureServer(options: https.ServerOptions = {}): Promise<{ url: string; requests: () => number }> {
    let count = 0;
    const server = https.createServer({ cert: certificate, key, ...options }, (_request, response) => {
      count += 1;
      response.end('{}');
    });
    return { url: `https://127.0.0.1:${await listen(server)}`, requests: () => count };
  }

  it('a certificate of nobody we know is refused, and nothing was sent', async () => {
    const { url, requests } = await secureServer();
    const stranger = client({ trustedCertificates: () => [] });
    expect(await stranger.send(post(url))).toMatchObject({
      ok: false,
      failure: {
        cause: 'tls',
        mayHaveArrived: false,
        failure: { trouble: 'selfSigned', subject: 'CN=Hub of the tests' },
      },
    });
    expect(requests()).toBe(0);
  });

  it('a private authority is believed when it is among the trusted ones, and these are read once', async () => {
    const { url } = await secureServer();
    let reads = 0;
    const insider = client({
      trustedCertificates: () => {
        reads += 1;
        return [certificate];
      },
    });
    expect(reads).toBe(0);
    for (let round = 0; round < 3; round += 1) expect(await insider.send(post(url))).toMatchObject({ ok: true });
    expect(reads).toBe(1);
  });

  it('a certificate for another name is refused', async () => {
    const { url } = await secureServer();
    const insider = client({ trustedCertificates: () => [certificate] });
    expect(await insider.send(post(url.replace('127.0.0.1', 'localhost')))).toMatchObject({
      ok: false,
      failure: { cause: 'tls', mayHaveArrived: false, failure: { trouble: 'wrongName' } },
    });
  });

  it('TLS 1.1 is refused', async () => {
    const { url } = await secureServer({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' });
    const insider = client({ trustedCertificates: () => [certificate] });
    expect(await insider.send(post(url))).toMatchObject({
      ok: false,
      failure: { cause: 'tls', mayHaveArrived: false },
    });
  });

  it('certificates are checked even where the environment says not to', async () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    const { url } = await secureServer();
    expect(await client().send(post(url))).toMatchObject({ ok: false, failure: { cause: 'tls' } });
    expect(process.env['NODE_TLS_REJECT_UNAUTHORIZED']).toBeUndefined();
  });

  it('a request that is cut off on a secure connection may have arrived', async () => {
    const server = https.createServer({ cert: certificate, key }, (request) => request.socket.destroy());
    const url = `https://127.0.0.1:${await listen(server)}`;
    const insider = client({ trustedCertificates: () => [certificate] });
    expect(await insider.send(post(url))).toEqual({ ok: false, failure: { cause: 'cut', mayHaveArrived: true } });
  });
});

it('nothing of a request comes back with its trouble', async () => {
  const troubles = [
    await client().send(post(await rawServer('', 'reset'))),
    await client().send(get(await rawServer('nonsense', 'end'))),
    await client().send(post(await plainServer(() => undefined))),
  ];
  for (const trouble of troubles) {
    expect(trouble.ok).toBe(false);
    expect(inspect(trouble, { depth: Infinity, showHidden: true }) + JSON.stringify(trouble)).not.toContain(SECRET);
  }
});

it('a thousand requests at once each get their own answer', async () => {
  const url = await plainServer((request, response) => response.end(request.url));
  const patient = client({
    timeouts: { ...HURRY, lookup: 20_000, connect: 20_000, send: 20_000, response: 20_000, total: 30_000 },
  });
  const answers = await Promise.all(Array.from({ length: 1000 }, (_, index) => patient.send(get(`${url}/${index}`))));
  expect(answers.map((answer) => answer.ok && answer.value.body)).toEqual(
    Array.from({ length: 1000 }, (_, index) => `/${index}`),
  );
});
