// A file with secrets in it is written down before it is written, and with its outcome: once for each hub it is about.
import type { ActivityAction } from '#contract/activity.ts';
import type { Result } from '#contract/result.ts';
import type { ActivityRecorder } from '../activity/activity-recorder.ts';
import type { ChosenFile, FileNotWritten, FileWriter } from '../exports/export-ports.ts';
import type { Collected } from './collect-handed.ts';

export interface RecordedFile {
  readonly action: Extract<ActivityAction, 'handOff' | 'plainExport'>;
  readonly file: ChosenFile;
  readonly content: Uint8Array | string;
  readonly credentials: readonly Collected[];
  /** For whom, in one line; it holds no secret. */
  readonly openedBy: string;
}

export interface RecordedFilePorts {
  readonly activity: ActivityRecorder;
  readonly files: FileWriter;
}

/** Failures: `fileNotWritten`. */
export async function writeOnRecord(
  recorded: RecordedFile,
  { activity, files }: RecordedFilePorts,
): Promise<Result<null, FileNotWritten>> {
  const hubIds = new Set(recorded.credentials.map(({ hubId }) => hubId));
  const entries = await Promise.all([...hubIds].map((hubId) => activity.begin(aboutHub(hubId, recorded))));
  const { file, content, action } = recorded;
  const written = await files.write(file, content, action === 'plainExport' ? 'private' : 'usual');
  const outcome = written.ok
    ? ({ kind: 'written' } as const)
    : ({ kind: 'refused', status: null, failure: written.failure.code } as const);
  await Promise.all(entries.map((entry) => entry.end(outcome)));
  return written;
}

type About = Parameters<ActivityRecorder['begin']>[0];

function aboutHub(hubId: string, { action, file, credentials, openedBy }: RecordedFile): About {
  const ofHub = credentials.filter((collected) => collected.hubId === hubId).map(({ handed }) => handed);
  const [only, another] = ofHub;
  const pair = another === undefined && only?.kind === 'dataSync' ? only : null;
  const body = {
    fileName: file.fileName,
    openedBy,
    credentials: ofHub.map((handed) => ({
      kind: handed.kind,
      label: handed.kind === 'registration' ? handed.label : handed.applicationName,
      clientId: handed.clientId,
    })),
  };
  return {
    hubId,
    credentialId: null,
    registrationId: pair?.registrationId ?? '',
    applicationName: pair?.applicationName ?? '',
    action,
    sent: `${file.fileName}\n${JSON.stringify(body)}`,
  };
}
