// Talks to a practice hub over real HTTP, as a client without any comfort would.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PracticeHubOptions } from '../../../../main/practice-hub/options.ts';
import { startPracticeHub, type PracticeHub } from '../../../../main/practice-hub/practice-hub.ts';

export type Json = Readonly<Record<string, unknown>>;

/** An answer as it came: `json` is undefined when the body is not a JSON object. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Json | undefined;
}

export interface CallOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly rawBody?: string;
  readonly headers?: Record<string, string>;
}

/** The six fields of Create, with a name of their own. */
export function newApplication(applicationName: string, more: Json = {}): Json {
  return {
    systemURL: 'https://desk.example',
    applicationName,
    applicationLabel: `Test - ${applicationName}`,
    applicationDescription: 'Made by a test',
    platform: 'Pega',
    productionLevel: 2,
    ...more,
  };
}

/** Starts a hub that ends with the test. */
export async function startHub(options: PracticeHubOptions = {}): Promise<PracticeHub> {
  const hub = await startPracticeHub({ port: 0, ...options });
  onTestFinished(() => hub.close());
  return hub;
}

/** A folder that goes away with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'practice-hub-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function read(response: Response): Promise<Answered> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: jsonObject(text) };
}

function jsonObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // SAFETY: an object that came from JSON has string keys and unknown values.
    return typeof value === 'object' && value !== null ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

/** Posts a form to the token endpoint, or to another OAuth address. */
export async function postForm(
  hub: PracticeHub,
  form: Readonly<Record<string, string>> | string,
  { headers = {}, url = hub.tokenEndpoint }: { headers?: Record<string, string>; url?: string } = {},
): Promise<Answered> {
  const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
  const contentType = { 'content-type': 'application/x-www-form-urlencoded' };
  return await read(await fetch(url, { method: 'POST', body, headers: { ...contentType, ...headers } }));
}

/** A token for a pair; the first operator's without one. */
export async function tokenFor(
  hub: PracticeHub,
  pair = { clientId: hub.clientId, clientSecret: hub.clientSecret },
): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: pair.clientId, client_secret: pair.clientSecret };
  const answer = await postForm(hub, form);
  const token = answer.json?.['access_token'];
  if (typeof token !== 'string') throw new Error(`The token endpoint answered ${answer.status}.`);
  return token;
}

/** One call of the API; `what` is a method and a path below the base URL. */
export async function call(hub: PracticeHub, what: string, options: CallOptions = {}): Promise<Answered> {
  const [method = 'GET', path = ''] = what.split(' ');
  const authorization = options.token === undefined ? {} : { authorization: `Bearer ${options.token}` };
  const body = options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const contentType = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(hub.baseUrl + path, {
    method,
    redirect: 'manual',
    headers: { ...contentType, ...authorization, ...options.headers },
    ...(body === undefined ? {} : { body }),
  });
  return await read(response);
}

/** A caller with a token of the first operator. */
export async function configurator(hub: PracticeHub): Promise<(what: string, body?: unknown) => Promise<Answered>> {
  const token = await tokenFor(hub);
  return (what, body) => call(hub, what, body === undefined ? { token } : { token, body });
}

/** The ID in an answer that shows a registration. */
export function idIn(answer: Answered): string {
  const id = answer.json?.['ID'];
  if (typeof id !== 'string') throw new Error(`The hub answered ${answer.status} without an ID.`);
  return id;
}

/** The data-synchronization pair in the answer of `enablesync`. */
export function pairIn(answer: Answered): { clientId: string; clientSecret: string } {
  const { clientID, clientSecret } = answer.json ?? {};
  if (typeof clientID !== 'string' || typeof clientSecret !== 'string') throw new Error('The answer has no pair.');
  return { clientId: clientID, clientSecret };
}

/** The `ID` of each problem in an error body of version 1. */
export function problemIds(answer: Answered): unknown[] {
  const errors = answer.json?.['errors'];
  return Array.isArray(errors) ? errors.map((error: unknown) => jsonField(error, 'ID')) : [];
}

/** A field of something that may be an object. */
export function jsonField(value: unknown, key: string): unknown {
  // SAFETY: any object may be asked for a key.
  return typeof value === 'object' && value !== null ? (value as Json)[key] : undefined;
}
