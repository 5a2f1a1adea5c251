/** Finds what a call to the API asks for and whether its caller may ask it. */
import type { AccessTokens } from '../tokens/access-tokens.ts';
import type { Answer } from './answer.ts';
import type { ApiRefusal } from './api-errors.ts';
import type { Call, CallHandler, TokenHolder } from './call.ts';

/** One address of the API: its path below the base, `:id` standing for a registration, and a handler for each method. */
export interface Route {
  readonly path: string;
  readonly audience: TokenHolder['audience'];
  readonly methods: Readonly<Record<string, CallHandler>>;
}

/** What the router checks with. */
export interface RouterSettings {
  readonly basePath: string;
  readonly tokens: AccessTokens;
  readonly refuse: ApiRefusal;
}

/** Configurators by the documentation; administrators because the source document's own sample token is one. */
const ADMITTED_ACCESS_GROUPS: readonly string[] = ['PPF:Configurators', 'PPF:Administrators'];

/**
 * Answers a call below the base path. In this order: 404 for an unknown path, 405 for another method, 401 without a living
 * token, 403 for the wrong kind of client or access group; then the handler decides.
 */
export function apiRouter(routes: readonly Route[], settings: RouterSettings): (call: Call) => Promise<Answer> {
  const { refuse } = settings;
  const compiled = routes.map((route) => ({ ...route, pattern: patternOf(settings.basePath + route.path) }));

  return async (call) => {
    const route = compiled.find(({ pattern }) => pattern.test(call.path));
    if (route === undefined) return refuse(404, [{ id: 'PPF_PathNotFound', message: 'There is no such address.' }]);
    const handler = Object.hasOwn(route.methods, call.method) ? route.methods[call.method] : undefined;
    if (handler === undefined) {
      const problem = { id: 'PPF_MethodNotAllowed', message: `${call.method} is not possible here.` };
      return refuse(405, [problem], { allow: Object.keys(route.methods).join(', ') });
    }
    const holder = holderOf(call, settings.tokens);
    if (holder === undefined) return unauthorized(refuse);
    const objection = objectionTo(holder, route.audience);
    if (objection !== undefined) return refuse(403, [{ id: 'Pega_API_019', message: objection }]);
    return await handler({ ...call, id: idIn(call.path, route.pattern), holder });
  };
}

function unauthorized(refuse: ApiRefusal): Answer {
  const problem = { id: 'invalid_token', message: 'The access token is missing, has expired or was revoked.' };
  return refuse(401, [problem], { 'www-authenticate': 'Bearer realm="practice-hub", error="invalid_token"' });
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(':id', '([^/]+)')}$`);
}

function holderOf(call: Call, tokens: AccessTokens): TokenHolder | undefined {
  const token = /^bearer +(\S+)$/i.exec(call.headers['authorization']?.trim() ?? '')?.[1];
  return token === undefined ? undefined : tokens.holderOf(token);
}

function objectionTo(holder: TokenHolder, audience: TokenHolder['audience']): string | undefined {
  if (holder.audience !== audience) {
    return audience === 'registration'
      ? 'Insufficient privilege: data-synchronization credentials cannot manage registrations.'
      : 'Insufficient privilege: registration credentials cannot send data.';
  }
  if (audience === 'dataSync' || ADMITTED_ACCESS_GROUPS.includes(holder.accessGroup)) return undefined;
  return `Insufficient privilege: the access group ${holder.accessGroup} may not use the registration API.`;
}

function idIn(path: string, pattern: RegExp): string {
  const encoded = pattern.exec(path)?.[1] ?? '';
  try {
    return decodeURIComponent(encoded);
  } catch {
    // A malformed escape names no registration; the text as sent does not either.
    return encoded;
  }
}
