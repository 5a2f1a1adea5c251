// How TLS is spoken to a host behind a proxy, whichever kind of proxy that is.
import tls from 'node:tls';

type TowardsHost = Required<Pick<tls.ConnectionOptions, 'secureContext' | 'checkServerIdentity'>>;

/**
 * The certificate has to be the host's own. The libraries that tunnel drop the host before TLS begins, and for an IP
 * address Node has no server name to fall back on: it would compare with the proxy's name, or with `localhost`.
 */
export function towardsHost(host: string | undefined, secureContext: tls.SecureContext): TowardsHost {
  const bareHost = (host ?? '').replace(/^\[|\]$/g, '');
  return { secureContext, checkServerIdentity: (_name, certificate) => tls.checkServerIdentity(bareHost, certificate) };
}
