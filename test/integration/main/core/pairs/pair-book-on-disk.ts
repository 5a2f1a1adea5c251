// The pair book as the app has it, over a real file and a keystore that survives the process.
import '../../../../doubles/no-electron-download.ts';
import process from 'node:process';
import { openElectronRecordStore } from '../../../../../main/adapters/electron-record-store.ts';
import { electronSecretBox } from '../../../../../main/adapters/electron-secret-box.ts';
import { randomId } from '../../../../../main/adapters/random-id.ts';
import { systemClock } from '../../../../../main/adapters/system-clock.ts';
import { untouched, type StoredHub } from '../../../../../main/core/hubs/stored-hubs.ts';
import { PairBook } from '../../../../../main/core/pairs/pair-book.ts';
import { emptyStoredPairs, parseStoredPairs } from '../../../../../main/core/pairs/stored-pairs.ts';
import { flippingKeystore } from './flipping-keystore.ts';

const log = { info: () => undefined, warn: () => undefined };

export function pairBookOnDisk(folder: string, hub: StoredHub): PairBook {
  const { store } = openElectronRecordStore({
    folder,
    name: 'pairs',
    parse: parseStoredPairs,
    empty: emptyStoredPairs,
    clock: systemClock,
    log,
  });
  return new PairBook({
    store,
    secretBox: electronSecretBox({ keystore: flippingKeystore, platform: process.platform, log }),
    book: { findHub: (hubId) => (hubId === hub.id ? hub : null) },
    clock: systemClock,
    newId: randomId,
    onChanged: () => undefined,
  });
}

/** A saved hub at these addresses. */
export function hubAt(baseUrl: string, tokenEndpoint: string): StoredHub {
  const credential = {
    id: 'credential',
    label: 'Configurator',
    clientId: '1',
    tokenEndpoint,
    clientAuthentication: 'body' as const,
    savedAtMs: 0,
    secret: { level: 'sessionOnly' as const },
    ...untouched,
  };
  return {
    id: 'hub',
    name: 'Hub',
    baseUrl,
    isPracticeHub: false,
    credentialInUseId: credential.id,
    credentials: [credential],
  };
}
