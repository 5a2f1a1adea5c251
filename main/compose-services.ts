// The core services, put together over the ports they are given.
import type { Bridge } from '#contract/bridge.ts';
import type { PracticeHubRunner } from './adapters/practice-hub-process.ts';
import { credentialService } from './core/credentials/credential-service.ts';
import type { CredentialService } from './core/credentials/credential-service.ts';
import { CredentialVault } from './core/credentials/credential-vault.ts';
import type { HubBook } from './core/hubs/hub-book.ts';
import type { Clock, CopyStore, FileReader, HttpClient, NewId, SecretBox } from './core/ports.ts';
import { connectionTest } from './core/registrations/connection-test.ts';
import { registrationService } from './core/registrations/registration-service.ts';
import { savedCopies } from './core/review/saved-copies.ts';
import { tokenKeeper } from './core/tokens/token-keeper.ts';
import { tokenService } from './core/tokens/token-service.ts';
import type { Tell } from './ipc/events.ts';
import type { NoticeBoard } from './ipc/notice-board.ts';

export interface ServicePorts {
  readonly book: HubBook;
  readonly copyStore: CopyStore;
  readonly secretBox: SecretBox;
  readonly http: HttpClient;
  readonly fileReader: FileReader;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly practiceHub: Pick<PracticeHubRunner, 'origin'>;
  readonly notices: Pick<NoticeBoard, 'addRecovery'>;
  readonly tell: Tell;
  /** From now on what is read from a Hub does not survive this run. */
  readonly onCopyNotSaved: () => void;
}

export interface CoreServices extends CredentialService {
  readonly tokens: Bridge['tokens'];
  readonly registrations: Bridge['registrations'];
}

export function composeServices(ports: ServicePorts): CoreServices {
  const { book, secretBox, http, fileReader, clock, newId, tell } = ports;
  const onHubsChanged = (): void => tell('hubsChanged', null);
  const copies = savedCopies({
    store: ports.copyStore,
    clock,
    onRenewed: (hubId) => tell('registrationsChanged', { hubId }),
    onRecovered: (_hubId, recovery) => ports.notices.addRecovery('copyRestored', recovery),
    onStorageFailed: () => ports.onCopyNotSaved(),
  });
  const vault = new CredentialVault({ book, secretBox, onStateChanged: onHubsChanged });
  const keeper = tokenKeeper({
    http,
    clock,
    openCredential: (credentialId) => vault.open(credentialId),
    onChanged: (status) => tell('tokenChanged', status),
  });
  const forgetToken = (credentialId: string): void => void keeper.forget(credentialId);
  const { hubs, credentials } = credentialService({
    book,
    vault,
    secretBox,
    fileReader,
    clock,
    newId,
    connectionTest: connectionTest({ http, clock, tokens: keeper }),
    practiceHubOrigin: () => ports.practiceHub.origin(),
    removeSavedCopy: (hubId) => copies.remove(hubId),
    onHubsChanged,
    onCredentialReplaced: forgetToken,
    onCredentialRemoved: forgetToken,
  });
  const hubOf = (hubId: string): ReturnType<HubBook['findHub']> => book.findHub(hubId);
  return {
    hubs,
    credentials,
    tokens: tokenService(keeper),
    registrations: registrationService({ hubOf, tokens: keeper, copies, clock }),
  };
}
