// A real OAuth server on loopback (oidc-provider), and an API beside it that takes only the tokens this server gave.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { Adapter, AdapterPayload, Configuration } from 'oidc-provider';

/** Obviously fake, and made of what form and header encodings disagree about. */
export const BODY_CLIENT = { clientId: '69886076323519860336', clientSecret: 'FAKE+secret/with=all:of%it & "\'*~' };
export const BASIC_CLIENT = { clientId: 'client:with%20a+colon', clientSecret: 'FAKE:secret+%2B/= &*~' };

const SIGNING_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

export interface OAuthServer {
  readonly origin: string;
  readonly tokenEndpoint: string;
  /** Answers 200 to a living token and 401 to anything else. */
  readonly apiAddress: string;
  /** How many token requests came. */
  tokenRequests(): number;
  /** Ends every token at once, as regenerating a secret does (hub-contract section 7). */
  revokeTokens(): void;
  close(): Promise<void>;
}

export interface OAuthServerOptions {
  /** Opaque tokens can be revoked; JWTs carry claims. */
  readonly format?: 'opaque' | 'jwt';
  readonly lifetimeSeconds?: number;
}

/** Starts it on any port. Everything it needs is given, so that it has no defaults to warn about. */
export async function startOAuthServer({ format = 'opaque', lifetimeSeconds = 600 }: OAuthServerOptions = {}) {
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  const origin = `http://127.0.0.1:${await listen(server)}`;
  const stored = new Map<string, AdapterPayload>();
  const provider = new Provider(origin, { ...configuration(format, lifetimeSeconds), adapter: memoryOf(stored) });
  const serveOAuth = provider.callback();
  let tokenRequests = 0;
  answer = (request, response) => {
    if (request.url === '/token') tokenRequests += 1;
    if (request.url !== '/api') return void serveOAuth(request, response);
    void isAlive(provider, request).then((alive) => response.writeHead(alive ? 200 : 401).end('{}'));
  };
  return {
    origin,
    tokenEndpoint: `${origin}/token`,
    apiAddress: `${origin}/api`,
    tokenRequests: () => tokenRequests,
    revokeTokens: () => stored.clear(),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  } satisfies OAuthServer;
}

function configuration(format: 'opaque' | 'jwt', lifetimeSeconds: number): Configuration {
  const client = (method: 'client_secret_post' | 'client_secret_basic', it: typeof BODY_CLIENT) => ({
    client_id: it.clientId,
    client_secret: it.clientSecret,
    token_endpoint_auth_method: method,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
  });
  return {
    clients: [client('client_secret_post', BODY_CLIENT), client('client_secret_basic', BASIC_CLIENT)],
    cookies: { keys: ['a-fake-cookie-key'] },
    jwks: { keys: [{ ...SIGNING_KEY.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
    ttl: { ClientCredentials: lifetimeSeconds },
    extraTokenClaims: () => ({ operator_access: 'PPF:Configurators' }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: format === 'jwt',
        defaultResource: () => 'urn:hub',
        getResourceServerInfo: () => ({
          scope: 'api',
          accessTokenFormat: 'jwt',
          accessTokenTTL: lifetimeSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  };
}

/** Keeps what the server stores; one map for all kinds of things, because its IDs are unguessable. */
function memoryOf(stored: Map<string, AdapterPayload>): () => Adapter {
  const nothing = (): Promise<undefined> => Promise.resolve(undefined);
  return () => ({
    upsert: (id, payload) => Promise.resolve(void stored.set(id, payload)),
    find: (id) => Promise.resolve(stored.get(id)),
    destroy: (id) => Promise.resolve(void stored.delete(id)),
    findByUid: nothing,
    findByUserCode: nothing,
    consume: nothing,
    revokeByGrantId: nothing,
  });
}

async function isAlive(provider: Provider, request: IncomingMessage): Promise<boolean> {
  const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  const found = await provider.ClientCredentials.find(token);
  return found?.isValid === true;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // SAFETY: a server that listens on a port has an address with one.
  return (server.address() as AddressInfo).port;
}
