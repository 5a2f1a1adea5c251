// A practice hub every one of whose answers is held against the document.
import { expect } from 'vitest';
import type { PracticeHubOptions } from '../../../main/practice-hub/options.ts';
import type { PracticeHub } from '../../../main/practice-hub/practice-hub.ts';
import {
  call,
  postForm,
  startHub,
  tokenFor,
  type Answered,
  type CallOptions,
} from '../main/practice-hub/hub-caller.ts';
import { answerProblems, operationFor, responseFor } from './contract-document.ts';

export interface WatchedHub {
  readonly hub: PracticeHub;
  /** `METHOD /path` below the base URL, with a token of the first operator unless another is given. */
  readonly call: (what: string, options?: CallOptions) => Promise<Answered>;
  /** Posts a form to an address below the OAuth path. */
  readonly form: (
    path: string,
    form: Parameters<typeof postForm>[1],
    headers?: Record<string, string>,
  ) => Promise<Answered>;
}

const OAUTH_PATH = '/prweb/PRRestService/oauth2/v1';

/** Which answers were seen so far: `listRegistrations 200`. */
export const seen = new Set<string>();

/** Fails the test when an answer of a documented operation is not as documented. */
function judge(method: string, url: string, answer: Answered): Answered {
  const operation = operationFor(method, new URL(url).pathname);
  if (operation === null) return answer;
  const contentType = answer.headers.get('content-type') ?? '';
  const problems = answerProblems(operation, { status: answer.status, contentType, body: answer.text });
  expect(problems, `${operation.id} answered ${answer.status} ${answer.text}`).toEqual([]);
  seen.add(`${operation.id} ${responseFor(operation, answer.status) ?? ''}`);
  return answer;
}

export async function watchedHub(options: PracticeHubOptions = {}): Promise<WatchedHub> {
  const hub = await startHub(options);
  const token = await tokenFor(hub);
  return {
    hub,
    call: async (what, given) => {
      const [method = '', path = ''] = what.split(' ');
      return judge(method, hub.baseUrl + path, await call(hub, what, { token, ...given }));
    },
    form: async (path, form, headers = {}) => {
      const url = hub.origin + OAUTH_PATH + path;
      return judge('POST', url, await postForm(hub, form, { url, headers }));
    },
  };
}

/** Asks one of the OAuth addresses that take no form. */
export async function getOAuth(hub: PracticeHub, path: string): Promise<Answered> {
  const url = hub.origin + OAUTH_PATH + path;
  const response = await fetch(url);
  return judge('GET', url, {
    status: response.status,
    headers: response.headers,
    text: await response.text(),
    json: undefined,
  });
}
