// The operations that write secrets into a file which the person chooses: encrypted for somebody, or in clear.
import type { Bridge } from '#contract/bridge.ts';
import { HAND_OFF_LIMIT_BYTES } from '#contract/limits.ts';
import type { HandOffLock, WriteHandOffInput } from '#contract/hand-off-inputs.ts';
import type { WrittenFile } from '#contract/hand-off.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { BackupDocument } from '../backup/backup-document.ts';
import type { AskWhereToSave } from '../exports/export-ports.ts';
import { suggestedName } from '../exports/file-name.ts';
import type { AgeFiles, Clock } from '../ports.ts';
import { collectAll, collectCredential, collectPair, type Collected, type CollectPorts } from './collect-handed.ts';
import { formatHandOff } from './hand-off-document.ts';
import { plainLayout } from './plain-layout.ts';
import { writeOnRecord, type RecordedFilePorts } from './written-on-record.ts';

export interface WriteHandOffPorts extends CollectPorts, RecordedFilePorts {
  readonly age: Pick<AgeFiles, 'encrypt' | 'isRecipient'>;
  readonly askWhereToSave: AskWhereToSave;
  readonly clock: Clock;
  /** All hubs and settings of this computer. */
  readonly backup: () => BackupDocument;
}

/**
 * The header grows with the recipients, and each 64 KiB get 16 bytes of their own (age-encryption.org/v1): together less
 * than this below the limit.
 */
const HEADER_ROOM_BYTES = 16_384;

export function writeHandOffOperations(ports: WriteHandOffPorts): Pick<Bridge['handOff'], 'write' | 'writePlain'> {
  const { age, askWhereToSave, clock } = ports;

  async function write(input: WriteHandOffInput): Promise<Result<WrittenFile | null>> {
    const { lock, note, withBackup } = input;
    if (!(await isForKnownKeys(lock, age))) {
      return fail({ code: 'inputInvalid', fields: [{ field: 'recipients', problem: 'invalid' }] });
    }
    const collected = await collectAll(input, ports);
    if (!collected.ok) return collected;
    const [madeAtMs, credentials] = [clock.nowMs(), collected.value];
    const backup = withBackup ? ports.backup() : null;
    const text = formatHandOff({ madeAtMs, note, credentials: credentials.map(({ handed }) => handed), backup });
    const bytes = new TextEncoder().encode(text);
    const limitBytes = HAND_OFF_LIMIT_BYTES - HEADER_ROOM_BYTES;
    if (bytes.length > limitBytes) {
      return fail({ code: 'handOffTooLarge', what: 'handOff', sizeBytes: bytes.length, limitBytes });
    }
    const file = await askWhereToSave(suggestedName(subjectOf(credentials, withBackup), madeAtMs, 'age'), 'age');
    if (file === null) return ok(null);
    const content = await age.encrypt(bytes, lock);
    const openedBy = lock.kind === 'passphrase' ? 'whoever knows the passphrase' : lock.recipients.join(', ');
    const written = await writeOnRecord(
      { action: 'handOff', file, content, credentials, holdsBackup: withBackup, openedBy },
      ports,
    );
    return written.ok ? ok({ fileName: file.fileName }) : written;
  }

  return {
    write,
    async writePlain({ of }) {
      const collected =
        of.kind === 'credential'
          ? await collectCredential(of.credentialId, ports)
          : await collectPair(of.pairId, ports);
      if (!collected.ok) return collected;
      const credentials = [collected.value];
      const file = await askWhereToSave(suggestedName(subjectOf(credentials, false), clock.nowMs(), 'txt'), 'txt');
      if (file === null) return ok(null);
      const content = plainLayout(collected.value.handed);
      const openedBy = 'whoever can read the file';
      const written = await writeOnRecord(
        { action: 'plainExport', file, content, credentials, holdsBackup: false, openedBy },
        ports,
      );
      return written.ok ? ok({ fileName: file.fileName }) : written;
    },
  };
}

/** The schema saw that they look like keys; this sees that none was mistyped. */
async function isForKnownKeys(lock: HandOffLock, age: Pick<AgeFiles, 'isRecipient'>): Promise<boolean> {
  if (lock.kind === 'passphrase') return true;
  const known = await Promise.all(lock.recipients.map((recipient) => age.isRecipient(recipient)));
  return known.every(Boolean);
}

/** What the file's name says is in it. */
function subjectOf(credentials: readonly Collected[], withBackup: boolean): string {
  if (withBackup) return 'Fabric Registrar backup';
  const [only, another] = credentials;
  if (only === undefined || another !== undefined) return 'Fabric Registrar hand-off';
  const { handed } = only;
  return `${handed.hubName} ${handed.kind === 'registration' ? handed.label : handed.applicationName}`;
}
