// How far a request got on its way: facts by which a failure is judged, seen on the connection itself.
import type http from 'node:http';
import type net from 'node:net';
import { TLSSocket } from 'node:tls';
import { X509Certificate } from 'node:crypto';

export interface ConnectionProgress {
  /** What the proxy answered to the request for a tunnel; null before that, and without a proxy. */
  readonly proxyStatus: number | null;
  /** The host, or the tunnel to it, stands. */
  readonly isConnected: boolean;
  /** The certificate was accepted; with https nothing of the request is sent before that. */
  readonly isSecure: boolean;
  /** What the host showed, its own certificate first, whether it is believed or not. */
  readonly chain: readonly X509Certificate[];
}

/** Watches from now on; to be called before the request has its socket. */
export function watchConnection(request: http.ClientRequest): ConnectionProgress {
  const progress = {
    proxyStatus: null as number | null,
    isConnected: false,
    isSecure: false,
    chain: [] as X509Certificate[],
  };
  request.once(
    'proxyConnect',
    ({ statusCode }: { readonly statusCode: number }) => (progress.proxyStatus = statusCode),
  );
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

const LONGEST_CHAIN = 10;

function chainOf(socket: TLSSocket): X509Certificate[] {
  const chain: X509Certificate[] = [];
  let peer = socket.getPeerCertificate(true);
  while (chain.length < LONGEST_CHAIN && isCertificate(peer)) {
    const certificate = new X509Certificate(peer.raw);
    // The last one names itself as its issuer.
    if (certificate.fingerprint256 === chain.at(-1)?.fingerprint256) break;
    chain.push(certificate);
    peer = peer.issuerCertificate;
  }
  return chain;
}

/** Without a certificate Node gives an empty object. */
function isCertificate(peer: { readonly raw?: Buffer } | undefined): boolean {
  return peer?.raw !== undefined;
}
