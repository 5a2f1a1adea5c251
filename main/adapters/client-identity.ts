// A client certificate as Node takes it. It stands alone: what reads a certificate file needs none of the agents.
import type tls from 'node:tls';
import type { ClientIdentity } from '../core/reach/reach-ports.ts';

/** The options under which Node takes a client certificate. */
export function identityOptions(client: ClientIdentity): tls.SecureContextOptions {
  const { passphrase } = client;
  return client.kind === 'pkcs12'
    ? { pfx: Buffer.from(client.file, 'base64'), passphrase }
    : { cert: client.certificate, key: client.key, passphrase };
}
