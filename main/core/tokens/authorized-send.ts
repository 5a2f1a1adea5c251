// Sends a request of the API with a token: the only place where a token is put into a header.
import type { Failure } from '#contract/failure.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { withoutSecrets } from '../redaction/spellings.ts';
import type { HttpAnswer, HttpClient, HttpRequest, HttpTrouble } from '../ports.ts';
import { hostOf, isBoundTo } from './token.ts';
import type { Token } from './token.ts';

/** A request of the API before its token is known. A body is JSON. */
export type ApiRequest = Pick<HttpRequest, 'method' | 'url' | 'body'> & {
  /** When the answer may be larger than the HttpClient accepts by default. */
  readonly answerLimitBytes?: number;
};

/** Why there is no answer: nothing was done for it (`unsent`), or it was sent and no answer came (`trouble`). */
export type SendFailure =
  { readonly kind: 'unsent'; readonly failure: Failure } | { readonly kind: 'trouble'; readonly trouble: HttpTrouble };

/** Sends a request of the API with whatever token is right for it. The answer's body does not contain that token. */
export type AuthorizedSend = (request: ApiRequest) => Promise<Result<HttpAnswer, SendFailure>>;

/** The headers of a request of the API; for a person to see with something else in the token's place. */
export function apiHeaders(
  { body }: { readonly body?: string | undefined },
  token: string,
): Readonly<Record<string, string>> {
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  return body === undefined ? headers : { ...headers, 'content-type': 'application/json' };
}

/** A request that good manners held back was never under way. */
function sendFailure(trouble: HttpTrouble): SendFailure {
  const { failure } = trouble;
  const isHeldBack = failure?.code === 'hubBusy' || failure?.code === 'hubRests';
  return isHeldBack ? { kind: 'unsent', failure } : { kind: 'trouble', trouble };
}

/** Sends with one token, if the address is one that the token is bound to (else `secretBoundElsewhere`). */
export function sendWith(http: HttpClient, token: Token): AuthorizedSend {
  return async ({ method, url, body, answerLimitBytes }) => {
    if (!isBoundTo(token.boundOrigins, url)) {
      return fail({ kind: 'unsent', failure: { code: 'secretBoundElsewhere', host: hostOf(url) } });
    }
    const headers = apiHeaders({ body }, token.value);
    const request = body === undefined ? { method, url, headers } : { method, url, headers, body };
    const sent = await http.send(request, answerLimitBytes === undefined ? undefined : { answerLimitBytes });
    if (!sent.ok) return fail(sendFailure(sent.failure));
    return ok({ ...sent.value, body: withoutSecrets(sent.value.body, [token.value]) });
  };
}
