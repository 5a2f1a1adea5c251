// The addresses of a hub and how they follow from each other (hub-contract sections 0 and 1).

const API_PATH = '/api/ppf/v1';
const TOKEN_PATH = '/PRRestService/oauth2/v1/token';
/** Where Pega lives on a host unless an address says otherwise. */
const CONTEXT_PATH = '/prweb';

/** The path before a segment, compared without case; null when the path has no such segment. */
function pathBefore(path: string, segment: string): string | null {
  const at = `${path}/`.toLowerCase().indexOf(`/${segment.toLowerCase()}/`);
  return at === -1 ? null : path.slice(0, at);
}

/** The path of Pega itself: up to `/prweb` where it is named, `/prweb` where it is not. */
function contextPath(path: string): string {
  return (pathBefore(path, 'prweb') ?? '') + CONTEXT_PATH;
}

/** `https://<host>/prweb/api/ppf/v1` from the token endpoint: whatever stands before `/PRRestService` is kept. */
export function baseUrlFrom(tokenEndpoint: string): string {
  const { origin, pathname } = new URL(tokenEndpoint);
  return origin + (pathBefore(pathname, 'PRRestService') ?? contextPath(pathname)) + API_PATH;
}

/**
 * `https://<host>/prweb/PRRestService/oauth2/v1/token` from whatever a person knows of the hub: its host, the address
 * in the browser, or the base URL. What stands before `/prweb` is kept.
 */
export function tokenEndpointFrom(hubAddress: string): string {
  const { origin, pathname } = new URL(hubAddress);
  return origin + contextPath(pathname) + TOKEN_PATH;
}

/** A base URL as it is kept and compared: host in lower case, no slash at the end, no query. */
export function normalBaseUrl(baseUrl: string): string {
  const { origin, pathname } = new URL(baseUrl);
  return origin + pathname.replace(/\/+$/, '');
}

/** `https://host[:port]`: what a secret is bound to. */
export function originOf(url: string): string {
  return new URL(url).origin;
}

/** The addresses of a saved hub. A StoredHub is one. */
interface HubAddresses {
  readonly baseUrl: string;
  readonly credentials: readonly { readonly tokenEndpoint: string }[];
}

/** Every place that belongs to a hub, each once: its API, and where any of its credentials gets a token. */
export function originsOfHub({ baseUrl, credentials }: HubAddresses): readonly string[] {
  return [...new Set([baseUrl, ...credentials.map(({ tokenEndpoint }) => tokenEndpoint)].map(originOf))];
}

/** The two places that may see a credential's secret or a token made with it, each once. */
export function originsOf(tokenEndpoint: string, baseUrl: string): readonly string[] {
  return [...new Set([originOf(tokenEndpoint), originOf(baseUrl)])];
}
