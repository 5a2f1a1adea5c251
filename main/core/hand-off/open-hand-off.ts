// The operations that open a hand-off file and take over what is in it, one credential after the other.
import type { Bridge } from '#contract/bridge.ts';
import type { CredentialsDraft } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import type { OpenedHandOff, BackupPlan } from '#contract/hand-off.ts';
import type { OpenHandOffInput } from '#contract/hand-off-inputs.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { BackupDocument } from '../backup/backup-document.ts';
import type { JustRead } from '../credentials/make-draft.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { AgeFiles, AgeKey, AgeTrouble } from '../ports.ts';
import type { CheckPairPorts } from '../pairs/check-pair.ts';
import { itemOf, justRead, openedContent } from './handed-items.ts';
import type { OpenedContent } from './opened-content.ts';
import type { OwnKeys } from './own-keys.ts';
import { checkHandedPair, savePair, type SavePairPorts } from './save-pair.ts';
import type { SealedFile, SealedFiles } from './sealed-files.ts';

export interface OpenHandOffPorts extends SavePairPorts, CheckPairPorts {
  readonly files: SealedFiles;
  readonly age: Pick<AgeFiles, 'decrypt'>;
  readonly keys: Pick<OwnKeys, 'own' | 'identities'>;
  readonly book: HubBook;
  /** Makes a draft of a credential that was handed on, as of one that was read from a credentials file. */
  readonly draftOf: (given: JustRead) => Promise<CredentialsDraft>;
  /** Told of every secret that was opened, so that no log ever holds it. */
  readonly onSecret: (secret: string) => void;
  /** What taking over the hubs and settings of a file would do. */
  readonly planBackup: (document: BackupDocument, fileName: string) => BackupPlan;
}

type Operations = Pick<Bridge['handOff'], 'open' | 'readCredential' | 'checkPair' | 'savePair' | 'discard'>;

export function openHandOffOperations(ports: OpenHandOffPorts): Operations {
  const { files } = ports;

  function handedAt({ handOffId, index }: { handOffId: string; index: number }) {
    const file = files.find(handOffId);
    const handed = file?.content?.credentials[index];
    return file === null || handed === undefined ? null : { fileName: file.fileName, handed };
  }

  return {
    open: (input) => open(input, ports),

    async readCredential(input) {
      const found = handedAt(input);
      const given = found === null ? null : justRead(found.handed, found.fileName);
      return given === null ? fail({ code: 'handOffGone' }) : ok(await ports.draftOf(given));
    },

    async checkPair(input) {
      const found = handedAt(input);
      return found?.handed.kind === 'dataSync' ? checkHandedPair(found.handed, ports) : fail({ code: 'handOffGone' });
    },

    async savePair(input) {
      const found = handedAt(input);
      return found?.handed.kind === 'dataSync' ? savePair(found.handed, ports) : fail({ code: 'handOffGone' });
    },

    discard({ handOffId }) {
      files.discard(handOffId);
      return Promise.resolve(ok(null));
    },
  };
}

async function open(
  { handOffId, passphrase }: OpenHandOffInput,
  ports: OpenHandOffPorts,
): Promise<Result<OpenedHandOff>> {
  const file = ports.files.find(handOffId);
  if (file === null) return fail({ code: 'handOffGone' });
  const { fileName } = file;
  const key = await keyFor(file, passphrase, ports);
  if (!key.ok) return key;
  const opened = await ports.age.decrypt(file.bytes, key.value);
  if (!opened.ok) return fail(notOpened(fileName, opened.failure, key.value));
  const read = openedContent(opened.value, fileName);
  if (!read.ok) return read;
  // Stretching a passphrase takes a while: meanwhile the file can have been put away.
  if (ports.files.find(handOffId) === null) return fail({ code: 'handOffGone' });
  ports.files.opened(handOffId, read.value);
  for (const { clientSecret } of read.value.credentials) ports.onSecret(clientSecret);
  return ok(viewOf(file, read.value, ports));
}

function notOpened(fileName: string, trouble: AgeTrouble, { kind }: AgeKey): Failure {
  if (trouble === 'damaged') return { code: 'handOffDamaged', fileName };
  return kind === 'passphrase'
    ? { code: 'handOffLocked', fileName }
    : { code: 'handOffNotForKey', fileName, hasOwnKey: true };
}

async function keyFor(
  file: SealedFile,
  passphrase: string | null,
  { keys }: OpenHandOffPorts,
): Promise<Result<AgeKey>> {
  const { fileName } = file;
  if (file.opensWith === 'passphrase') {
    return passphrase === null
      ? fail({ code: 'inputInvalid', fields: [{ field: 'passphrase', problem: 'required' }] })
      : ok({ kind: 'passphrase', passphrase });
  }
  if (keys.own() === null) return fail({ code: 'handOffNotForKey', fileName, hasOwnKey: false });
  const identities = await keys.identities();
  return identities.ok
    ? ok({ kind: 'identities', identities: identities.value })
    : fail(ownKeyFailure(identities, fileName));
}

/** A secret that a credentials file would bring back is another matter than the person's own key, which nothing does. */
function ownKeyFailure({ failure }: Extract<Result<never>, { ok: false }>, fileName: string): Failure {
  const isGone = failure.code === 'secretForgotten' || failure.code === 'secretUnreadable';
  return isGone ? { code: 'ownKeyGone', fileName, isForgotten: failure.code === 'secretForgotten' } : failure;
}

function viewOf({ id, fileName }: SealedFile, content: OpenedContent, ports: OpenHandOffPorts): OpenedHandOff {
  const { note, madeAtMs, credentials, backup } = content;
  return {
    handOffId: id,
    fileName,
    note,
    madeAtMs,
    items: credentials.map((handed, index) => itemOf(handed, index, ports)),
    backup: backup === null ? null : ports.planBackup(backup, fileName),
  };
}
