// Whether whoever is to get a secret can be reached, found out before one is opened: a keystore that asks a person for a
// password, only to learn that the Hub is away, asked for nothing.
import type { UnreachableCause } from '#contract/failure.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { HttpTrouble } from '../ports.ts';
import { addressOf, type NetworkProbe } from './address.ts';
import type { ReachOpener } from './open-reach.ts';
import type { ProxyMemory } from './proxy-memory.ts';
import type { Scope } from './reach-book.ts';

/** Connects to the first that a request would connect to, host or proxy, and ends the connection: nothing is sent. */
export type Knock = (url: string, hubId: Scope) => Promise<Result<null, HttpTrouble>>;

export interface KnockPorts {
  readonly opener: Pick<ReachOpener, 'firstHops'>;
  readonly probe: Pick<NetworkProbe, 'connect'>;
  readonly proxies: Pick<ProxyMemory, 'inOrder' | 'note'>;
}

/** Opens no secret. Any of the ways will do; where none does, the trouble is that of a request by the last one. */
export function knockBy({ opener, probe, proxies }: KnockPorts): Knock {
  return async (url, hubId) => {
    const { proxies: addresses, connectMs } = await opener.firstHops(hubId, url);
    const ways = addresses.map((address) => ({ proxy: address === null ? null : { address } }));
    let last: HttpTrouble = { cause: 'proxy', mayHaveArrived: false };
    for (const way of proxies.inOrder(ways)) {
      const address = way.proxy?.address ?? null;
      const connected = await probe.connect(addressOf(address ?? url), connectMs);
      if (connected.ok) return ok(null);
      proxies.note(way, false);
      last = notConnected(address, connected.failure);
    }
    return fail(last);
  };
}

function notConnected(proxy: string | null, cause: UnreachableCause): HttpTrouble {
  if (proxy === null) return { cause, mayHaveArrived: false };
  const failure = { code: 'proxyUnreachable', proxy: new URL(proxy).host } as const;
  return { cause: 'proxy', mayHaveArrived: false, failure };
}
