// Looks at what a host shows over TLS, the way a request would go, and sends nothing.
import https from 'node:https';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { HttpTrouble } from '../core/ports.ts';
import type { OpenReach, SeeCertificates, SeenCertificates } from '../core/reach/reach-ports.ts';
import { certificateOf, factsOf, issuerToTrust, troubleOfCode } from './certificate-judgement.ts';
import { reachAgents } from './reach-agents.ts';
import type { AgentFor } from './reach-agents.ts';
import { watchConnection } from './watch-connection.ts';
import type { ConnectionProgress } from './watch-connection.ts';

/** Certificates are checked as ever; they are only remembered before a refusal. */
export function certificateSeer(trustedCertificates: () => readonly string[]): SeeCertificates {
  const agentFor = reachAgents(trustedCertificates);
  return async (url, reach) => {
    const ending = new AbortController();
    try {
      return await look(agentFor, url, { reach, signal: ending.signal });
    } catch {
      return fail({ cause: 'other', mayHaveArrived: false });
    } finally {
      ending.abort();
    }
  };
}

interface Way {
  readonly reach: OpenReach;
  readonly signal: AbortSignal;
}

/** A request that is never ended: Node connects for it and has nothing to send. */
async function look(agentFor: AgentFor, url: string, way: Way): Promise<Result<SeenCertificates, HttpTrouble>> {
  const { reach, signal } = way;
  const request = https.request(url, { agent: agentFor(url, reach, signal).https });
  const progress = watchConnection(request);
  try {
    const code = await outcomeOf(request, reach.timeouts.connectSeconds * 2000);
    const trouble = code === null ? null : troubleOfCode(code);
    if (code === null || (trouble !== null && progress.chain.length > 0)) return ok(seen(progress, trouble, url));
    return fail(unseen(progress, reach, code));
  } finally {
    request.destroy();
  }
}

/** The code of the error that ended it; null when the host is believed. */
function outcomeOf(request: ReturnType<typeof https.request>, patienceMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('ETIMEDOUT'), patienceMs);
    const settle = (code: string | null): void => {
      clearTimeout(timer);
      resolve(code);
    };
    request.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? ''));
    request.once('close', () => settle(''));
    // What a refusing proxy said.
    request.once('response', () => settle('ERR_PROXY'));
    request.once('socket', (socket) => socket.once('secureConnect', () => settle(null)));
  });
}

function seen({ chain }: ConnectionProgress, trouble: SeenCertificates['trouble'], url: string): SeenCertificates {
  const issuer = trouble === null ? null : issuerToTrust(chain, trouble, new URL(url).hostname);
  return { chain: chain.map(factsOf), trouble, issuerToTrust: issuer === null ? null : certificateOf(issuer) };
}

function unseen({ proxyStatus, isConnected }: ConnectionProgress, { proxy }: OpenReach, code: string): HttpTrouble {
  if (proxy !== null && proxyStatus !== 200) {
    const { host } = new URL(proxy.address);
    const failure =
      proxyStatus === null
        ? ({ code: 'proxyUnreachable', proxy: host } as const)
        : ({ code: 'proxyRefused', proxy: host, status: proxyStatus } as const);
    return { cause: 'proxy', mayHaveArrived: false, failure };
  }
  if (code === 'ETIMEDOUT') return { cause: 'timeout', mayHaveArrived: false };
  if (isConnected) return { cause: 'tls', mayHaveArrived: false };
  return { cause: /^(ENOTFOUND|EAI_\w+)$/.test(code) ? 'dns' : 'refused', mayHaveArrived: false };
}
