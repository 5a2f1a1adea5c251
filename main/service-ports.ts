// What the core services are given of the world and of the app around them.
import type { PracticeHubRunner } from './adapters/practice-hub-process.ts';
import type { Records } from './compose-records.ts';
import type { Journal } from './core/activity/journal.ts';
import type { Bin } from './core/downloads/bin.ts';
import type { AskWhereToSave, CsvWriter, FileWriter, PdfPrinter } from './core/exports/export-ports.ts';
import type { HubBook } from './core/hubs/hub-book.ts';
import type { Chance, Pause } from './core/manners/manners-ports.ts';
import type { SecretClipboard } from './core/pairs/secret-clipboard.ts';
import type { AgeFiles, Clock, CopyStore, FileReader, HttpClient, Log, NewId, SecretBox } from './core/ports.ts';
import type { ProblemServicePorts } from './core/problems/problem-service.ts';
import type { LiveSecrets } from './core/redaction/live-secrets.ts';
import type { NetworkProbe } from './core/reach/address.ts';
import type {
  CertificateFiles,
  ChooseFiles,
  ReachingClient,
  SeeCertificates,
  SystemProxies,
} from './core/reach/reach-ports.ts';
import type { ReferenceServicePorts } from './core/reference/reference-service.ts';
import type { HistoryStore } from './core/review/history-store.ts';
import type { Tell } from './ipc/events.ts';
import type { NoticeBoard } from './ipc/notice-board.ts';
import type { Safe } from './safe.ts';

/** What reaching a Hub needs of this machine. */
interface Network {
  readonly client: ReachingClient;
  readonly systemProxies: SystemProxies;
  readonly seeCertificates: SeeCertificates;
  readonly certificateFiles: CertificateFiles;
  readonly chooseFiles: ChooseFiles;
  readonly probe: NetworkProbe;
}

export interface ServicePorts {
  readonly book: HubBook;
  readonly records: Pick<
    Records,
    'actionPaths' | 'drafts' | 'keys' | 'pairs' | 'reach' | 'references' | 'settings' | 'visits'
  >;
  readonly copyStore: CopyStore;
  readonly history: HistoryStore;
  readonly journal: Journal;
  readonly secretBox: SecretBox;
  /** What is behind the secret box: the keystore, the passphrase's key, and the records that hold what they sealed. */
  readonly safe: Safe;
  /** Keeps the window out of screenshots and shared screens. */
  readonly setShield: (isOn: boolean) => void;
  /** The way to the network, before anything of it is set. */
  readonly network: Network;
  /** The one transport: every request goes the way that is set for its hub. */
  readonly http: HttpClient;
  /** Waiting, and the dice that spread it. */
  readonly patience: { readonly pause: Pause; readonly chance: Chance };
  readonly fileReader: FileReader;
  readonly age: AgeFiles;
  readonly bin: Bin;
  readonly clipboard: SecretClipboard;
  readonly exporting: {
    readonly askWhereToSave: AskWhereToSave;
    readonly files: FileWriter;
    readonly writeCsv: CsvWriter;
    readonly printPdf: PdfPrinter;
  };
  readonly reporting: ProblemServicePorts['reporting'];
  readonly describing: Pick<ReferenceServicePorts, 'ownText' | 'parseYaml'>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Told of every secret that passes one of these ports. */
  readonly liveSecrets: LiveSecrets;
  readonly practiceHub: Pick<PracticeHubRunner, 'origin'>;
  readonly notices: Pick<NoticeBoard, 'addRecovery'>;
  readonly tell: Tell;
  /** From now on something that should be kept does not survive this run. */
  readonly onNotSaved: () => void;
}

/** The transport itself is made of the rest. */
export type GivenPorts = Omit<ServicePorts, 'http'>;
