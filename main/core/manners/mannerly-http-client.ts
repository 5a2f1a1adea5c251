// An HttpClient with manners: it waits when it is asked to, repeats only questions, and leaves alone what keeps failing.
import { fail } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Clock, HttpAnswer, HttpClient, HttpRequest, HttpTrouble, SendOptions } from '../ports.ts';
import { hostGuard } from './host-guard.ts';
import type { HostGuard } from './host-guard.ts';
import type { Chance, Pause } from './manners-ports.ts';
import { waitBeforeRetry } from './retries.ts';

export interface MannersPorts {
  /** Sends each request once. */
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly chance: Chance;
}

/**
 * A GET that met passing trouble is sent up to twice more; nothing else is ever repeated. A request that is held back was
 * not sent: its trouble carries `hubBusy` (the host named a time) or `hubRests` (it failed five times in a row).
 */
export interface MannerlyHttpClient extends HttpClient {
  /** The host at each of these addresses may be asked again at once. */
  tryNow(addresses: readonly string[]): void;
}

export function mannerlyHttpClient(ports: MannersPorts): MannerlyHttpClient {
  const guards = new Map<string, HostGuard>();

  function guardOf(address: string): HostGuard {
    const { origin, host } = new URL(address);
    const known = guards.get(origin);
    if (known !== undefined) return known;
    const guard = hostGuard(host, ports.clock);
    guards.set(origin, guard);
    return guard;
  }

  return {
    async send(request, options) {
      const guard = guardOf(request.url);
      const failure = guard.heldBack();
      if (failure !== null) return fail({ cause: 'other', mayHaveArrived: false, failure });
      const sent = await sendPatiently(ports, request, options);
      guard.note(sent);
      return sent;
    },
    tryNow(addresses) {
      for (const address of addresses) guardOf(address).release();
    },
  };
}

async function sendPatiently(
  { http, clock, pause, chance }: MannersPorts,
  request: HttpRequest,
  options: SendOptions | undefined,
): Promise<Result<HttpAnswer, HttpTrouble>> {
  const startedAtMs = clock.nowMs();
  for (let count = 1; ; count += 1) {
    const sent = await http.send(request, options);
    if (request.method !== 'GET') return sent;
    const nowMs = clock.nowMs();
    const wait = waitBeforeRetry(sent, { count, spentMs: nowMs - startedAtMs, nowMs, chance: chance() });
    if (wait === null) return sent;
    await pause(wait);
  }
}
