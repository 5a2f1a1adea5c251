// Why a request that got sent or tried to has no answer: facts of the connection first, error codes second.
import { RequestError, TimeoutError } from 'got';
import type { Failure, UnreachableCause } from '#contract/failure.ts';
import type { HttpAnswer, HttpTrouble } from '../core/ports.ts';
import type { Proxy } from '../core/reach/reach-ports.ts';
import { failingCertificate, factsOf, troubleOfCode } from './certificate-judgement.ts';
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

const MADE = 200;

/**
 * What an answer says of the way instead of what was asked: a proxy that made no tunnel, or a server in front of the
 * Hub (nginx) that misses the client certificate. null when it is the Hub's.
 */
export function refusalIn(answer: Pick<HttpAnswer, 'status' | 'body'>, context: RequestContext): HttpTrouble | null {
  const refused = proxyRefusal(context);
  if (refused !== null) return refused;
  const wantsCertificate =
    answer.status === 400 && /No required SSL certificate was sent|The SSL certificate error/.test(answer.body);
  return wantsCertificate ? certificateRefused(context) : null;
}

/** The proxy's own answer, where it made no tunnel: nothing of the request was sent to it. */
function proxyRefusal({ reach: { proxy }, progress }: RequestContext): HttpTrouble | null {
  const status = progress?.proxyStatus ?? MADE;
  if (proxy === null || status === MADE) return null;
  return notSent('proxy', { code: 'proxyRefused', proxy: new URL(proxy.address).host, status });
}

/**
 * Judges an error by how far the request had got, which is a fact, before looking at codes, which are many: nothing
 * of a request is sent before the connection stands, and with https not before the certificate was accepted.
 */
export function troubleOf(error: unknown, context: RequestContext): HttpTrouble {
  const isSecure = new URL(context.url).protocol === 'https:';
  const atProxy = proxyTrouble(context, isSecure);
  if (atProxy !== null) return atProxy;
  const mayHaveArrived = hasGotThrough(context, isSecure);
  if (context.isOutOfPatience || error instanceof TimeoutError) return { cause: 'timeout', mayHaveArrived };
  // What is no error of got is none of the connection's either.
  if (!(error instanceof RequestError)) return { cause: 'other', mayHaveArrived: true };
  if (CLIENT_CERTIFICATE.test(error.code)) return certificateRefused(context);
  return mayHaveArrived ? { cause: causeOnConnection(error.code), mayHaveArrived } : beforeSending(error.code, context);
}

/** Whether a request can have been sent by now. */
function hasGotThrough({ progress }: RequestContext, isSecure: boolean): boolean {
  return (isSecure ? progress?.isSecure : progress?.isConnected) === true;
}

/** null when the tunnel stood, or none was to be made. */
function proxyTrouble(context: RequestContext, isSecure: boolean): HttpTrouble | null {
  const { reach, progress } = context;
  if (!isSecure || reach.proxy === null || progress?.proxyStatus === MADE) return null;
  return proxyRefusal(context) ?? notSent('proxy', proxyUnreachable(reach.proxy));
}

function beforeSending(code: string, context: RequestContext): HttpTrouble {
  if (context.progress?.isConnected !== true) return notSent(causeBeforeConnection(code));
  return notSent('tls', untrusted(code, context));
}

function notSent(cause: UnreachableCause, failure?: Failure): HttpTrouble {
  return { cause, mayHaveArrived: false, ...(failure === undefined ? {} : { failure }) };
}

function proxyUnreachable({ address }: Proxy): Failure {
  return { code: 'proxyUnreachable', proxy: new URL(address).host };
}

/**
 * The alerts by which a server ends a handshake over the client's certificate. With TLS 1.3 they come after the client
 * took the handshake for done; the server has read nothing of a request then (RFC 8446, 4.4.2.4).
 */
const CLIENT_CERTIFICATE =
  /^ERR_SSL_\w*ALERT_(\w*CERTIFICATE\w*|UNKNOWN_CA|ACCESS_DENIED)$|^ERR_SSL_TLSV1_CERTIFICATE_REQUIRED$/;

function certificateRefused({ url, reach }: RequestContext): HttpTrouble {
  const { host } = new URL(url);
  return notSent('tls', { code: 'clientCertificateRefused', host, isSent: reach.trust.client !== null });
}

/** The certificate that was not believed; undefined when the handshake failed over something else. */
function untrusted(code: string, { url, progress }: RequestContext): Failure | undefined {
  const trouble = troubleOfCode(code);
  const failing = trouble === null ? null : failingCertificate(progress?.chain ?? [], trouble);
  if (trouble === null || failing === null) return undefined;
  return { code: 'certificateUntrusted', host: new URL(url).host, trouble, ...factsOf(failing) };
}

function causeBeforeConnection(code: string): UnreachableCause {
  if (/^(ENOTFOUND|EAI_\w+)$/.test(code)) return 'dns';
  if (code === 'ETIMEDOUT') return 'timeout';
  return /^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN)$/.test(code) ? 'refused' : 'other';
}

/** Cut: the connection ended early, or what came is no HTTP (`HPE_...`), not the announced length or not unpackable. */
const CUT =
  /^(E(?!RR_)\w+|HPE_\w+|ERR_READING_RESPONSE_STREAM|ERR_HTTP_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE)$/;

function causeOnConnection(code: string): UnreachableCause {
  return CUT.test(code) ? 'cut' : 'other';
}
