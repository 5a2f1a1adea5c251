// The words for texts that are no usable credentials, and for credentials that are not there any more.
import type { CredentialsField, Failure } from '#contract/failure.ts';
import type { FailureWords } from '../failure-words.ts';
import { describeProblem } from '../describe-problem.ts';
import { fileInWords, foundInWords } from './file-failures.ts';

type CredentialsFailure = Extract<
  Failure,
  { code: 'notCredentials' | 'credentialsIncomplete' | 'credentialsMalformed' | 'credentialMissing' | 'draftGone' }
>;

const fieldInWords: Readonly<Record<CredentialsField, string>> = {
  clientId: 'client ID',
  clientSecret: 'client secret',
  tokenEndpoint: 'access token endpoint',
};

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

export function describeCredentialsFailure(failure: CredentialsFailure): FailureWords {
  switch (failure.code) {
    case 'notCredentials':
      return {
        sentence: `${fileInWords(failure.fileName)} is ${foundInWords[failure.found]}: no client ID, client secret or token endpoint was found in it. Nothing was stored.`,
        wayOut: 'Choose the .txt file that Download credentials gave, or paste its text.',
      };
    case 'credentialsIncomplete':
      return {
        sentence: `${fileInWords(failure.fileName)} has no ${listed.format(failure.missing.map((field) => fieldInWords[field]))}. Nothing was stored.`,
        wayOut: 'See whether the file was shortened, or ask the administrator to download the credentials again.',
      };
    case 'credentialsMalformed':
      return {
        sentence: `The ${fieldInWords[failure.field]} in ${fileInWords(failure.fileName)} cannot be used. Nothing was stored.`,
        wayOut: `${describeProblem(failure)} Correct the file, or ask the administrator for a new one.`,
      };
    case 'credentialMissing':
      return {
        sentence: 'No credential is in use for this hub. What was saved before is untouched.',
        wayOut: 'Import a credentials file for this hub, or mark one of its credentials as in use.',
      };
    case 'draftGone':
      return {
        sentence: 'The credentials under review are not in memory any more. Nothing was stored.',
        wayOut: 'Choose the credentials file again.',
      };
  }
}
