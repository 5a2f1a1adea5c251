// Operations that turn a file or a pasted text into a draft. Nothing is stored.
import type { Bridge } from '#contract/bridge.ts';
import type { CredentialsDraft } from '#contract/credentials.ts';
import type { CredentialsFileInput } from '#contract/inputs.ts';
import { CREDENTIALS_LIMIT_BYTES, HAND_OFF_LIMIT_BYTES } from '#contract/limits.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { digestOf } from '../downloads/imported-file.ts';
import type { FileFailure } from '../ports.ts';
import type { CredentialParts } from './credential-service-ports.ts';
import { makeDraft } from './make-draft.ts';
import { readCredentials } from './read-credentials.ts';

/** Pasted text has no file name: failures and drafts carry '' instead. */
const PASTED = '';

type Parts = Pick<
  CredentialParts,
  'book' | 'vault' | 'drafts' | 'secretBox' | 'fileReader' | 'sealedFiles' | 'backups' | 'practiceHubOrigin'
>;

export function readDraftOperations(
  parts: Parts,
): Pick<Bridge['credentials'], 'readFile' | 'readText' | 'discardDraft'> {
  const { drafts, fileReader } = parts;

  async function draftOf(bytes: Uint8Array, fileName: string, path?: string): Promise<Result<CredentialsDraft>> {
    const another = parts.sealedFiles.keep(fileName, bytes) ?? parts.backups.keepFile(fileName, bytes);
    if (another !== null) return fail(another);
    const read = readCredentials(bytes, fileName);
    if (!read.ok) return read;
    const file = path === undefined ? null : { path, fileName, digest: digestOf(bytes) };
    return ok(await makeDraft({ read: read.value, fileName, file, handedOn: null }, parts));
  }

  async function readFile(input: CredentialsFileInput): Promise<Result<CredentialsDraft>> {
    if (input.kind === 'path') {
      const file = await fileReader.read(input.path, HAND_OFF_LIMIT_BYTES);
      return file.ok ? draftOf(file.value.bytes, file.value.fileName, input.path) : fail(forCredentials(file.failure));
    }
    const { fileName, sizeBytes, bytes } = input;
    // Of a larger file only its beginning was handed over.
    if (sizeBytes > HAND_OFF_LIMIT_BYTES) {
      return fail({ code: 'fileTooLarge', fileName, sizeBytes, limitBytes: limitOf(fileName) });
    }
    return draftOf(bytes, fileName);
  }

  return {
    readFile,
    readText: ({ text }) => draftOf(new TextEncoder().encode(text), PASTED),
    discardDraft({ draftId }) {
      drafts.discard(draftId);
      return Promise.resolve(ok(null));
    },
  };
}

/** A file too large for a hand-off is larger still than a credentials file may be: the smaller limit is told. */
function forCredentials(failure: FileFailure): FileFailure {
  return failure.code === 'fileTooLarge' ? { ...failure, limitBytes: limitOf(failure.fileName) } : failure;
}

function limitOf(fileName: string): number {
  return fileName.toLowerCase().endsWith('.age') ? HAND_OFF_LIMIT_BYTES : CREDENTIALS_LIMIT_BYTES;
}
