// How a request is connected: directly or through a tunnel, over TLS 1.2 and later, with the certificates that count.
import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import type { OpenReach, TlsTrust } from '../core/reach/reach-ports.ts';
import { identityOptions } from './client-identity.ts';
import { socksAgent } from './socks-agent.ts';
import { tunnelAgent } from './tunnel-agent.ts';

export type ReachWay = Pick<OpenReach, 'proxy' | 'trust' | 'proxyTrust'>;

/** Nothing beyond the system's own: a direct connection, no certificate to show. */
const NOTHING: TlsTrust = { certificates: [], client: null };
export const PLAIN_WAY: ReachWay = { proxy: null, trust: NOTHING, proxyTrust: NOTHING };

/** The agents for one request, as got and Node name them. */
interface Agents {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

/** The agent for one request. Throws when the client certificate cannot be used. */
export type AgentFor = (url: string, way: ReachWay, signal: AbortSignal) => Agents;

/**
 * Connections are used once: a kept one that the other side is just closing would make a POST's outcome unknown for
 * nothing. A TLS context is kept as long as its settings are: reading some hundred authorities anew for each request
 * takes tens of milliseconds.
 */
export function reachAgents(trustedCertificates: () => readonly string[]): AgentFor {
  // Node would stop checking certificates for the whole process if this were set to 0 where the app is started.
  Reflect.deleteProperty(process.env, 'NODE_TLS_REJECT_UNAUTHORIZED');
  const contexts = new WeakMap<TlsTrust, tls.SecureContext>();
  let plain: tls.SecureContext | null = null;

  function contextFor(trust: TlsTrust): tls.SecureContext {
    if (trust.certificates.length === 0 && trust.client === null) {
      plain ??= secureContext(trustedCertificates(), trust);
      return plain;
    }
    const known = contexts.get(trust) ?? secureContext(trustedCertificates(), trust);
    contexts.set(trust, known);
    return known;
  }

  const plainAgent = new http.Agent({ keepAlive: false });
  // Never asked: with plain HTTP there is no other agent, and redirects are not followed.
  const noAgent = new https.Agent({ keepAlive: false });
  return (url, { proxy, trust, proxyTrust }, signal) => {
    if (new URL(url).protocol === 'http:') return { http: plainAgent, https: noAgent };
    const hostContext = contextFor(trust);
    if (proxy === null)
      return { http: plainAgent, https: new https.Agent({ keepAlive: false, secureContext: hostContext }) };
    if (proxy.address.startsWith('socks'))
      return { http: plainAgent, https: socksAgent({ proxy, hostContext, signal }) };
    const proxyContext = contextFor(proxyTrust);
    return { http: plainAgent, https: tunnelAgent({ proxy, hostContext, proxyContext, signal }) };
  };
}

function secureContext(system: readonly string[], { certificates, client }: TlsTrust): tls.SecureContext {
  return tls.createSecureContext({
    ca: [...system, ...certificates],
    minVersion: 'TLSv1.2',
    // An issuer that a person trusts need not be a root: servers often do not send theirs.
    allowPartialTrustChain: certificates.length > 0,
    ...(client === null ? {} : identityOptions(client)),
  });
}
