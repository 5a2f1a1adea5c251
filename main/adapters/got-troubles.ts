// Why a request that got sent or tried to has no answer: facts of the connection first, error codes second.
import { RequestError, TimeoutError } from 'got';
import type { Failure, UnreachableCause } from '#contract/failure.ts';
import type { HttpAnswer, HttpTrouble } from '../core/ports.ts';
import { failingCertificate, factsOf, troubleOfCode } from './certificate-judgement.ts';
import { causeBeforeConnection, handshakeTrouble, isClientRefused } from './handshake-troubles.ts';
import type { Handshake } from './handshake-troubles.ts';
import { proxyRefusal, proxyTrouble } from './proxy-troubles.ts';
import type { ReachWay } from './reach-agents.ts';
import type { ConnectionProgress } from './watch-connection.ts';

export interface RequestContext {
  readonly url: string;
  readonly reach: ReachWay;
  /** null when there was no request yet. */
  readonly progress: ConnectionProgress | null;
  /** A tunnel took too long. */
  readonly isOutOfPatience: boolean;
}

/** A proxy that made no tunnel: what came is its own answer, whatever it is. null where the other side may be the Hub. */
export function refusalByProxy({ reach: { proxy }, progress }: RequestContext): HttpTrouble | null {
  return proxyRefusal({ proxy, progress });
}

/** A server in front of the Hub (nginx) that misses the client certificate; null when the answer is the Hub's. */
export function refusalIn(answer: Pick<HttpAnswer, 'status' | 'body'>, context: RequestContext): HttpTrouble | null {
  const wantsCertificate =
    answer.status === 400 && /No required SSL certificate was sent|The SSL certificate error/.test(answer.body);
  return wantsCertificate ? certificateRefused(context) : null;
}

/**
 * Judges an error by how far the request had got, which is a fact, before looking at codes, which are many: nothing
 * of a request is sent before the connection stands, and with https not before the certificate was accepted.
 */
export function troubleOf(error: unknown, context: RequestContext): HttpTrouble {
  const isSecure = new URL(context.url).protocol === 'https:';
  const atProxy = isSecure ? troubleAtProxy(error, context) : null;
  if (atProxy !== null) return atProxy;
  const mayHaveArrived = hasGotThrough(context, isSecure);
  if (context.isOutOfPatience || error instanceof TimeoutError) return { cause: 'timeout', mayHaveArrived };
  // What is no error of got is none of the connection's either.
  if (!(error instanceof RequestError)) return { cause: 'other', mayHaveArrived: true };
  if (isClientRefused(error)) return certificateRefused(context);
  return mayHaveArrived ? { cause: causeOnConnection(error.code), mayHaveArrived } : beforeSending(error, context);
}

function troubleAtProxy(error: unknown, { reach: { proxy }, progress }: RequestContext): HttpTrouble | null {
  return proxyTrouble(error instanceof RequestError ? error.code : '', { proxy, progress });
}

/** Whether a request can have been sent by now. */
function hasGotThrough({ progress }: RequestContext, isSecure: boolean): boolean {
  return (isSecure ? progress?.isSecure : progress?.isConnected) === true;
}

function beforeSending(error: RequestError, context: RequestContext): HttpTrouble {
  if (context.progress?.isConnected !== true) return notSent(causeBeforeConnection(error.code));
  const failure = untrusted(error.code, context);
  return failure === null ? handshakeTrouble(error, handshakeOf(context)) : notSent('tls', failure);
}

function notSent(cause: UnreachableCause, failure?: Failure): HttpTrouble {
  return { cause, mayHaveArrived: false, ...(failure === undefined ? {} : { failure }) };
}

function handshakeOf({ url, reach }: RequestContext): Handshake {
  return { host: new URL(url).host, isClientShown: reach.trust.client !== null };
}

function certificateRefused(context: RequestContext): HttpTrouble {
  const { host, isClientShown: isSent } = handshakeOf(context);
  return notSent('tls', { code: 'clientCertificateRefused', host, isSent });
}

/** The certificate that was not believed; null when the handshake failed over something else. */
function untrusted(code: string, { url, progress }: RequestContext): Failure | null {
  const trouble = troubleOfCode(code);
  const failing = trouble === null ? null : failingCertificate(progress?.chain ?? [], trouble);
  if (trouble === null || failing === null) return null;
  return { code: 'certificateUntrusted', host: new URL(url).host, trouble, ...factsOf(failing) };
}

/** Cut: the connection ended early, or what came is no HTTP (`HPE_...`), not the announced length or not unpackable. */
const CUT =
  /^(E(?!RR_)\w+|HPE_\w+|ERR_READING_RESPONSE_STREAM|ERR_HTTP_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE)$/;

function causeOnConnection(code: string): UnreachableCause {
  return CUT.test(code) ? 'cut' : 'other';
}
