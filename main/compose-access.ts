// Who asks and what is written down of it: the sealed secrets, the tokens made with them, and the activity log.
import { activityLog } from './core/activity/activity-log.ts';
import type { ActivityLog } from './core/activity/activity-log.ts';
import { credentialUses } from './core/credentials/credential-uses.ts';
import { CredentialVault } from './core/credentials/credential-vault.ts';
import { OwnKeys } from './core/hand-off/own-keys.ts';
import { PairBook } from './core/pairs/pair-book.ts';
import type { Knock } from './core/reach/knock.ts';
import { textCleaner } from './core/redaction/clean-text.ts';
import { knockAtEndpoint } from './core/tokens/knock-at-endpoint.ts';
import { tokenKeeper } from './core/tokens/token-keeper.ts';
import type { TokenKeeper } from './core/tokens/token-keeper.ts';
import type { ServicePorts } from './service-ports.ts';

export interface Access {
  readonly vault: CredentialVault;
  readonly pairs: PairBook;
  readonly keys: OwnKeys;
  readonly keeper: TokenKeeper;
  readonly activity: ActivityLog;
}

export function composeAccess(ports: ServicePorts, knock: Knock): Access {
  const { book, secretBox, http, clock, newId, log, tell } = ports;
  const vault = new CredentialVault({ book, secretBox, onStateChanged: () => tell('hubsChanged', null) });
  const activity: ActivityLog = activityLog({
    journal: ports.journal,
    clock,
    newId,
    log,
    clean: textCleaner(ports.liveSecrets),
    hubNameOf: (hubId) => book.findHub(hubId)?.name ?? '',
    operatorOf: (credentialId) => keeper.status(credentialId).operator ?? '',
    onChanged: () => tell('activityChanged', null),
    onStorageFailed: () => ports.onNotSaved(),
  });
  const noteUse = credentialUses({ book, vault, clock, log, onHubsChanged: () => tell('hubsChanged', null) });
  const keeper: TokenKeeper = tokenKeeper({
    http,
    clock,
    knock: knockAtEndpoint({ book, knock }),
    openCredential: (credentialId) => vault.open(credentialId),
    activity,
    hubIdOf: (credentialId) => book.findCredential(credentialId)?.hub.id ?? '',
    onChanged: (status) => {
      tell('tokenChanged', status);
      noteUse(status);
    },
  });
  const pairs = new PairBook({
    store: ports.records.pairs.store,
    secretBox,
    book,
    clock,
    newId,
    onChanged: (hubId) => tell('pairsChanged', { hubId }),
  });
  const keys = new OwnKeys({
    store: ports.records.keys.store,
    secretBox,
    age: ports.age,
    clock,
    newId,
    onChanged: () => tell('keysChanged', null),
  });
  return { vault, pairs, keys, keeper, activity };
}
