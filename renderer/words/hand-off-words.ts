// The words of handing credentials on: writing such a file, opening one, the person's own key.
import type { HandedItem } from '#contract/hand-off.ts';
import { HANDED_LIMIT, PLAIN_CONFIRMATION, SHORTEST_PASSPHRASE } from '#contract/hand-off-inputs.ts';
import { fileInWords } from './failures/file-failures.ts';
import { counted, wholeNumber } from './numbers.ts';

export const handOffWords = {
  section: 'Hand off',
  sectionLead:
    'Give credentials to a colleague or to another computer of yours in one encrypted file, which the age tool can open too.',
  open: 'Hand off…',
  openOne: 'Hand off…',
  openPlain: 'Save in plain text…',
  title: 'Hand off credentials',
  which: 'Credentials',
  hubCredential: 'for the registration APIs',
  pair: 'for data synchronization',
  unusable: 'its secret cannot be opened',
  noneToGive: 'No credentials are saved on this computer.',
  lock: 'Who can open the file',
  locks: { passphrase: 'Whoever knows a passphrase', recipients: 'The owners of public keys' },
  passphrase: 'Passphrase',
  passphraseHint: `At least ${SHORTEST_PASSPHRASE} characters; four or five unrelated words are good. Tell it by another way than the file.`,
  repeat: 'Passphrase again',
  differs: 'The two are not the same.',
  recipients: 'Public keys',
  recipientsHint: 'One on each line; they begin with age1. Your colleagues find theirs under Your key in the settings.',
  recipientsWrong: 'Each line must be a whole public key, age1 and 58 more characters. Check for missing ones.',
  note: 'Note to the receiver',
  noteHint: 'It is encrypted with the rest.',
  withBackup: 'Also all hubs and settings: a whole backup',
  withBackupHint: 'Passwords of proxies and client certificates stay on this computer.',
  onlyMine: 'Only this computer will open the file.',
  onlyMineDetail:
    'The key is your own: on a new computer, or when this one is lost, nothing opens the file. For a backup choose a passphrase, or add a key of another computer.',
  nothingChosen: 'Choose at least one.',
  tooMany: `At most ${wholeNumber(HANDED_LIMIT)} of each kind go into one file. Choose fewer, and make another file of the others.`,
  write: 'Choose where to save…',
  writing: 'Encrypting; a passphrase takes a moment',
  written: (fileName: string): string => `Saved ${fileName}. It is written down in the activity log.`,
  done: 'Done',
} as const;

export const plainWords = {
  title: 'Save in plain text',
  which: 'Credential',
  warning: 'Whoever gets this file can act in your name.',
  warningDetail:
    'The secret is written as it is, in the layout of Pega’s own download. Use it only for a tool that reads nothing else, and delete it afterwards; a bin and an SSD keep traces. Hand off is the safe way.',
  confirmation: `Type “${PLAIN_CONFIRMATION}” to go on`,
  confirmationWrong: `Type exactly: ${PLAIN_CONFIRMATION}`,
  save: 'Save in plain text…',
} as const;

export const unlockWords = {
  title: 'Open the hand-off file',
  lead: (fileName: string): string => `${fileInWords(fileName)} is encrypted with a passphrase. The sender knows it.`,
  passphrase: 'Passphrase of the file',
  open: 'Open',
  opening: 'Opening; a passphrase takes a moment',
} as const;

export const openedWords = {
  title: 'Hand-off file',
  file: 'File',
  made: 'Made',
  note: 'Note of the sender',
  items: (count: number): string => `${counted(count, 'credential')} in it`,
  none: 'There are no credentials in it.',
  itemsLead: 'Nothing is stored yet. Each is shown to you before it is saved.',
  known: 'replaces yours',
  review: (count: number): string => (count === 1 ? 'Review it' : `Review all ${count}`),
  done: 'Done',
} as const;

export const pairReviewWords = {
  title: 'Review data-sync credentials',
  hub: 'Hub',
  baseUrl: 'Base URL',
  application: 'Application',
  clientId: 'Client ID',
  secret: 'Secret',
  made: 'File made',
  here: 'Yours received',
  replaces:
    'Credentials of the same client are saved here already. Their secret is replaced, and the old one is kept until a check of the new one succeeds.',
  isOlder: 'The file is older than what is saved here: the secret in it may not be valid any more.',
  protection: 'Protection',
  save: 'Save',
  checkAndReplace: 'Check and replace',
  replaceUnchecked: 'Replace without a check',
  checking: 'Asking the Hub for a token with this pair',
  saving: 'Saving',
} as const;

export const keyWords = {
  section: 'Your key',
  lead: 'Give the public key to colleagues: what they hand off for it, only this computer can open. It is no secret: it opens nothing.',
  none: 'No key is made yet.',
  make: 'Make my key',
  makeAnother: 'New key',
  publicKey: 'Public key',
  copy: 'Copy public key',
  copied: 'Copied',
  made: 'Made',
  kept: 'Secret half',
  earlier: 'Earlier keys',
  earlierValue: (count: number): string =>
    `${counted(count, 'earlier key')} kept, to open files that were made for them`,
  dropEarlier: 'Delete earlier keys…',
  dropTitle: 'Delete the earlier keys?',
  dropConfirm: 'Delete earlier keys',
  dropDetail: 'Files that were made for them can then not be opened on this computer any more. Your present key stays.',
  sessionOnly: 'It is kept for this session only: after a restart nothing opens files that were made for it.',
} as const;

/** What a credential of a hand-off file is, in one line. */
export function itemKind({ kind }: Pick<HandedItem, 'kind'>): string {
  return kind === 'registration' ? handOffWords.hubCredential : handOffWords.pair;
}
