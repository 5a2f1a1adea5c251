// How far a request got on its way: facts by which a failure is judged, seen on the connection itself.
import type http from 'node:http';
import type net from 'node:net';
import { TLSSocket } from 'node:tls';
import type { X509Certificate } from 'node:crypto';
import { chainOf } from './certificate-chain.ts';

/** What a proxy answered to the request for a tunnel. */
interface ProxyAnswer {
  /** null where a proxy says no and has none to give (SOCKS). */
  readonly status: number | null;
  /** The ways of signing in that it names, as it names them: `Basic`, `Negotiate`. */
  readonly signIns: readonly string[];
}

export interface ConnectionProgress {
  /** null before the proxy answered, and without a proxy. */
  readonly proxyAnswer: ProxyAnswer | null;
  /** What a proxy showed that is itself spoken to over TLS and is not believed; empty otherwise. */
  readonly proxyChain: readonly X509Certificate[];
  /** The host, or the tunnel to it, stands. */
  readonly isConnected: boolean;
  /** The certificate was accepted; with https nothing of the request is sent before that. */
  readonly isSecure: boolean;
  /** What the host showed, its own certificate first, whether it is believed or not. */
  readonly chain: readonly X509Certificate[];
}

/** A proxy's answer as the tunnels tell it: an event of the request. */
interface TunnelAnswer {
  readonly statusCode: number | null;
  readonly headers: http.IncomingHttpHeaders;
}

/** The events of a request by which the tunnels tell what happens at a proxy. */
export const tunnelEvents = { answered: 'proxyConnect', untrusted: 'proxyUntrusted' } as const;

/** The status by which a proxy says that the tunnel stands. */
export const TUNNEL_MADE = 200;

/** Watches from now on; to be called before the request has its socket. */
export function watchConnection(request: http.ClientRequest): ConnectionProgress {
  const progress = {
    proxyAnswer: null as ProxyAnswer | null,
    proxyChain: [] as readonly X509Certificate[],
    isConnected: false,
    isSecure: false,
    chain: [] as readonly X509Certificate[],
  };
  request.once(
    tunnelEvents.answered,
    ({ statusCode, headers }: TunnelAnswer) =>
      (progress.proxyAnswer = { status: statusCode, signIns: signInsOf(headers['proxy-authenticate']) }),
  );
  request.once(tunnelEvents.untrusted, (chain: readonly X509Certificate[]) => (progress.proxyChain = chain));
  request.once('socket', (socket: net.Socket) => {
    if (socket.connecting) socket.once('connect', () => (progress.isConnected = true));
    else progress.isConnected = true;
    if (!(socket instanceof TLSSocket)) return;
    // Before Node judges the certificate: of one that is not believed, nothing is left afterwards.
    socket.prependOnceListener('secure', () => (progress.chain = chainOf(socket)));
    socket.once('secureConnect', () => (progress.isSecure = true));
  });
  return progress;
}

const MOST_SIGN_INS = 5;

/** The schemes of `Proxy-Authenticate` (RFC 9110, 11.7.1), each once. Nothing else that stands there is taken. */
function signInsOf(offered: string | readonly string[] | undefined): readonly string[] {
  const challenges = [offered ?? []]
    .flat()
    .join(', ')
    .replace(/"[^"]*"/g, '');
  // A scheme stands alone or before its first parameter; a parameter stands before an equals sign.
  const found = challenges.matchAll(/(?:^|,)\s*([A-Za-z][A-Za-z-]{1,19})(?=\s*(?:,|$)|\s+\w)/g);
  return [...new Set([...found].map(([, scheme = '']) => scheme))].slice(0, MOST_SIGN_INS);
}
