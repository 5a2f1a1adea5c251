// Tunnels through a SOCKS proxy, which finds the host's name itself. The only file that knows socks-proxy-agent.
//
// SOCKS has neither a status nor TLS of its own: what the proxy did is told as an HTTP proxy's answer would be.
import type http from 'node:http';
import type https from 'node:https';
import type net from 'node:net';
import type tls from 'node:tls';
import { SocksProxyAgent } from 'socks-proxy-agent';
import { addressOf } from '../core/reach/address.ts';
import type { Proxy } from '../core/reach/reach-ports.ts';
import { towardsHost } from './towards-host.ts';
import { TUNNEL_MADE, tunnelEvents } from './watch-connection.ts';

interface SocksOptions {
  readonly proxy: Pick<Proxy, 'address'>;
  /** For the host behind the tunnel. */
  readonly hostContext: tls.SecureContext;
  /** Ends the connection to the proxy. */
  readonly signal: AbortSignal;
}

type ConnectOptions = Parameters<SocksProxyAgent['connect']>[1];

class SocksAgent extends SocksProxyAgent {
  readonly #hostContext: tls.SecureContext;
  readonly #signal: AbortSignal;

  constructor({ proxy: { address }, hostContext, signal }: SocksOptions) {
    // The names by which the library leaves it to the proxy to find the host.
    super(address.replace(/^socks4:/, 'socks4a:').replace(/^socks5:/, 'socks5h:'), { keepAlive: false });
    // The library leaves the brackets of an IPv6 address in place.
    this.proxy.host = addressOf(address).hostname;
    this.#hostContext = hostContext;
    this.#signal = signal;
  }

  override async connect(request: http.ClientRequest, options: ConnectOptions): Promise<net.Socket> {
    request.once('proxy', ({ socket }: { readonly socket: net.Socket }) => this.#onTunnel(request, socket));
    const { host, secureEndpoint } = options;
    try {
      return await super.connect(
        request,
        secureEndpoint ? { ...options, ...towardsHost(host, this.#hostContext) } : options,
      );
    } catch (error: unknown) {
      if (isRefusal(error)) request.emit(tunnelEvents.answered, { statusCode: null, headers: {} });
      throw error;
    }
  }

  #onTunnel(request: http.ClientRequest, socket: net.Socket): void {
    request.emit(tunnelEvents.answered, { statusCode: TUNNEL_MADE, headers: {} });
    // A tunnel that nobody waits for any more ends as soon as it stands: while it is made, the library keeps it to itself.
    if (this.#signal.aborted) socket.destroy();
    else this.#signal.addEventListener('abort', () => void socket.destroy(), { once: true });
  }
}

/** The proxy spoke, and said no. The library's errors have no code; all others mean that nobody speaks SOCKS there. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && /^Socks[45] (proxy rejected|authentication failed)|no accepted/i.test(error.message);
}

/** An agent for one https request. */
export function socksAgent(options: SocksOptions): https.Agent {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- an agent is asked for connections, never for its class
  return new SocksAgent(options);
}
