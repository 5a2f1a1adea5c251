// The HttpClient port over got: one request, sent once, judged by nobody here. The only file that knows got.
//
// A got error prints the posted form and the Authorization header when it is inspected, stringified or cloned:
// nothing of one leaves this file.
import type http from 'node:http';
import got from 'got';
import type { Got, Request } from 'got';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { HttpAnswer, HttpRequest, HttpTrouble } from '../core/ports.ts';
import type { OpenReach, ReachingClient, ReachOptions } from '../core/reach/reach-ports.ts';
import { refusalByProxy, refusalIn, troubleOf } from './got-troubles.ts';
import type { RequestContext } from './got-troubles.ts';
import { PATIENCE, timeoutsFor, tunnelPatience } from './phase-timeouts.ts';
import type { PhaseTimeouts } from './phase-timeouts.ts';
import { PLAIN_WAY, reachAgents } from './reach-agents.ts';
import type { AgentFor } from './reach-agents.ts';
import { watchConnection } from './watch-connection.ts';
import type { ConnectionProgress } from './watch-connection.ts';

const MEBIBYTE = 1024 * 1024;

export interface GotHttpClientOptions {
  /** Sent as `User-Agent`. */
  readonly userAgent: string;
  /** PEM certificates of every authority to believe. Asked for once, when the first https request is sent. */
  readonly trustedCertificates: () => readonly string[];
  /** Where the reach of a request does not say otherwise. */
  readonly timeouts?: PhaseTimeouts;
}

/** A client for TLS 1.2 and later, without redirects, retries, cookies or kept connections. */
export function gotHttpClient(options: GotHttpClientOptions): ReachingClient {
  const client = got.extend({
    headers: { 'user-agent': options.userAgent, accept: 'application/json' },
    retry: { limit: 0 },
    followRedirect: false,
    throwHttpErrors: false,
  });
  const agentFor = reachAgents(options.trustedCertificates);

  async function send(request: HttpRequest, given: ReachOptions = {}): Promise<Result<HttpAnswer, HttpTrouble>> {
    const ending = new AbortController();
    const { reach = PLAIN_WAY, answerLimitBytes = MEBIBYTE } = given;
    const agent = agentOrNull(agentFor, request.url, { reach, signal: ending.signal });
    if (agent === null) return fail(identityUnusable);
    const timeouts = timeoutsFor(given.reach, options.timeouts ?? PATIENCE);
    const { total, ...phases } = timeouts;
    try {
      const prepared = client.extend({ agent, timeout: { ...phases, request: total } });
      return await exchange(open(prepared, request), { url: request.url, reach, timeouts, answerLimitBytes });
    } finally {
      ending.abort();
    }
  }
  return { send };
}

type Reach = Pick<OpenReach, 'proxy' | 'trust' | 'proxyTrust'>;

const identityUnusable: HttpTrouble = {
  cause: 'tls',
  mayHaveArrived: false,
  failure: { code: 'reachSecretGone', what: 'clientCertificate' },
};

/** null when the client certificate is none that TLS takes. */
function agentOrNull(
  agentFor: AgentFor,
  url: string,
  { reach, signal }: { readonly reach: Reach; readonly signal: AbortSignal },
): ReturnType<AgentFor> | null {
  try {
    return agentFor(url, reach, signal);
  } catch {
    return null;
  }
}

interface Exchange {
  readonly url: string;
  readonly reach: Reach;
  readonly timeouts: PhaseTimeouts;
  readonly answerLimitBytes: number;
}

/** One request and its answer, over a stream that is gone afterwards. */
async function exchange(
  stream: Request,
  { url, reach, timeouts, answerLimitBytes }: Exchange,
): Promise<Result<HttpAnswer, HttpTrouble>> {
  const startedAt = performance.now();
  let progress: ConnectionProgress | null = null;
  stream.once('request', (request: http.ClientRequest) => (progress = watchConnection(request)));
  const patience = tunnelPatience(reach.proxy, timeouts, () => progress?.isSecure === true);
  patience.onOver(() => void stream.destroy());
  const context = (): RequestContext => ({ url, reach, progress, isOutOfPatience: patience.isOver() });
  try {
    const received = await receive(stream, answerLimitBytes);
    const byProxy = refusalByProxy(context());
    if (byProxy !== null) return fail(byProxy);
    if ('cause' in received) return fail({ cause: received.cause, mayHaveArrived: true });
    const refusal = refusalIn(received, context());
    return refusal === null
      ? ok({ ...received, durationMs: Math.round(performance.now() - startedAt) })
      : fail(refusal);
  } catch (error: unknown) {
    return fail(troubleOf(error, context()));
  } finally {
    patience.end();
    stream.destroy();
  }
}

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
