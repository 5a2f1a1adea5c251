// What stands in the way at a proxy: nothing of a request was sent then.
import type { Failure } from '#contract/failure.ts';
import type { HttpTrouble } from '../core/ports.ts';
import type { Proxy } from '../core/reach/reach-ports.ts';
import { factsOf, failingCertificate, troubleOfCode } from './certificate-judgement.ts';
import { TUNNEL_MADE } from './watch-connection.ts';
import type { ConnectionProgress } from './watch-connection.ts';

interface AtProxy {
  readonly proxy: Proxy | null;
  /** null when there was no request yet. */
  readonly progress: ConnectionProgress | null;
}

/** The proxy's own answer, where it made no tunnel; null where it made one, or was not asked. */
export function proxyRefusal({ proxy, progress }: AtProxy): HttpTrouble | null {
  const answer = progress?.proxyAnswer ?? null;
  if (proxy === null || answer === null || answer.status === TUNNEL_MADE) return null;
  const { status, signIns } = answer;
  return notSent({ code: 'proxyRefused', proxy: hostOf(proxy), status, signIns });
}

/** Why an error with this code came before the tunnel stood; null when it did, or when none was to be made. */
export function proxyTrouble(code: string, at: AtProxy): HttpTrouble | null {
  const { proxy, progress } = at;
  if (proxy === null || progress?.proxyAnswer?.status === TUNNEL_MADE) return null;
  return proxyRefusal(at) ?? notSent(untrusted(code, proxy, progress) ?? unreachable(proxy));
}

/** The certificate of a proxy that is itself spoken to over TLS, where that is what is not believed. */
function untrusted(code: string, proxy: Proxy, progress: ConnectionProgress | null): Failure | null {
  const trouble = troubleOfCode(code);
  const failing = trouble === null ? null : failingCertificate(progress?.proxyChain ?? [], trouble);
  if (trouble === null || failing === null) return null;
  return { code: 'proxyCertificateUntrusted', proxy: hostOf(proxy), trouble, ...factsOf(failing) };
}

function unreachable(proxy: Proxy): Failure {
  return { code: 'proxyUnreachable', proxy: hostOf(proxy) };
}

function notSent(failure: Failure): HttpTrouble {
  return { cause: 'proxy', mayHaveArrived: false, failure };
}

function hostOf({ address }: Proxy): string {
  return new URL(address).host;
}
