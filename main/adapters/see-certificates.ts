// Looks at what a host shows over TLS, the way a request would go, and sends nothing.
import https from 'node:https';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { HttpTrouble } from '../core/ports.ts';
import type { OpenReach, SeeCertificates, SeenCertificates } from '../core/reach/reach-ports.ts';
import { certificateOf, factsOf, issuerToTrust, troubleOfCode } from './certificate-judgement.ts';
import { causeBeforeConnection, handshakeTrouble } from './handshake-troubles.ts';
import type { ConnectionError } from './handshake-troubles.ts';
import { proxyTrouble } from './proxy-troubles.ts';
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
    const error = await outcomeOf(request, reach.timeouts.connectSeconds * 2000);
    const trouble = error === null ? null : troubleOfCode(error.code);
    if (error === null || (trouble !== null && progress.chain.length > 0)) return ok(seen(progress, trouble, url));
    return fail(unseen(error, url, { reach, progress }));
  } finally {
    request.destroy();
  }
}

/** The error that ended it; null when the host is believed. */
function outcomeOf(request: ReturnType<typeof https.request>, patienceMs: number): Promise<ConnectionError | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(TOO_LATE), patienceMs);
    const settle = (error: ConnectionError | null): void => {
      clearTimeout(timer);
      resolve(error);
    };
    request.once('error', ({ code = '', message }: NodeJS.ErrnoException) => settle({ code, message }));
    request.once('close', () => settle(ENDED));
    // What a refusing proxy said.
    request.once('response', () => settle(ENDED));
    request.once('socket', (socket) => socket.once('secureConnect', () => settle(null)));
  });
}

const TOO_LATE: ConnectionError = { code: 'ETIMEDOUT', message: '' };
const ENDED: ConnectionError = { code: '', message: '' };

function seen({ chain }: ConnectionProgress, trouble: SeenCertificates['trouble'], url: string): SeenCertificates {
  const shown = { chain: chain.map(factsOf), trouble };
  if (trouble === null) return { ...shown, issuerToTrust: null, noIssuer: null };
  const issuer = issuerToTrust(chain, trouble, new URL(url).hostname);
  return issuer.ok
    ? { ...shown, issuerToTrust: certificateOf(issuer.value), noIssuer: null }
    : { ...shown, issuerToTrust: null, noIssuer: issuer.failure };
}

interface Seeing {
  readonly reach: OpenReach;
  readonly progress: ConnectionProgress;
}

function unseen(error: ConnectionError, url: string, { reach, progress }: Seeing): HttpTrouble {
  const atProxy = proxyTrouble(error.code, { proxy: reach.proxy, progress });
  if (atProxy !== null) return atProxy;
  if (error === TOO_LATE) return { cause: 'timeout', mayHaveArrived: false };
  if (!progress.isConnected) return { cause: causeBeforeConnection(error.code), mayHaveArrived: false };
  return handshakeTrouble(error, { host: new URL(url).host, isClientShown: reach.trust.client !== null });
}
