// A file with secrets in it is written down before it is written, and with its outcome: for each hub it is about, whole.
import type { ActivityAction } from '#contract/activity.ts';
import type { Result } from '#contract/result.ts';
import type { ActivityRecorder } from '../activity/activity-recorder.ts';
import type { ChosenFile, FileNotWritten, FileWriter } from '../exports/export-ports.ts';
import type { Collected } from './collect-handed.ts';
import type { HandedCredential } from './hand-off-document.ts';

export interface RecordedFile {
  readonly action: Extract<ActivityAction, 'handOff' | 'plainExport'>;
  readonly file: ChosenFile;
  readonly content: Uint8Array | string;
  readonly credentials: readonly Collected[];
  /** Whether all hubs and settings of this computer are in it too. */
  readonly holdsBackup: boolean;
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
  const entries = await Promise.all(aboutAll(recorded).map((about) => activity.begin(about)));
  const { file, content, action } = recorded;
  const written = await files.write(file, content, action === 'plainExport' ? 'private' : 'usual');
  const outcome = written.ok
    ? ({ kind: 'written' } as const)
    : ({ kind: 'refused', status: null, failure: written.failure.code } as const);
  await Promise.all(entries.map((entry) => entry.end(outcome)));
  return written;
}

type About = Parameters<ActivityRecorder['begin']>[0];

/** A backup without credentials is about no hub in particular, and is written down all the same. */
function aboutAll(recorded: RecordedFile): readonly About[] {
  const hubIds = [...new Set(recorded.credentials.map(({ hubId }) => hubId))];
  return hubIds.length === 0 ? aboutHub('', recorded) : hubIds.flatMap((hubId) => aboutHub(hubId, recorded));
}

function aboutHub(hubId: string, { action, file, credentials, holdsBackup, openedBy }: RecordedFile): readonly About[] {
  const ofHub = credentials.filter((collected) => collected.hubId === hubId).map(({ handed }) => handed);
  const [only, another] = ofHub;
  const pair = another === undefined && only?.kind === 'dataSync' ? only : null;
  const parts = inParts(ofHub.map(namesOf));
  return parts.map((part, index) => {
    const position = parts.length === 1 ? {} : { part: `${index + 1} of ${parts.length}` };
    const body = { fileName: file.fileName, openedBy, ...(holdsBackup ? { holdsBackup } : {}), ...position };
    return {
      hubId,
      credentialId: null,
      registrationId: pair?.registrationId ?? '',
      applicationName: pair?.applicationName ?? '',
      action,
      sent: `${file.fileName}\n${JSON.stringify({ ...body, credentials: part })}`,
    };
  });
}

type Names = ReturnType<typeof namesOf>;

function namesOf(handed: HandedCredential) {
  const label = handed.kind === 'registration' ? handed.label : handed.applicationName;
  return { kind: handed.kind, label, clientId: handed.clientId };
}

/** An entry of the log is cut where it gets long (activity/redact.ts): so much of a list stays whole beside all recipients. */
const PART_CHARACTERS = 12_000;

/** At least one part, which may be empty. */
function inParts(all: readonly Names[]): readonly (readonly Names[])[] {
  const parts: Names[][] = [[]];
  let characters = 0;
  for (const names of all) {
    const more = JSON.stringify(names).length;
    if (characters > 0 && characters + more > PART_CHARACTERS) {
      parts.push([]);
      characters = 0;
    }
    parts.at(-1)?.push(names);
    characters += more;
  }
  return parts;
}
