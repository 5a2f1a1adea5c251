// Servers of a test's own on loopback, gone when the test is.
import https from 'node:https';
import type net from 'node:net';
import { onTestFinished } from 'vitest';
import type { Issued } from './private-authority.ts';

/** The port. */
export async function listen(server: net.Server, host = '127.0.0.1'): Promise<number> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  // SAFETY: a server that listens on a host and port has such an address.
  return (server.address() as net.AddressInfo).port;
}

export const hubWith = ({ pem: cert, key }: Pick<Issued, 'pem' | 'key'>, host?: string): Promise<number> =>
  listen(
    https.createServer({ cert, key }, (_request, response) => response.end('[]')),
    host,
  );
