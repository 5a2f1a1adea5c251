// The NetworkProbe port over Node's own network functions: sends nothing but what finding and connecting take.
import dns from 'node:dns/promises';
import net from 'node:net';
import type { UnreachableCause } from '#contract/failure.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Address, NetworkProbe } from '../core/reach/address.ts';
import { causeBeforeConnection } from './handshake-troubles.ts';

export function nodeNetworkProbe(): NetworkProbe {
  return {
    async lookUp(hostname, patienceMs) {
      const late = new Promise<null>((resolve) => void setTimeout(resolve, patienceMs, null).unref());
      try {
        // The system's own way to find a name, as a request takes it: hosts file, search domains, both families.
        const found = await Promise.race([dns.lookup(hostname, { all: true }), late]);
        return found === null ? fail('timeout') : ok(found.map(({ address }) => address));
      } catch {
        return fail('dns');
      }
    },
    connect,
  };
}

function connect({ hostname, port }: Address, patienceMs: number): Promise<Result<null, UnreachableCause>> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: hostname, port, autoSelectFamily: true });
    const settle = (result: Result<null, UnreachableCause>): void => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(patienceMs, () => settle(fail('timeout')));
    socket.once('connect', () => settle(ok(null)));
    socket.once('error', (error: NodeJS.ErrnoException) => settle(fail(causeBeforeConnection(error.code ?? ''))));
  });
}
