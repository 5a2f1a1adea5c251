/** Opens a server on the loopback address only, on an exact port, a remembered one, or any. */
import { randomInt } from 'node:crypto';
import type { Server } from 'node:http';

const LOOPBACK = '127.0.0.1';
/** Below the ranges from which Linux, macOS and Windows hand out ports by themselves, so that it is free next time too. */
const QUIET_PORTS = { from: 20_000, to: 30_000 };
const QUIET_PORT_TRIES = 20;

/** Which port to listen on. `remembered` may be replaced by another one when it is taken; `exact` may not. */
export type PortWish =
  { readonly kind: 'exact'; readonly port: number } | { readonly kind: 'lasting'; readonly remembered: number | null };

/** The port a hub was told to use belongs to another program, or may not be used by this one. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  readonly port: number;

  constructor(port: number, cause: unknown) {
    super(`Port ${port} on ${LOOPBACK} is taken.`, { cause });
    this.port = port;
  }
}

/** Listens as wished and gives the port. Port 0 means any. Throws `PortTaken` for an exact port that cannot be had. */
export async function listenOnLoopback(server: Server, wish: PortWish): Promise<number> {
  if (wish.kind === 'exact') return await listen(server, wish.port);
  const tries = Array.from({ length: QUIET_PORT_TRIES }, () => randomInt(QUIET_PORTS.from, QUIET_PORTS.to));
  for (const port of wish.remembered === null ? tries : [wish.remembered, ...tries]) {
    const opened = await listen(server, port).catch((error: unknown) => {
      if (error instanceof PortTaken) return undefined;
      throw error;
    });
    if (opened !== undefined) return opened;
  }
  return await listen(server, 0);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      // Windows answers EACCES for ports that it has reserved.
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortTaken(port, error) : error);
    };
    server.once('error', onError);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.off('error', onError);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** The origin of a hub on this port. */
export function loopbackOrigin(port: number): string {
  return `http://${LOOPBACK}:${port}`;
}
