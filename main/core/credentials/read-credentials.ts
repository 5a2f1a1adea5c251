// From the bytes of a dropped file to a client ID, a client secret and a token endpoint, or the reason why not.
import type { CredentialsField, Failure, FieldProblemCode } from '#contract/failure.ts';
import { CREDENTIALS_LIMIT_BYTES } from '#contract/limits.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { looksLikeLabel, meaningOfLabel } from './credential-labels.ts';
import { type CredentialsDocument, readDocument } from './credentials-document.ts';
import { judgeField, valuesByField } from './credentials-fields.ts';
import { fileText } from './file-text.ts';
import type { LabelledPair } from './labelled-pair.ts';

export interface ReadCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** In its normal form (host in lower case); null when the file names none. */
  readonly tokenEndpoint: string | null;
  /** Labels of what the file says besides, as written, each once. Never a value. */
  readonly ignoredLabels: readonly string[];
}

/** Enough to recognise a file by; a large file of another kind could name thousands. */
const IGNORED_LABELS_LIMIT = 20;

function ignoredLabels(pairs: readonly LabelledPair[]): readonly string[] {
  const ignored = new Set<string>();
  for (const { label } of pairs) {
    if (ignored.size === IGNORED_LABELS_LIMIT) break;
    const meaning = meaningOfLabel(label);
    if (meaning === 'notNeeded' || (meaning === null && looksLikeLabel(label))) ignored.add(label);
  }
  return [...ignored];
}

/** A file without a single known label. Text full of control characters is no text a person could look at. */
function notCredentials({ kind }: CredentialsDocument, text: string, fileName: string): Failure {
  const isBinary = kind === 'text' && /[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  return isBinary ? { code: 'fileBinary', fileName, found: null } : { code: 'notCredentials', fileName, found: kind };
}

function judgeDocument(pairs: readonly LabelledPair[], fileName: string): Result<ReadCredentials> {
  const values = valuesByField(pairs);
  const malformed = (field: CredentialsField, problem: FieldProblemCode): Result<never> =>
    fail({ code: 'credentialsMalformed', fileName, field, problem });

  const clientId = judgeField('clientId', values.get('clientId'));
  if (!clientId.ok) return malformed('clientId', clientId.failure);
  const clientSecret = judgeField('clientSecret', values.get('clientSecret'));
  if (!clientSecret.ok) return malformed('clientSecret', clientSecret.failure);
  const tokenEndpoint = judgeField('tokenEndpoint', values.get('tokenEndpoint'));
  if (!tokenEndpoint.ok) return malformed('tokenEndpoint', tokenEndpoint.failure);

  if (clientId.value === null || clientSecret.value === null) {
    const needed = { clientId: clientId.value, clientSecret: clientSecret.value };
    const missing = (['clientId', 'clientSecret'] as const).filter((field) => needed[field] === null);
    return fail({ code: 'credentialsIncomplete', fileName, missing });
  }
  return ok({
    clientId: clientId.value,
    clientSecret: clientSecret.value,
    tokenEndpoint: tokenEndpoint.value === null ? null : new URL(tokenEndpoint.value).href,
    ignoredLabels: ignoredLabels(pairs),
  });
}

/**
 * Reads a credentials file: Pega's alternating lines, `Label: value`, `key=value`, JSON, in UTF-8 or UTF-16 with a
 * byte order mark (hub-contract section 7). `fileName` is only for the failure to name; '' for pasted text.
 * Failures: `fileEmpty`, `fileTooLarge`, `fileBinary`, `notCredentials`, `credentialsIncomplete`, `credentialsMalformed`.
 * A missing token endpoint is no failure: it can be derived from the hub's address.
 */
export function readCredentials(bytes: Uint8Array, fileName: string): Result<ReadCredentials> {
  if (bytes.length > CREDENTIALS_LIMIT_BYTES) {
    return fail({ code: 'fileTooLarge', fileName, sizeBytes: bytes.length, limitBytes: CREDENTIALS_LIMIT_BYTES });
  }
  const decoded = fileText(bytes);
  if (!decoded.ok) return fail({ code: 'fileBinary', fileName, found: decoded.failure.found });
  const text = decoded.value.trim();
  if (text === '') return fail({ code: 'fileEmpty', fileName });
  const document = readDocument(text);
  if (valuesByField(document.pairs).size === 0) return fail(notCredentials(document, text, fileName));
  return judgeDocument(document.pairs, fileName);
}
