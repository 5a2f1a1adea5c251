// The one transport of the app, and the settings of the way to each hub.
import type { Bridge } from '#contract/bridge.ts';
import { knockBy } from './core/reach/knock.ts';
import type { Knock } from './core/reach/knock.ts';
import { proxyMemory } from './core/reach/proxy-memory.ts';
import type { ProxyMemory } from './core/reach/proxy-memory.ts';
import { reachOpener } from './core/reach/open-reach.ts';
import type { ReachOpener } from './core/reach/open-reach.ts';
import { ReachBook } from './core/reach/reach-book.ts';
import type { Scope } from './core/reach/reach-book.ts';
import { reachService } from './core/reach/reach-service.ts';
import { reachTransport } from './core/reach/reach-transport.ts';
import type { HttpClient } from './core/ports.ts';
import type { GivenPorts } from './service-ports.ts';

export interface Reach {
  /** What every request of the app goes through. */
  readonly http: HttpClient;
  /** Whether anybody is there to be asked. */
  readonly knock: Knock;
  readonly book: ReachBook;
  readonly opener: ReachOpener;
  readonly proxies: ProxyMemory;
  readonly operations: Bridge['reach'];
}

/** `onChanged` hears of a hub, or of all of them (null), that is reached in another way from now on. */
export function composeReach(ports: GivenPorts, onChanged: (scope: Scope) => void): Reach {
  const { records, secretBox, book: hubs, fileReader, network } = ports;
  const hubOf = (hubId: string): ReturnType<typeof hubs.findHub> => hubs.findHub(hubId);
  const proxies = proxyMemory(ports.clock);
  const book = new ReachBook({
    store: records.reach.store,
    secretBox,
    onChanged(scope) {
      proxies.forget();
      onChanged(scope);
    },
  });
  const opener = reachOpener({ book, systemProxies: network.systemProxies, hubOf });
  const operations = reachService({
    book,
    opener,
    fileReader,
    see: network.seeCertificates,
    chooseFiles: network.chooseFiles,
    certificateFiles: network.certificateFiles,
    hubOf,
  });
  const knock = knockBy({ opener, probe: network.probe, proxies });
  const http = reachTransport({ client: network.client, opener, proxies });
  return { http, knock, book, opener, proxies, operations };
}
