// What the app keeps in its data folder: every record, opened once.
import { openElectronRecordStore } from './adapters/electron-record-store.ts';
import type { OpenedRecord, RecordStoreOptions } from './adapters/electron-record-store.ts';
import { emptyStoredPracticeHub, parseStoredPracticeHub } from './adapters/practice-hub-process.ts';
import type { StoredPracticeHub } from './adapters/practice-hub-process.ts';
import { emptyStoredDrafts, parseStoredDrafts } from './core/drafts/stored-drafts.ts';
import type { StoredDrafts } from './core/drafts/stored-drafts.ts';
import { emptyStoredKeys, parseStoredKeys } from './core/hand-off/stored-keys.ts';
import type { StoredKeys } from './core/hand-off/stored-keys.ts';
import { emptyStoredPairs, parseStoredPairs } from './core/pairs/stored-pairs.ts';
import type { StoredPairs } from './core/pairs/stored-pairs.ts';
import { emptyStoredReach, parseStoredReach } from './core/reach/stored-reach.ts';
import type { StoredReach } from './core/reach/stored-reach.ts';
import { emptyStoredReferences, parseStoredReferences } from './core/reference/stored-references.ts';
import type { StoredReferences } from './core/reference/stored-references.ts';
import { emptyStoredActionPaths, parseStoredActionPaths } from './core/registrations/life-cycle/stored-action-paths.ts';
import type { StoredActionPaths } from './core/registrations/life-cycle/stored-action-paths.ts';
import { emptyStoredVault, parseStoredVault } from './core/vault/stored-vault.ts';
import type { StoredVault } from './core/vault/stored-vault.ts';
import { emptyStoredVisits, parseStoredVisits } from './core/review/stored-visits.ts';
import type { StoredVisits } from './core/review/stored-visits.ts';
import { emptyStoredSettings, parseStoredSettings } from './core/settings/stored-settings.ts';
import type { StoredSettings } from './core/settings/stored-settings.ts';
import { emptyStoredHubs, parseStoredHubs } from './core/hubs/stored-hubs.ts';
import type { StoredHubs } from './core/hubs/stored-hubs.ts';
import { emptyStoredNotices, parseStoredNotices } from './ipc/notice-board.ts';
import type { StoredNotices } from './ipc/notice-board.ts';
import { emptyStoredPlacement, parseStoredPlacement } from './window/window-placement.ts';
import type { StoredPlacement } from './window/window-placement.ts';

export interface Records {
  readonly actionPaths: OpenedRecord<StoredActionPaths>;
  readonly drafts: OpenedRecord<StoredDrafts>;
  readonly hubs: OpenedRecord<StoredHubs>;
  /** The person's own age keys. */
  readonly keys: OpenedRecord<StoredKeys>;
  readonly notices: OpenedRecord<StoredNotices>;
  readonly pairs: OpenedRecord<StoredPairs>;
  readonly placement: OpenedRecord<StoredPlacement>;
  readonly practiceHub: OpenedRecord<StoredPracticeHub>;
  /** The way to the hubs: proxies, certificates, times. */
  readonly reach: OpenedRecord<StoredReach>;
  readonly references: OpenedRecord<StoredReferences>;
  readonly settings: OpenedRecord<StoredSettings>;
  readonly vault: OpenedRecord<StoredVault>;
  readonly visits: OpenedRecord<StoredVisits>;
}

type Where = Pick<RecordStoreOptions<object>, 'folder' | 'clock' | 'log'>;

export function openRecords(where: Where): Records {
  const open = openElectronRecordStore;
  return {
    actionPaths: open({
      ...where,
      name: 'action-paths',
      parse: parseStoredActionPaths,
      empty: emptyStoredActionPaths,
    }),
    drafts: open({ ...where, name: 'drafts', parse: parseStoredDrafts, empty: emptyStoredDrafts }),
    hubs: open({ ...where, name: 'hubs', parse: parseStoredHubs, empty: emptyStoredHubs }),
    keys: open({ ...where, name: 'keys', parse: parseStoredKeys, empty: emptyStoredKeys }),
    notices: open({ ...where, name: 'notices', parse: parseStoredNotices, empty: emptyStoredNotices }),
    pairs: open({ ...where, name: 'pairs', parse: parseStoredPairs, empty: emptyStoredPairs }),
    placement: open({ ...where, name: 'window', parse: parseStoredPlacement, empty: emptyStoredPlacement }),
    practiceHub: open({ ...where, name: 'practice-hub', parse: parseStoredPracticeHub, empty: emptyStoredPracticeHub }),
    reach: open({ ...where, name: 'reach', parse: parseStoredReach, empty: emptyStoredReach }),
    references: open({ ...where, name: 'references', parse: parseStoredReferences, empty: emptyStoredReferences }),
    settings: open({ ...where, name: 'settings', parse: parseStoredSettings, empty: emptyStoredSettings }),
    vault: open({ ...where, name: 'vault', parse: parseStoredVault, empty: emptyStoredVault }),
    visits: open({ ...where, name: 'visits', parse: parseStoredVisits, empty: emptyStoredVisits }),
  };
}
