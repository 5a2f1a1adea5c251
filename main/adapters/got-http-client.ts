// The HttpClient port over got: one request, sent once, judged by nobody here. The only file that knows got.
//
// A got error prints the posted form and the Authorization header when it is inspected, stringified or cloned:
// nothing of one leaves this file.
import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import got, { RequestError, TimeoutError } from 'got';
import type { Delays, Got, Request } from 'got';
import type { UnreachableCause } from '#contract/failure.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { HttpAnswer, HttpClient, HttpRequest, HttpTrouble } from '../core/ports.ts';

const MEBIBYTE = 1024 * 1024;

/** Milliseconds granted to each phase of a request, and to the whole of it. */
export interface PhaseTimeouts {
  readonly lookup: number;
  readonly connect: number;
  readonly secureConnect: number;
  readonly send: number;
  /** From the last byte sent until the first byte of the answer. */
  readonly response: number;
  readonly total: number;
}

const PATIENCE: PhaseTimeouts = {
  lookup: 5_000,
  connect: 10_000,
  secureConnect: 10_000,
  send: 15_000,
  response: 30_000,
  total: 60_000,
};

export interface GotHttpClientOptions {
  /** Sent as `User-Agent`. */
  readonly userAgent: string;
  /** PEM certificates of every authority to believe. Asked for once, when the first https request is sent. */
  readonly trustedCertificates: () => readonly string[];
  readonly timeouts?: PhaseTimeouts;
}

/** An HttpClient for TLS 1.2 and later, without redirects, retries, cookies or kept connections. */
export function gotHttpClient(options: GotHttpClientOptions): HttpClient {
  // Node would stop checking certificates for the whole process if this were set to 0 where the app is started.
  Reflect.deleteProperty(process.env, 'NODE_TLS_REJECT_UNAUTHORIZED');
  const { total, ...phases } = options.timeouts ?? PATIENCE;
  const timeout: Delays = { ...phases, request: total };
  const client = got.extend({
    headers: { 'user-agent': options.userAgent, accept: 'application/json' },
    timeout,
    retry: { limit: 0 },
    followRedirect: false,
    throwHttpErrors: false,
  });
  const agentFor = agents(options.trustedCertificates);

  async function send(
    request: HttpRequest,
    limits = { answerLimitBytes: MEBIBYTE },
  ): Promise<Result<HttpAnswer, HttpTrouble>> {
    const startedAt = performance.now();
    const isSecure = new URL(request.url).protocol === 'https:';
    const stream = open(client.extend({ agent: agentFor(isSecure) }), request);
    try {
      const received = await receive(stream, limits.answerLimitBytes);
      return 'cause' in received
        ? fail({ cause: received.cause, mayHaveArrived: true })
        : ok({ ...received, durationMs: Math.round(performance.now() - startedAt) });
    } catch (error: unknown) {
      return fail(troubleOf(error, isSecure));
    } finally {
      stream.destroy();
    }
  }
  return { send };
}

/**
 * Connections are used once: a kept one that the other side is just closing would make a POST's outcome unknown for
 * nothing. The TLS context is kept: reading some hundred authorities anew for each request takes tens of milliseconds.
 */
function agents(trustedCertificates: () => readonly string[]): (isSecure: boolean) => Agents {
  const plain = { http: new http.Agent({ keepAlive: false }) };
  let secure: { https: https.Agent } | null = null;
  return (isSecure) => {
    if (!isSecure) return plain;
    secure ??= {
      https: new https.Agent({
        keepAlive: false,
        secureContext: tls.createSecureContext({ ca: [...trustedCertificates()], minVersion: 'TLSv1.2' }),
      }),
    };
    return secure;
  };
}
type Agents = { readonly http: http.Agent } | { readonly https: https.Agent };

function open(client: Got, request: HttpRequest): Request {
  const { method, url, headers, body } = request;
  const stream = client.stream(url, { method, headers: { ...headers }, ...(body === undefined ? {} : { body }) });
  // got leaves the end of a request to its caller for every method that could have a body.
  if (body === undefined && method !== 'GET') stream.end();
  return stream;
}

/** What came back: the parts of an answer, or why it is not taken. */
type Received = Omit<HttpAnswer, 'durationMs'> | { readonly cause: 'redirected' | 'answerTooLarge' };

/** Reads the answer and stops as soon as it is more than asked for; bytes are counted after decompression. */
async function receive(stream: Request, limitBytes: number): Promise<Received> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > limitBytes) return { cause: 'answerTooLarge' };
    chunks.push(chunk);
  }
  const { response } = stream;
  if (response === undefined) throw new Error('The request ended without an answer');
  if (response.statusCode >= 300 && response.statusCode < 400) return { cause: 'redirected' };
  // A byte order mark is dropped and broken UTF-8 becomes replacement characters: whether the text is of use is
  // the caller's to judge.
  const body = new TextDecoder().decode(Buffer.concat(chunks));
  return { status: response.statusCode, headers: singleHeaders(response.headers), body };
}

/** Headers as text. The only header that Node gives as a list is `set-cookie`, and cookies are not kept. */
function singleHeaders(received: http.IncomingHttpHeaders): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(received)) {
    if (typeof value === 'string') headers[name] = value;
  }
  return headers;
}

/**
 * Judges an error by how far the request had got, which is a fact, before looking at codes, which are many: nothing
 * of a request is sent before the connection stands, and with https not before the certificate was accepted.
 */
function troubleOf(error: unknown, isSecure: boolean): HttpTrouble {
  if (!(error instanceof RequestError)) return { cause: 'other', mayHaveArrived: true };
  const { connect, secureConnect } = error.timings ?? {};
  const mayHaveArrived = (isSecure ? secureConnect : connect) !== undefined;
  if (error instanceof TimeoutError) return { cause: 'timeout', mayHaveArrived };
  if (mayHaveArrived) return { cause: causeOnConnection(error.code), mayHaveArrived };
  return { cause: connect === undefined ? causeBeforeConnection(error.code) : 'tls', mayHaveArrived };
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
