// The one transport of the app, and the settings of the way to each hub.
import type { Bridge } from '#contract/bridge.ts';
import { knockBy } from './core/reach/knock.ts';
import type { Knock } from './core/reach/knock.ts';
import { reachOpener } from './core/reach/open-reach.ts';
import type { ReachOpener } from './core/reach/open-reach.ts';
import { ReachBook } from './core/reach/reach-book.ts';
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
  readonly operations: Bridge['reach'];
}

export function composeReach({ records, secretBox, book: hubs, fileReader, network }: GivenPorts): Reach {
  const book = new ReachBook({ store: records.reach.store, secretBox });
  const opener = reachOpener(book, network.systemProxies);
  const operations = reachService({
    book,
    opener,
    fileReader,
    see: network.seeCertificates,
    chooseFiles: network.chooseFiles,
    certificateFiles: network.certificateFiles,
    hubOf: (hubId) => hubs.findHub(hubId),
  });
  const knock = knockBy({ opener, probe: network.probe });
  return { http: reachTransport(network.client, opener), knock, book, opener, operations };
}
