/** Puts the parts of the practice hub together into one function from call to answer. */
import type { AccessTokens } from './tokens/access-tokens.ts';
import type { Answer } from './http/answer.ts';
import { apiRefusalIn } from './http/api-errors.ts';
import { apiRouter } from './http/api-router.ts';
import { apiRoutes } from './api-routes.ts';
import type { Books } from './state/books.ts';
import type { Call } from './http/call.ts';
import { clientsOf } from './tokens/clients.ts';
import type { Desk } from './registrations/desk.ts';
import type { PracticeHubSettings } from './options.ts';
import { tokenEndpoint } from './tokens/token-endpoint.ts';

/** The path of the API on every Hub (hub contract 1). */
export const API_PATH = '/prweb/api/ppf/v1';

/** The path of the OAuth addresses on every Hub (hub contract 8.1). */
export const OAUTH_PATH = '/prweb/PRRestService/oauth2/v1';

/** Builds the function that answers every call. */
export function answering(
  settings: PracticeHubSettings,
  books: Books,
  tokens: AccessTokens,
): (call: Call) => Promise<Answer> {
  const refuse = apiRefusalIn(settings.apiErrorStyle);
  const desk: Desk = {
    store: books.store,
    clock: settings.clock,
    words: settings.statusWords,
    refuse,
    save: () => books.save(),
  };
  const routes = apiRoutes(desk, {
    tokens,
    rootKey: books.rootKey,
    listPath: `${API_PATH}/registrations`,
    createAnswer: settings.createAnswer,
    paths: settings.actionPaths,
    synchronizeMs: settings.synchronizeMs,
    secretField: settings.syncSecretField,
  });
  const answerApi = apiRouter(routes, { basePath: API_PATH, tokens, refuse });
  const answerOAuth = oauthAnswers(settings, books, tokens);

  return async (call) => {
    const oauth = answerOAuth.get(call.path);
    if (oauth === undefined) return await answerApi(call);
    if (call.method === oauth.method) return await oauth.answer(call);
    const problem = { id: 'PPF_MethodNotAllowed', message: `${call.method} is not possible here.` };
    return refuse(405, [problem], { allow: oauth.method });
  };
}

interface OAuthAddress {
  readonly method: string;
  readonly answer: (call: Call) => Answer | Promise<Answer>;
}

function oauthAnswers(
  settings: PracticeHubSettings,
  books: Books,
  tokens: AccessTokens,
): ReadonlyMap<string, OAuthAddress> {
  const endpoint = tokenEndpoint({
    tokens,
    clients: clientsOf({ rootKey: books.rootKey, registrationClients: () => books.clients, store: books.store }),
    lifetimeSeconds: settings.tokenLifetimeSeconds,
    successStatus: settings.tokenStatus,
    errorStyle: settings.tokenErrorStyle,
  });
  return new Map<string, OAuthAddress>([
    [`${OAUTH_PATH}/token`, { method: 'POST', answer: (call) => endpoint.token(call) }],
    [`${OAUTH_PATH}/revoke`, { method: 'POST', answer: (call) => endpoint.revoke(call) }],
    [`${OAUTH_PATH}/authorize`, { method: 'GET', answer: () => endpoint.authorize() }],
    [`${OAUTH_PATH}/token/keys`, { method: 'GET', answer: () => endpoint.keys() }],
  ]);
}
