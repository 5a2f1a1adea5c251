/** The OAuth side of the practice hub: tokens for client credentials, their revocation, and the public key. */
import type { AccessTokens } from './access-tokens.ts';
import { emptyAnswer, jsonAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { Call, TokenHolder } from '../http/call.ts';
import { readClientClaim, readForm } from './client-authentication.ts';
import type { Clients } from './clients.ts';

/** `oauth`: RFC 6749, 5.2; `pega`: the envelope of older Pega versions (hub contract 8.4). */
export type TokenErrorStyle = 'oauth' | 'pega';

/** How the token endpoint answers. */
export interface TokenEndpointSettings {
  readonly tokens: AccessTokens;
  readonly clients: Clients;
  readonly lifetimeSeconds: number;
  /** The source document shows 201, OAuth itself 200. */
  readonly successStatus: 200 | 201;
  readonly errorStyle: TokenErrorStyle;
}

type OAuthErrorCode = 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'unsupported_response_type';

interface OAuthError {
  readonly code: OAuthErrorCode;
  readonly description: string;
  readonly challengeBasic?: boolean;
}

type Identified =
  { readonly form: ReadonlyMap<string, string>; readonly holder: TokenHolder } | { readonly error: OAuthError };

/** The addresses below `/prweb/PRRestService/oauth2/v1`, each as a function from call to answer. */
export interface TokenEndpoint {
  token(call: Call): Promise<Answer>;
  revoke(call: Call): Answer;
  authorize(): Answer;
  keys(): Promise<Answer>;
}

/** Builds the OAuth addresses. */
export function tokenEndpoint({ tokens, clients, ...settings }: TokenEndpointSettings): TokenEndpoint {
  const refuse = (error: OAuthError): Answer => oauthRefusal(error, settings.errorStyle);

  return {
    token: async (call) => {
      const identified = identify(call, clients);
      if ('error' in identified) return refuse(identified.error);
      const grantProblem = problemOfGrant(identified.form);
      if (grantProblem !== undefined) return refuse(grantProblem);
      const accessToken = await tokens.issue(identified.holder);
      const body = { access_token: accessToken, token_type: 'bearer', expires_in: settings.lifetimeSeconds };
      return jsonAnswer(settings.successStatus, body, { pragma: 'no-cache' });
    },
    revoke: (call) => {
      const identified = identify(call, clients);
      if ('error' in identified) return refuse(identified.error);
      const token = identified.form.get('token') ?? '';
      // RFC 7009, 2.2: a token that is not known is already revoked; another client's token is left alone.
      if (tokens.holderOf(token)?.clientId === identified.holder.clientId) tokens.revoke(token);
      return emptyAnswer(200);
    },
    authorize: () =>
      refuse({
        code: 'unsupported_response_type',
        description: 'Only the client credentials grant is switched on for the clients of the practice hub.',
      }),
    keys: async () => jsonAnswer(200, await tokens.publicKeys()),
  };
}

function identify(call: Call, clients: Clients): Identified {
  const contentType = call.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded *(;|$)/i.test(contentType)) {
    return invalidRequest('The body must be application/x-www-form-urlencoded.');
  }
  const form = readForm(call.body);
  if (form === undefined) return invalidRequest('The body is malformed or repeats a parameter.');
  const claim = readClientClaim(form, call.headers['authorization']);
  if (claim.kind === 'invalidRequest') return invalidRequest(claim.description);
  const holder = claim.kind === 'claimed' ? clients.identify(claim.clientId, claim.clientSecret) : undefined;
  if (holder !== undefined) return { form, holder };
  // One sentence for an unknown client and a wrong secret, so that client IDs cannot be tried out.
  const description = claim.kind === 'claimed' ? 'The client ID or the client secret is wrong.' : claim.description;
  const challengeBasic = call.headers['authorization'] !== undefined;
  return { error: { code: 'invalid_client', description, challengeBasic } };
}

function problemOfGrant(form: ReadonlyMap<string, string>): OAuthError | undefined {
  const grantType = form.get('grant_type');
  if (grantType === undefined || grantType === '') {
    return { code: 'invalid_request', description: 'The parameter grant_type is missing.' };
  }
  if (grantType !== 'client_credentials') {
    return { code: 'unsupported_grant_type', description: 'Only client_credentials is supported for this client.' };
  }
  return undefined;
}

function invalidRequest(description: string): { readonly error: OAuthError } {
  return { error: { code: 'invalid_request', description } };
}

function oauthRefusal(error: OAuthError, style: TokenErrorStyle): Answer {
  const body =
    style === 'oauth'
      ? { error: error.code, error_description: error.description }
      : { errors: [{ ID: error.code, message: error.description }] };
  const challenge = error.challengeBasic === true ? { 'www-authenticate': 'Basic realm="practice-hub"' } : {};
  return jsonAnswer(error.code === 'invalid_client' ? 401 : 400, body, { pragma: 'no-cache', ...challenge });
}
