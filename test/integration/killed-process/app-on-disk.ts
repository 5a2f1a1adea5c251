// The app's core over a real folder, as far as it keeps secrets: no window, no network, a keystore that another process
// opens too.
import '../../doubles/no-electron-download.ts';
import path from 'node:path';
import { certificateFiles } from '../../../main/adapters/certificate-files.ts';
import { electronSecretBox } from '../../../main/adapters/electron-secret-box.ts';
import { fileCopyStore } from '../../../main/adapters/file-copy-store.ts';
import { fileHistoryStore } from '../../../main/adapters/file-history-store.ts';
import { fileJournal } from '../../../main/adapters/file-journal.ts';
import { localFileReader } from '../../../main/adapters/local-file-reader.ts';
import { localFileWriter } from '../../../main/adapters/local-file-writer.ts';
import { randomId } from '../../../main/adapters/random-id.ts';
import { systemClock } from '../../../main/adapters/system-clock.ts';
import { openRecords } from '../../../main/compose-records.ts';
import type { Records } from '../../../main/compose-records.ts';
import { composeServices } from '../../../main/compose-services.ts';
import type { CoreServices } from '../../../main/compose-services.ts';
import { composeSafe } from '../../../main/compose-vault.ts';
import type { StoredSecret } from '../../../main/core/credentials/stored-secret.ts';
import { hubBook, type HubBook } from '../../../main/core/hubs/hub-book.ts';
import type { SecretBox } from '../../../main/core/ports.ts';
import { liveSecrets } from '../../../main/core/redaction/live-secrets.ts';
import type { Safe } from '../../../main/safe.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { quickAge } from '../../doubles/quick-age.ts';
import { flippingKeystore } from '../main/core/pairs/flipping-keystore.ts';

export interface AppOnDisk {
  readonly services: CoreServices;
  readonly records: Records;
  readonly book: HubBook;
  readonly box: SecretBox;
  readonly safe: Safe;
}

/** A certificate with its key, as a person would choose them. */
export const CLIENT_CERTIFICATE = ['certificate.pem', 'private-key.pem'].map((name) =>
  path.resolve(import.meta.dirname, '../../fixtures/tls', name),
);

/** A port that nothing here uses; whoever does is told. */
function unused(name: string): never {
  const refuse = (): never => {
    throw new Error(`${name} is not there`);
  };
  // SAFETY: whatever is asked of it throws, which is all that a value of this type can do.
  return new Proxy(refuse, { get: refuse }) as never;
}

export function appOnDisk(folder: string): AppOnDisk {
  const log = { info: () => undefined, warn: () => undefined };
  const tell = (): void => undefined;
  const records = openRecords({ folder, clock: systemClock, log });
  const keystore = electronSecretBox({ keystore: flippingKeystore, platform: 'linux', log });
  const safe = composeSafe({ records, keystore, age: quickAge, newId: randomId, tell });
  const book = hubBook(records.hubs.store);
  const services = composeServices({
    book,
    records,
    safe,
    secretBox: safe.box,
    setShield: tell,
    copyStore: fileCopyStore({ folder: path.join(folder, 'copies'), clock: systemClock, log }),
    history: fileHistoryStore({ folder: path.join(folder, 'copies'), log }),
    journal: fileJournal({ folder, name: 'activity', log }),
    age: quickAge,
    network: {
      client: unused('client'),
      systemProxies: unused('systemProxies'),
      seeCertificates: unused('seeCertificates'),
      certificateFiles,
      chooseFiles: () => Promise.resolve(CLIENT_CERTIFICATE),
      probe: unused('probe'),
    },
    patience: unused('patience'),
    fileReader: localFileReader,
    bin: unused('bin'),
    clipboard: unused('clipboard'),
    exporting: {
      askWhereToSave: (fileName) => Promise.resolve({ path: path.join(folder, '..', 'elsewhere', fileName), fileName }),
      files: localFileWriter,
      writeCsv: () => Promise.resolve(''),
      printPdf: () => Promise.resolve(null),
    },
    reporting: unused('reporting'),
    describing: { ownText: () => Promise.resolve(''), parseYaml: () => Promise.resolve(null) },
    clock: systemClock,
    newId: randomId,
    log,
    liveSecrets: liveSecrets(),
    practiceHub: { origin: () => null },
    notices: { addRecovery: tell },
    tell,
    onNotSaved: tell,
  });
  return { services, records, book, box: safe.box, safe };
}

export async function value<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(`It failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** What a stored secret says; a failure's code where it does not open. */
export async function secretOf(stored: StoredSecret, box: SecretBox): Promise<string> {
  if (stored.level === 'sessionOnly') return 'sessionOnly';
  const opened = await box.open(stored);
  if (!opened.ok) return opened.failure.code;
  // SAFETY: sealed by the app itself.
  return (JSON.parse(opened.value) as { clientSecret: string }).clientSecret;
}
