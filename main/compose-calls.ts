// What is asked of a Hub: the registrations, their life cycle, and what of it can be looked at afterwards.
import type { Bridge } from '#contract/bridge.ts';
import type { Access } from './compose-access.ts';
import { textCleaner } from './core/redaction/clean-text.ts';
import { lifeCycleService } from './core/registrations/life-cycle/life-cycle-service.ts';
import { pathBook } from './core/registrations/life-cycle/path-book.ts';
import type { PathBook } from './core/registrations/life-cycle/path-book.ts';
import { registrationService } from './core/registrations/registration-service.ts';
import { savedCopies } from './core/review/saved-copies.ts';
import type { SavedCopies } from './core/review/saved-copies.ts';
import { lastExchanges } from './core/wire/last-exchanges.ts';
import type { LastExchanges } from './core/wire/last-exchanges.ts';
import { wireService } from './core/wire/wire-service.ts';
import type { ServicePorts } from './service-ports.ts';

export interface Calls extends Pick<Bridge, 'registrations' | 'lifeCycle' | 'wire'> {
  readonly copies: SavedCopies;
  readonly paths: PathBook;
  readonly exchanges: LastExchanges;
}

export function composeCalls(
  ports: ServicePorts,
  { keeper, activity, pairs }: Access,
  historyDays: () => number,
): Calls {
  const { book, clock, tell } = ports;
  const copies = savedCopies({
    store: ports.copyStore,
    history: ports.history,
    clock,
    historyDays,
    onRenewed: (hubId) => tell('registrationsChanged', { hubId }),
    onRecovered: (_hubId, recovery) => ports.notices.addRecovery('copyRestored', recovery),
    onStorageFailed: () => ports.onNotSaved(),
  });
  const hubOf = (hubId: string): ReturnType<typeof book.findHub> => book.findHub(hubId);
  const paths = pathBook(ports.records.actionPaths.store);
  const exchanges = lastExchanges(textCleaner(ports.liveSecrets));
  const asking = { hubOf, tokens: keeper, clock, activity, exchanges, copies };
  return {
    copies,
    paths,
    exchanges,
    registrations: registrationService(asking),
    lifeCycle: lifeCycleService({ ...asking, pairs, paths }),
    wire: wireService({ hubOf, paths, exchanges }),
  };
}
