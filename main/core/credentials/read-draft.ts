// Operations that turn a file or a pasted text into a draft. Nothing is stored.
import type { Bridge } from '#contract/bridge.ts';
import type { CredentialsDraft } from '#contract/credentials.ts';
import type { CredentialsFileInput } from '#contract/inputs.ts';
import { CREDENTIALS_LIMIT_BYTES } from '#contract/limits.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { digestOf } from '../downloads/imported-file.ts';
import { originOf } from '../hubs/hub-addresses.ts';
import type { CredentialParts } from './credential-service-ports.ts';
import { draftSuggestions } from './draft-suggestions.ts';
import { readCredentials } from './read-credentials.ts';
import { secretEnding, secretMask } from './secret-mask.ts';

/** Pasted text has no file name: failures and drafts carry '' instead. */
const PASTED = '';

type Parts = Pick<CredentialParts, 'book' | 'drafts' | 'secretBox' | 'fileReader' | 'practiceHubOrigin'>;

export function readDraftOperations(
  parts: Parts,
): Pick<Bridge['credentials'], 'readFile' | 'readText' | 'discardDraft'> {
  const { drafts, fileReader, secretBox } = parts;

  async function draftOf(bytes: Uint8Array, fileName: string, path?: string): Promise<Result<CredentialsDraft>> {
    const read = readCredentials(bytes, fileName);
    if (!read.ok) return read;
    const { clientId, clientSecret, tokenEndpoint, ignoredLabels } = read.value;
    const protection = await secretBox.protection();
    const isPracticeHub = tokenEndpoint !== null && originOf(tokenEndpoint) === parts.practiceHubOrigin();
    const suggestions = draftSuggestions(read.value, { hubs: parts.book.hubs(), isPracticeHub });
    const { suggestedHubName } = suggestions;
    // The practice hub needs its own file, and its secret protects nothing.
    const file = path === undefined || isPracticeHub ? null : { path, fileName, digest: digestOf(bytes) };
    const { id } = drafts.add({ ...read.value, fileName, file, suggestedHubName });
    const secret = secretMask(secretEnding(clientSecret));
    return ok({
      draftId: id,
      fileName,
      clientId,
      secretMask: secret,
      tokenEndpoint,
      ...suggestions,
      ignoredLabels,
      protection,
      isPracticeHub,
    });
  }

  async function readFile(input: CredentialsFileInput): Promise<Result<CredentialsDraft>> {
    if (input.kind === 'path') {
      const file = await fileReader.read(input.path, CREDENTIALS_LIMIT_BYTES);
      return file.ok ? draftOf(file.value.bytes, file.value.fileName, input.path) : file;
    }
    const { fileName, sizeBytes, bytes } = input;
    // Of a larger file only its beginning was handed over.
    if (sizeBytes > CREDENTIALS_LIMIT_BYTES) {
      return fail({ code: 'fileTooLarge', fileName, sizeBytes, limitBytes: CREDENTIALS_LIMIT_BYTES });
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
