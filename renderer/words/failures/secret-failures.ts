// The words for a secret that is kept but cannot be used: locked is not unreadable is not forgotten.
import type { Failure } from '#contract/failure.ts';
import type { FailureWords } from '../failure-words.ts';

type SecretFailure = Extract<
  Failure,
  {
    code:
      | 'secretLocked'
      | 'secretUnavailable'
      | 'secretUnreadable'
      | 'secretForgotten'
      | 'secretBoundElsewhere'
      | 'replacedSecretGone'
      | 'protectionGone';
  }
>;

export function describeSecretFailure(failure: SecretFailure): FailureWords {
  switch (failure.code) {
    case 'secretLocked':
      return {
        sentence: 'This computer’s keystore is locked, so the secret cannot be used now. Nothing was lost.',
        wayOut:
          'Unlock the keystore and try again. If it still counts as locked, start the app again: it looks for its key once.',
      };
    case 'secretUnavailable':
      return {
        sentence:
          'This desktop session has no keystore at the moment, so the secret cannot be used now. It is still there.',
        wayOut:
          'Start or unlock the keystore, or log in to the desktop in which the secret was saved. Then start the app again.',
      };
    case 'secretUnreadable':
      return {
        sentence: 'This computer can no longer open the saved secret. It was left as it is, and nothing else was lost.',
        wayOut: 'Import the credentials file again. If the keystore comes back, the saved secret works again too.',
      };
    case 'secretForgotten':
      return {
        sentence: 'No secret is stored for this on this computer. Nothing else was lost.',
        wayOut: 'Import the credentials file.',
      };
    case 'secretBoundElsewhere':
      return {
        sentence: `The secret was not issued for ${failure.host}, so it was not sent there.`,
        wayOut: 'Correct the hub’s address, or import credentials that were made for it.',
      };
    case 'replacedSecretGone':
      return {
        sentence: 'No earlier secret is kept any more, because the one in its place has worked. Nothing was changed.',
        wayOut: 'If the Hub wants the earlier one again, import its credentials file.',
      };
    case 'protectionGone':
      return {
        sentence:
          'The keystore that was to seal the secret does not seal anything now, so it was not saved. Nothing was changed.',
        wayOut:
          'Unlock or start the keystore and save again. Importing the file once more shows what protects the secret now.',
      };
  }
}
