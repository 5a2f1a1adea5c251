// The words for what stands between a person and the secrets that a passphrase protects.
import type { Failure } from '#contract/failure.ts';
import type { FailureWords } from '../failure-words.ts';

type VaultFailure = Extract<
  Failure,
  { code: 'vaultLocked' | 'vaultUnavailable' | 'passphraseWrong' | 'passphraseMissing' | 'keystoreMissing' }
>;

export function describeVaultFailure({ code }: VaultFailure): FailureWords {
  switch (code) {
    case 'vaultLocked':
      return {
        sentence: 'The secrets are locked, so nothing was sent. Nothing was lost.',
        wayOut: 'Unlock them with your passphrase, in the status bar or with the shortcut, then try again.',
      };
    case 'vaultUnavailable':
      return {
        sentence:
          'The record of how secrets are protected (vault.json) cannot be read: a newer version of the app wrote it, or it may not be read. So nothing was sealed or opened, and nothing was lost.',
        wayOut:
          'Update the app, or give yourself the right to read the file in the data folder. Then start the app again.',
      };
    case 'passphraseWrong':
      return {
        sentence: 'This is not the passphrase. Nothing was changed.',
        wayOut: 'Look at upper and lower case and the keyboard’s language, and try again as often as you like.',
      };
    case 'passphraseMissing':
      return {
        sentence: 'No passphrase is set on this computer.',
        wayOut: 'Choose one in the settings, under Protection of secrets.',
      };
    case 'keystoreMissing':
      return {
        sentence: 'This computer has no keystore that protects anything. No secret was moved.',
        wayOut: 'Stay with the passphrase, or start the keystore of your desktop and then the app again.',
      };
  }
}
