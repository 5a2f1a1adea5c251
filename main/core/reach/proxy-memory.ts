// Which proxies did not answer lately, so that not every request waits for a dead one before it takes the next.
import type { Clock } from '../ports.ts';

const REMEMBERED_MS = 5 * 60_000;

/** A way as far as it matters here; without a proxy there is nothing to remember. */
interface ProxiedWay {
  readonly proxy: { readonly address: string } | null;
}

export interface ProxyMemory {
  /** The same ways; those whose proxy did not answer lately come last. */
  inOrder<Way extends ProxiedWay>(ways: readonly Way[]): readonly Way[];
  /** Whether the proxy of a way answered, whatever it said. */
  note(way: ProxiedWay, hasAnswered: boolean): void;
  /** A person insists, or set something else: every proxy may answer again. */
  forget(): void;
}

export function proxyMemory(clock: Clock): ProxyMemory {
  const silentSinceMs = new Map<string, number>();

  function isSilent({ proxy }: ProxiedWay): boolean {
    const sinceMs = proxy === null ? undefined : silentSinceMs.get(proxy.address);
    if (sinceMs === undefined) return false;
    const forMs = clock.nowMs() - sinceMs;
    // A clock that was put back must not make five minutes an hour.
    return forMs >= 0 && forMs < REMEMBERED_MS;
  }

  return {
    inOrder: (ways) => [...ways.filter((way) => !isSilent(way)), ...ways.filter(isSilent)],
    note({ proxy }, hasAnswered) {
      if (proxy === null) return;
      if (hasAnswered) silentSinceMs.delete(proxy.address);
      else silentSinceMs.set(proxy.address, clock.nowMs());
    },
    forget: () => silentSinceMs.clear(),
  };
}
