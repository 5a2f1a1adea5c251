// The words for a token endpoint that said no, by the error codes of RFC 6749 section 5.2 and Pega's own.
import type { Failure } from '#contract/failure.ts';
import type { FailureWords } from '../failure-words.ts';
import { quoted } from './quoted.ts';

type TokenRefused = Extract<Failure, { code: 'tokenRefused' }>;

const IMPORT_A_NEW_FILE =
  'Ask the administrator whether the secret was regenerated, and import the new credentials file.';
const ALLOW_THE_GRANT =
  'Ask the administrator to check the Client credentials grant in the OAuth 2.0 client registration.';
const CHANGE_AUTHENTICATION = 'Change how the credential identifies itself (form body or Basic), then test it again.';

/** hub-contract 8.4: Pega answers with RFC 6749 codes or with the same codes in its own envelope. */
const waysOut: ReadonlyMap<string, string> = new Map([
  ['unauthorized_client', ALLOW_THE_GRANT],
  ['unsupported_grant_type', ALLOW_THE_GRANT],
  ['invalid_request', CHANGE_AUTHENTICATION],
  ['invalid_authorization_header', CHANGE_AUTHENTICATION],
]);

export function describeTokenRefused({ status, error, description }: TokenRefused): FailureWords {
  const answer = error === null ? `status ${status}` : `${error}, status ${status}`;
  return {
    sentence: `The Hub gave no token for this client ID and secret (${answer})${quoted(description)} Nothing was lost.`,
    wayOut: waysOut.get(error ?? '') ?? IMPORT_A_NEW_FILE,
  };
}
