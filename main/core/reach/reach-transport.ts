// The one transport of the app: every request goes the way that is set for the hub it is about, whoever sends it.
import { fail } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { HttpAnswer, HttpClient, HttpTrouble, SendOptions } from '../ports.ts';
import type { ReachOpener } from './open-reach.ts';
import type { ProxyMemory } from './proxy-memory.ts';
import type { OpenReach, ReachingClient } from './reach-ports.ts';

type Sent = Result<HttpAnswer, HttpTrouble>;

interface TransportPorts {
  readonly client: ReachingClient;
  readonly opener: ReachOpener;
  readonly proxies: ProxyMemory;
}

/** An HttpClient over one that has to be told the way. What hinders the way is a trouble of a request not sent. */
export function reachTransport({ client, opener, proxies }: TransportPorts): HttpClient {
  return {
    async send(request, { hubId, ...limits } = {}) {
      const ways = await opener.ways(hubId ?? null, request.url);
      if (!ways.ok) return fail({ cause: 'other', mayHaveArrived: false, failure: ways.failure });
      return firstThrough(proxies.inOrder(ways.value), async (reach) => {
        const sent = await client.send(request, { ...limits, reach });
        proxies.note(reach, !isProxySilent(sent));
        return sent;
      });
    },
  };
}

/** Tries one way after the other as long as a proxy does not answer: nothing was sent then. */
export async function firstThrough<Value>(
  ways: readonly OpenReach[],
  go: (reach: OpenReach) => Promise<Result<Value, HttpTrouble>>,
): Promise<Result<Value, HttpTrouble>> {
  let last: Result<Value, HttpTrouble> = fail({ cause: 'proxy', mayHaveArrived: false });
  for (const reach of ways) {
    last = await go(reach);
    if (!isProxySilent(last)) return last;
  }
  return last;
}

function isProxySilent(sent: Result<unknown, HttpTrouble>): boolean {
  return !sent.ok && sent.failure.failure?.code === 'proxyUnreachable';
}

/** The same client for everything that is sent on behalf of one saved hub. '' stands for none. */
export function forHub(http: HttpClient, hubId: string): HttpClient {
  if (hubId === '') return http;
  return { send: (request, options?: SendOptions): Promise<Sent> => http.send(request, { ...options, hubId }) };
}
