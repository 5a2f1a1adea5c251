// An HttpClient with manners: it waits when it is asked to, repeats only questions, and leaves alone what keeps failing.
import { fail } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Knock } from '../reach/knock.ts';
import type { Clock, HttpAnswer, HttpClient, HttpRequest, HttpTrouble, SendOptions } from '../ports.ts';
import { hostGuard } from './host-guard.ts';
import type { HostGuard } from './host-guard.ts';
import type { Chance, Pause } from './manners-ports.ts';
import { waitBeforeRetry } from './retries.ts';

const APART_MS = 300;

export interface MannersPorts {
  /** Sends each request once. */
  readonly http: HttpClient;
  readonly knock: Knock;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly chance: Chance;
}

/**
 * A GET that met passing trouble is sent up to twice more; nothing else is ever repeated. A request that is held back was
 * not sent: its trouble carries `hubBusy` (the host named a time) or `hubRests` (it failed five times in a row).
 */
export interface MannerlyHttpClient extends HttpClient {
  /**
   * Whether a request to this address would find anybody there: a host that is left alone is not even knocked at, and one
   * that does not answer has failed as if it had been asked.
   */
  readonly knock: Knock;
  /** The host at each of these addresses may be asked again at once. */
  tryNow(addresses: readonly string[]): void;
  /** Another way leads to these addresses now: what failed on the old one says nothing any more. */
  startAnew(addresses: readonly string[]): void;
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

  /** Waits with everybody else who asks that host, if it is a short wait. Those who waited together do not come together. */
  async function waitOut(guard: HostGuard): Promise<void> {
    const wait = guard.shortWaitMs();
    if (wait > 0) await ports.pause(wait + Math.round(APART_MS * (0.5 + ports.chance())));
  }

  return {
    async send(request, options) {
      const guard = guardOf(request.url);
      if (request.method === 'GET') await waitOut(guard);
      const held = heldBackBy(guard);
      if (held !== null) return held;
      const sent = await sendPatiently({ ...ports, onWait: (busy) => guard.noteWait(busy) }, request, options);
      guard.note(sent);
      return sent;
    },
    async knock(url, hubId) {
      const guard = guardOf(url);
      await waitOut(guard);
      const held = heldBackBy(guard);
      if (held !== null) return held;
      const knocked = await ports.knock(url, hubId);
      // That somebody is there says nothing of how they will answer.
      if (!knocked.ok) guard.note(knocked);
      return knocked;
    },
    tryNow(addresses) {
      for (const address of addresses) guardOf(address).release();
    },
    startAnew(addresses) {
      for (const address of addresses) guards.delete(new URL(address).origin);
    },
  };
}

function heldBackBy(guard: HostGuard): Result<never, HttpTrouble> | null {
  const failure = guard.heldBack();
  return failure === null ? null : fail({ cause: 'other', mayHaveArrived: false, failure });
}

interface PatientPorts extends MannersPorts {
  /** What is waited out before the question is asked again. */
  readonly onWait: HostGuard['noteWait'];
}

async function sendPatiently(
  { http, clock, pause, chance, onWait }: PatientPorts,
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
    onWait(sent);
    await pause(wait);
  }
}
