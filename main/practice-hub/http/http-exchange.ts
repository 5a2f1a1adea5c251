/** Reads a call from node:http and writes an answer to it: the only part of the practice hub that touches the wire. */
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Answer } from './answer.ts';
import type { Call } from './call.ts';

/** The most a caller may send, in bytes; a batch of 50 tasks is a tenth of it. */
const LARGEST_BODY_BYTES = 512 * 1_024;

/** Reads a whole call; nothing when its body is larger than a caller may send. */
export async function readCall(request: IncomingMessage): Promise<Call | undefined> {
  const body = await readBody(request);
  if (body === undefined) return undefined;
  const { method, path, query } = targetOf(request);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]));
  return { method, path, query, headers, body };
}

/** The method, path and query of a request, as sent. */
export function targetOf(request: IncomingMessage): Pick<Call, 'method' | 'path' | 'query'> {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  return { method: request.method ?? 'GET', path, query: new URLSearchParams(query.join('?')) };
}

/** Writes an answer. */
export function writeAnswer(response: ServerResponse, { status, headers, body }: Answer): void {
  const bytes = Buffer.from(body, 'utf8');
  // 204 and 304 must not announce a body (RFC 9110, 8.6).
  const length = status === 204 ? {} : { 'content-length': bytes.length };
  response.writeHead(status, { ...headers, ...length });
  response.end(bytes);
}

/** Announces a whole answer, writes half of its body and ends the connection. */
export function writeHalfAnswer(response: ServerResponse, { status, headers, body }: Answer): void {
  const bytes = Buffer.from(body, 'utf8');
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy());
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) continue;
    size += chunk.length;
    // Read to the end in any case: a caller that is still sending would not see the answer.
    if (size <= LARGEST_BODY_BYTES) chunks.push(chunk);
  }
  return size <= LARGEST_BODY_BYTES ? Buffer.concat(chunks).toString('utf8') : undefined;
}
