// What the app keeps in its data folder: every record, opened once.
import { openElectronRecordStore } from './adapters/electron-record-store.ts';
import type { OpenedRecord, RecordStoreOptions } from './adapters/electron-record-store.ts';
import { emptyStoredPracticeHub, parseStoredPracticeHub } from './adapters/practice-hub-process.ts';
import type { StoredPracticeHub } from './adapters/practice-hub-process.ts';
import { emptyStoredHubs, parseStoredHubs } from './core/hubs/stored-hubs.ts';
import type { StoredHubs } from './core/hubs/stored-hubs.ts';
import { emptyStoredNotices, parseStoredNotices } from './ipc/notice-board.ts';
import type { StoredNotices } from './ipc/notice-board.ts';
import { emptyStoredPlacement, parseStoredPlacement } from './window/window-placement.ts';
import type { StoredPlacement } from './window/window-placement.ts';

export interface Records {
  readonly hubs: OpenedRecord<StoredHubs>;
  readonly notices: OpenedRecord<StoredNotices>;
  readonly placement: OpenedRecord<StoredPlacement>;
  readonly practiceHub: OpenedRecord<StoredPracticeHub>;
}

type Where = Pick<RecordStoreOptions<object>, 'folder' | 'clock' | 'log'>;

export function openRecords(where: Where): Records {
  const open = openElectronRecordStore;
  return {
    hubs: open({ ...where, name: 'hubs', parse: parseStoredHubs, empty: emptyStoredHubs }),
    notices: open({ ...where, name: 'notices', parse: parseStoredNotices, empty: emptyStoredNotices }),
    placement: open({ ...where, name: 'window', parse: parseStoredPlacement, empty: emptyStoredPlacement }),
    practiceHub: open({ ...where, name: 'practice-hub', parse: parseStoredPracticeHub, empty: emptyStoredPracticeHub }),
  };
}
