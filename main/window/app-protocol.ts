// app://main/: the window's own files, and nothing else on this machine.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CustomScheme } from 'electron';
import { APP_SCHEME, isAppAddress } from './app-address.ts';
import { securityHeaders } from './content-security.ts';

/** Registered before the app is ready. Without the privileges to bypass the content security policy or for workers. */
export const appScheme: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** What the build writes, and nothing more: a file of another kind is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Where index.html has its nonce. */
const NONCE_PLACE = '%NONCE%';

/**
 * Answers requests for files below `folder`: GET only, this app's host only, 404 for all that is not there. A script is
 * handed out when `answered` has settled: what it asks for is there then.
 */
export function appProtocolHandler(
  folder: string,
  answered: Promise<unknown>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refusal(405);
    const file = isAppAddress(request.url) ? fileFor(folder, request.url) : null;
    const type = file === null ? undefined : TYPES[path.extname(file)];
    if (file === null || type === undefined) return refusal(404);
    try {
      if (type.startsWith('text/javascript')) await answered;
      return await answerWith(file, type);
    } catch {
      return refusal(404);
    }
  };
}

/** The file an address means, or null when that would be outside the folder. */
function fileFor(folder: string, address: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  // A backslash separates folders on Windows, and a zero ends a name for the system.
  if (/[\\\0:]/.test(name)) return null;
  const root = path.resolve(folder);
  const file = path.resolve(root, `.${name}`);
  return file.startsWith(root + path.sep) ? file : null;
}

async function answerWith(file: string, type: string): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const headers = { 'Content-Type': type, ...securityHeaders(nonce) };
  if (!type.startsWith('text/html')) return new Response(await readFile(file), { headers });
  const page = (await readFile(file, 'utf8')).replaceAll(NONCE_PLACE, nonce);
  return new Response(page, { headers: { ...headers, 'Cache-Control': 'no-store' } });
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: { 'X-Content-Type-Options': 'nosniff' } });
}
