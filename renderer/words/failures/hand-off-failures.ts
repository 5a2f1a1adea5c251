// The words for files that hand credentials on, and for backups.
import type { Failure, StorageCause } from '#contract/failure.ts';
import type { FailureWords } from '../failure-words.ts';
import { byteSize } from '../numbers.ts';
import { fileInWords } from './file-failures.ts';

export type HandOffFailure = Extract<
  Failure,
  {
    code:
      | 'fileIsHandOff'
      | 'fileIsBackup'
      | 'handOffTooLarge'
      | 'handOffGone'
      | 'handOffLocked'
      | 'handOffNotForKey'
      | 'ownKeyGone'
      | 'handOffDamaged'
      | 'handOffNotOurs'
      | 'backupUnreadable'
      | 'backupGone'
      | 'backupHalfTaken';
  }
>;

const ASK_AGAIN = 'Ask the sender to make the file again.';

// eslint-disable-next-line complexity -- one flat list of the topic's codes is easier to keep whole than any way to divide it
export function describeHandOffFailure(failure: HandOffFailure): FailureWords {
  switch (failure.code) {
    case 'fileIsHandOff':
      return {
        sentence: `${fileInWords(failure.fileName)} is an encrypted hand-off file, not a credentials file. Nothing was stored.`,
        wayOut: 'Drop it on the window, and it is opened there.',
      };
    case 'fileIsBackup':
      return {
        sentence: `${fileInWords(failure.fileName)} is a backup of hubs and settings, not a credentials file. Nothing was changed.`,
        wayOut: 'Drop it on the window, and what it would do is shown there.',
      };
    case 'handOffTooLarge':
      return tooLarge(failure);
    case 'handOffGone':
      return {
        sentence: 'The hand-off file is not in memory any more. What was saved of it stays saved.',
        wayOut: 'Choose the file again.',
      };
    case 'handOffLocked':
      return {
        sentence: `${fileInWords(failure.fileName)} does not open with this passphrase. Nothing was stored.`,
        wayOut: 'Type it again; capitals and blanks count. The sender knows it.',
      };
    case 'handOffNotForKey':
      return notForKey(failure);
    case 'ownKeyGone':
      return ownKeyGone(failure);
    case 'handOffDamaged':
      return {
        sentence: `${fileInWords(failure.fileName)} is damaged or incomplete. Nothing was stored.`,
        wayOut: ASK_AGAIN,
      };
    case 'handOffNotOurs':
      return notOurs(failure);
    case 'backupUnreadable':
      return noBackup(failure);
    case 'backupGone':
      return {
        sentence: 'The backup is not in memory any more. Nothing was changed.',
        wayOut: 'Choose the file again.',
      };
    case 'backupHalfTaken':
      return halfTaken(failure);
  }
}

type Of<Code extends HandOffFailure['code']> = Extract<HandOffFailure, { code: Code }>;

function tooLarge({ what, sizeBytes, limitBytes }: Of<'handOffTooLarge'>): FailureWords {
  return {
    sentence: `The file would be ${byteSize(sizeBytes)} large; this app opens files of at most ${byteSize(limitBytes)}. Nothing was written.`,
    wayOut:
      what === 'handOff'
        ? 'Choose fewer credentials, and make another file of the others.'
        : 'Remove hubs or credentials that nobody uses any more, then save it again.',
  };
}

function notForKey({ fileName, hasOwnKey }: Of<'handOffNotForKey'>): FailureWords {
  return hasOwnKey
    ? {
        sentence: `${fileInWords(fileName)} was made for other keys than yours. Nothing was stored.`,
        wayOut: 'Send the sender your public key, under Your key in the settings, and ask for a new file.',
      }
    : {
        sentence: `${fileInWords(fileName)} was made for somebody’s key, and there is no key on this computer. Nothing was stored.`,
        wayOut: 'Make your key in the settings, send its public half to the sender, and ask for a new file.',
      };
}

function ownKeyGone({ fileName, isForgotten }: Of<'ownKeyGone'>): FailureWords {
  const why = isForgotten
    ? 'the secret half of your key was kept only until the app was closed'
    : 'the secret half of your key cannot be opened any more';
  return {
    sentence: `${fileInWords(fileName)} was made for somebody’s key, and ${why}. Nothing was stored.`,
    wayOut: 'Make a new key in the settings, send its public half to the sender, and ask for a new file.',
  };
}

const DISK: Readonly<Record<StorageCause, string>> = {
  full: 'The disk is full',
  denied: 'The app’s data folder cannot be written',
  other: 'The disk refused',
};

function halfTaken({ cause }: Of<'backupHalfTaken'>): FailureWords {
  return {
    sentence: `${DISK[cause]}: a part of the backup was added and stays saved, the rest was not. Nothing was lost.`,
    wayOut: 'Make it right, then take the backup over again: it adds only what is missing.',
  };
}

const UPDATE = 'Update the app on this computer, then choose the file again.';

function notOurs({ fileName, isNewer }: Of<'handOffNotOurs'>): FailureWords {
  return isNewer
    ? {
        sentence: `${fileInWords(fileName)} was made by a later version of the app. Nothing was stored.`,
        wayOut: UPDATE,
      }
    : {
        sentence: `${fileInWords(fileName)} could be opened, but there are no credentials in it. Nothing was stored.`,
        wayOut: 'Choose a file that was made with Hand off, or a credentials file that was encrypted with age.',
      };
}

function noBackup({ fileName, isNewer }: Of<'backupUnreadable'>): FailureWords {
  return isNewer
    ? {
        sentence: `${fileInWords(fileName)} was made by a later version of the app. Nothing was changed.`,
        wayOut: UPDATE,
      }
    : {
        sentence: `${fileInWords(fileName)} is not a backup of hubs and settings. Nothing was changed.`,
        wayOut: 'Choose a file that was saved under Backup in the settings.',
      };
}
