// The certificates that the other side of a TLS connection shows.
import { X509Certificate } from 'node:crypto';
import tls from 'node:tls';

const LONGEST_CHAIN = 10;

/** Its own certificate first, then the issuers as far as it sends them. */
export function chainOf(socket: tls.TLSSocket): X509Certificate[] {
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

/** What is shown at an address, whether it is believed or not. Sends nothing; empty when the connection does not stand. */
export function shownAt(options: tls.ConnectionOptions): Promise<readonly X509Certificate[]> {
  return new Promise((resolve) => {
    let chain: readonly X509Certificate[] = [];
    const socket = tls.connect(options);
    socket.prependOnceListener('secure', () => (chain = chainOf(socket)));
    socket.once('secureConnect', () => socket.destroy());
    socket.once('error', () => undefined);
    socket.once('close', () => resolve(chain));
  });
}
