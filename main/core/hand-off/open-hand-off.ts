// The operations that open a hand-off file and take over what is in it, one credential after the other.
import type { Bridge } from '#contract/bridge.ts';
import type { CredentialsDraft } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import type { HandedItem, OpenedHandOff, BackupPlan } from '#contract/hand-off.ts';
import type { OpenHandOffInput } from '#contract/hand-off-inputs.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { BackupDocument } from '../backup/backup-document.ts';
import type { JustRead } from '../credentials/make-draft.ts';
import { secretEnding, secretMask } from '../credentials/secret-mask.ts';
import { findSameClient } from '../hubs/find-in-hubs.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { AgeFiles, AgeKey, AgeTrouble } from '../ports.ts';
import {
  parseHandOff,
  type HandedCredential,
  type HandedRegistration,
  type HandOffDocument,
} from './hand-off-document.ts';
import type { CheckPairPorts } from '../pairs/check-pair.ts';
import type { OwnKeys } from './own-keys.ts';
import { checkHandedPair, knownPairSince, savePair, type SavePairPorts } from './save-pair.ts';
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
    const handed = file?.document?.credentials[index];
    return file === null || handed === undefined ? null : { fileName: file.fileName, handed };
  }

  return {
    open: (input) => open(input, ports),

    async readCredential(input) {
      const found = handedAt(input);
      if (found?.handed.kind !== 'registration') return fail({ code: 'handOffGone' });
      return ok(await ports.draftOf(justRead(found.handed, found.fileName)));
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
  const read = parseHandOff(new TextDecoder().decode(opened.value));
  if (!read.ok) return fail({ code: 'handOffNotOurs', fileName, isNewer: read.failure === 'newer' });
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
  return identities.ok ? ok({ kind: 'identities', identities: identities.value }) : identities;
}

function viewOf({ id, fileName }: SealedFile, document: HandOffDocument, ports: OpenHandOffPorts): OpenedHandOff {
  const { note, madeAtMs, credentials, backup } = document;
  return {
    handOffId: id,
    fileName,
    note,
    madeAtMs,
    items: credentials.map((handed, index) => itemOf(handed, index, ports)),
    backup: backup === null ? null : ports.planBackup(backup, fileName),
  };
}

function itemOf(handed: HandedCredential, index: number, ports: OpenHandOffPorts): HandedItem {
  const { kind, hubName, baseUrl, clientId } = handed;
  const isPair = handed.kind === 'dataSync';
  const knownSinceMs = isPair ? knownPairSince(handed, ports) : knownCredentialSince(handed, ports);
  return {
    index,
    kind,
    hubName,
    baseUrl,
    label: isPair ? handed.applicationName || handed.registrationId : handed.label,
    clientId,
    secretMask: secretMask(secretEnding(handed.clientSecret)),
    note: isPair ? '' : handed.note,
    isKnown: knownSinceMs !== null,
    knownSinceMs,
  };
}

function knownCredentialSince(handed: HandedRegistration, { book }: OpenHandOffPorts): number | null {
  return findSameClient(book.hubs(), normal(handed))?.credential.savedAtMs ?? null;
}

/** As it is compared: a saved token endpoint is in its normal form. */
function normal({ clientId, tokenEndpoint }: HandedRegistration): { clientId: string; tokenEndpoint: string } {
  return { clientId, tokenEndpoint: new URL(tokenEndpoint).href };
}

/** As if it had been read from a credentials file of its own. */
function justRead(handed: HandedRegistration, fileName: string): JustRead {
  const { clientId, clientSecret } = handed;
  const read = { ...normal(handed), clientId, clientSecret, ignoredLabels: [] };
  return { read, fileName, file: null, handedOn: handed };
}
