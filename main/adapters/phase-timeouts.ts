// How long each phase of a request may take.
import type { OpenReach, Proxy } from '../core/reach/reach-ports.ts';

/** Milliseconds granted to each phase of a request, and to the whole of it. */
export interface PhaseTimeouts {
  readonly lookup: number;
  readonly connect: number;
  readonly secureConnect: number;
  readonly send: number;
  /** From the last byte sent until the first byte of the answer. */
  readonly response: number;
  readonly total: number;
}

export const PATIENCE: PhaseTimeouts = {
  lookup: 5_000,
  connect: 10_000,
  secureConnect: 10_000,
  send: 15_000,
  response: 30_000,
  total: 60_000,
};

/** The times that a person set, and for the phases they were not asked about, what fits. */
export function timeoutsFor(reach: Pick<OpenReach, 'timeouts'> | undefined, usual: PhaseTimeouts): PhaseTimeouts {
  if (reach === undefined) return usual;
  const connect = reach.timeouts.connectSeconds * 1000;
  const response = reach.timeouts.answerSeconds * 1000;
  return {
    ...usual,
    lookup: Math.min(usual.lookup, connect),
    connect,
    secureConnect: connect,
    response,
    total: Math.max(usual.total, 2 * connect + 2 * response),
  };
}

export interface Patience {
  onOver(give: () => void): void;
  isOver(): boolean;
  end(): void;
}

/**
 * got's own clocks for connecting do not run while a tunnel is being made: this one does, until the host behind the
 * tunnel is connected securely.
 */
export function tunnelPatience(proxy: Proxy | null, timeouts: PhaseTimeouts, isThrough: () => boolean): Patience {
  let isOver = false;
  let giveUp = (): void => undefined;
  const timer =
    proxy === null
      ? undefined
      : setTimeout(() => {
          if (isThrough()) return;
          isOver = true;
          giveUp();
        }, timeouts.connect + timeouts.secureConnect);
  return {
    onOver(give) {
      giveUp = give;
    },
    isOver: () => isOver,
    end: () => clearTimeout(timer),
  };
}
