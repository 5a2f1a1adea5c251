// Tunnels through a proxy (CONNECT). The only file that knows https-proxy-agent.
//
// The library hands on what a refusing proxy answered as if it were the host's answer: watch-connection.ts hears the
// proxy's status and keeps the two apart. Nothing of a request is sent before the tunnel stands.
import type { X509Certificate } from 'node:crypto';
import type http from 'node:http';
import type https from 'node:https';
import net from 'node:net';
import type tls from 'node:tls';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { Proxy } from '../core/reach/reach-ports.ts';
import { shownAt } from './certificate-chain.ts';
import { troubleOfCode } from './certificate-judgement.ts';
import { codeOf } from './storage-failure.ts';
import { towardsHost } from './towards-host.ts';
import { tunnelEvents } from './watch-connection.ts';

export interface TunnelOptions {
  readonly proxy: Proxy;
  /** For the host behind the tunnel. */
  readonly hostContext: tls.SecureContext;
  /** For a proxy that is itself spoken to over TLS: it is never shown the client certificate. */
  readonly proxyContext: tls.SecureContext;
  /** Ends the connection to the proxy, also while the tunnel is being made. */
  readonly signal: AbortSignal;
}

type ConnectOptions = Parameters<HttpsProxyAgent<string>['connect']>[1];

class TunnelAgent extends HttpsProxyAgent<string> {
  readonly #hostContext: tls.SecureContext;

  constructor({ proxy, hostContext, proxyContext, signal }: TunnelOptions) {
    // As a header and not in the address: the library writes the address to the terminal when it is asked to (DEBUG).
    super(proxy.address, { keepAlive: false, secureContext: proxyContext, signal, headers: signInTo(proxy) });
    this.#hostContext = hostContext;
  }

  override async connect(request: http.ClientRequest, options: ConnectOptions): Promise<net.Socket> {
    const { host, secureEndpoint } = options;
    try {
      return await super.connect(
        request,
        secureEndpoint ? { ...options, ...towardsHost(host, this.#hostContext) } : options,
      );
    } catch (error: unknown) {
      // The library keeps the connection to itself: what the proxy showed is looked at once more, as strictly as before.
      if (troubleOfCode(codeOf(error) ?? '') !== null) request.emit(tunnelEvents.untrusted, await this.#shownByProxy());
      throw error;
    }
  }

  #shownByProxy(): Promise<readonly X509Certificate[]> {
    const { host } = this.connectOpts;
    const hasName = host !== undefined && net.isIP(host) === 0;
    return shownAt({ ...this.connectOpts, ...(hasName ? { servername: host } : {}) });
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
