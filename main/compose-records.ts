// What the app keeps in its data folder: every record, opened once.
import { openElectronRecordStore } from './adapters/electron-record-store.ts';
import type { OpenedRecord, RecordStoreOptions } from './adapters/electron-record-store.ts';
import { emptyStoredPracticeHub, parseStoredPracticeHub } from './adapters/practice-hub-process.ts';
import type { StoredPracticeHub } from './adapters/practice-hub-process.ts';
import { emptyStoredDrafts, parseStoredDrafts } from './core/drafts/stored-drafts.ts';
import type { StoredDrafts } from './core/drafts/stored-drafts.ts';
import { emptyStoredPairs, parseStoredPairs } from './core/pairs/stored-pairs.ts';
import type { StoredPairs } from './core/pairs/stored-pairs.ts';
import { emptyStoredReferences, parseStoredReferences } from './core/reference/stored-references.ts';
import type { StoredReferences } from './core/reference/stored-references.ts';
import { emptyStoredActionPaths, parseStoredActionPaths } from './core/registrations/life-cycle/stored-action-paths.ts';
import type { StoredActionPaths } from './core/registrations/life-cycle/stored-action-paths.ts';
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
  readonly notices: OpenedRecord<StoredNotices>;
  readonly pairs: OpenedRecord<StoredPairs>;
  readonly placement: OpenedRecord<StoredPlacement>;
  readonly practiceHub: OpenedRecord<StoredPracticeHub>;
  readonly references: OpenedRecord<StoredReferences>;
  readonly settings: OpenedRecord<StoredSettings>;
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
    notices: open({ ...where, name: 'notices', parse: parseStoredNotices, empty: emptyStoredNotices }),
    pairs: open({ ...where, name: 'pairs', parse: parseStoredPairs, empty: emptyStoredPairs }),
    placement: open({ ...where, name: 'window', parse: parseStoredPlacement, empty: emptyStoredPlacement }),
    practiceHub: open({ ...where, name: 'practice-hub', parse: parseStoredPracticeHub, empty: emptyStoredPracticeHub }),
    references: open({ ...where, name: 'references', parse: parseStoredReferences, empty: emptyStoredReferences }),
    settings: open({ ...where, name: 'settings', parse: parseStoredSettings, empty: emptyStoredSettings }),
    visits: open({ ...where, name: 'visits', parse: parseStoredVisits, empty: emptyStoredVisits }),
  };
}
