// Where a connection leads: to a host or to a proxy, and who finds out whether anybody is there.
import type { UnreachableCause } from '#contract/failure.ts';
import type { Result } from '#contract/result.ts';

/** A host or a proxy, for a connection. */
export interface Address {
  /** A name or an IP address, the latter without brackets. */
  readonly hostname: string;
  readonly port: number;
}

/** Looks at the network below a request, each time for so many milliseconds; sends nothing. Never throws. */
export interface NetworkProbe {
  /** The addresses of a name, as the operating system finds them. */
  lookUp(hostname: string, patienceMs: number): Promise<Result<readonly string[], UnreachableCause>>;
  /** Connects and ends the connection. */
  connect(to: Address, patienceMs: number): Promise<Result<null, UnreachableCause>>;
}

const USUAL_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };
const SOCKS_PORT = 1080;

/** Of a host's or a proxy's address; `label` is how people write it, with its port. */
export function addressOf(url: string): Address & { readonly label: string } {
  const { protocol, hostname, port } = new URL(url);
  const bare = hostname.replace(/^\[|\]$/g, '');
  const used = port === '' ? (USUAL_PORTS[protocol] ?? SOCKS_PORT) : Number(port);
  return { hostname: bare, port: used, label: `${hostname}:${used}` };
}
