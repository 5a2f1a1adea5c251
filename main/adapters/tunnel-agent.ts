// Tunnels through a proxy (CONNECT). The only file that knows https-proxy-agent.
//
// The library hands on what a refusing proxy answered as if it were the host's answer: watch-connection.ts hears the
// proxy's status and keeps the two apart. Nothing of a request is sent before the tunnel stands.
import type http from 'node:http';
import type https from 'node:https';
import type net from 'node:net';
import type tls from 'node:tls';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { Proxy } from '../core/reach/reach-ports.ts';
import { towardsHost } from './towards-host.ts';

export interface TunnelOptions {
  readonly proxy: Proxy;
  /** For the host behind the tunnel. */
  readonly hostContext: tls.SecureContext;
  /** For a proxy that is itself spoken to over TLS: it is never shown the client certificate. */
  readonly proxyContext: tls.SecureContext;
  /** Ends the connection to the proxy, also while the tunnel is being made. */
  readonly signal: AbortSignal;
}

class TunnelAgent extends HttpsProxyAgent<string> {
  readonly #hostContext: tls.SecureContext;

  constructor({ proxy, hostContext, proxyContext, signal }: TunnelOptions) {
    // As a header and not in the address: the library writes the address to the terminal when it is asked to (DEBUG).
    super(proxy.address, { keepAlive: false, secureContext: proxyContext, signal, headers: signInTo(proxy) });
    this.#hostContext = hostContext;
  }

  override connect(
    request: http.ClientRequest,
    options: Parameters<HttpsProxyAgent<string>['connect']>[1],
  ): Promise<net.Socket> {
    return super.connect(
      request,
      options.secureEndpoint ? { ...options, ...towardsHost(options.host, this.#hostContext) } : options,
    );
  }
}

/** RFC 7617. Nothing where the proxy is to be told nothing. */
function signInTo({ userName, password }: Proxy): http.OutgoingHttpHeaders {
  if (userName === '' && password === '') return {};
  return { 'Proxy-Authorization': `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}` };
}

/** An agent for one https request. */
export function tunnelAgent(options: TunnelOptions): https.Agent {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- an agent is asked for connections, never for its class
  return new TunnelAgent(options);
}
