// The words of how secrets are protected: the levels, the passphrase, locking.
import type { ProtectionLevel, ResealOutcome } from '#contract/vault.ts';
import { counted } from './numbers.ts';

export const vaultWords = {
  section: 'Protection of secrets',
  lead: 'Every secret on this computer is kept in the same way. Changing it moves all of them at once, or none.',
  level: 'Protect secrets by',
  checkKeystore: 'Check this computer’s keystore',
  sealRest: 'Seal what is kept for this session',
  change: 'Change passphrase…',
  fingerprint: 'Key',
  lock: 'Lock',
  unlock: 'Unlock…',
  locked: 'Secrets locked',
  unlocked: 'Secrets unlocked',
  session: 'Secrets last for this session only',
  ofPassphrase: 'Sealed behind your passphrase',
  afterMinutes: 'Locking',
} as const;

/** The levels as they are chosen. */
export const levelWords: Readonly<Record<ProtectionLevel, string>> = {
  osKeystore: 'This computer’s keystore',
  passphrase: 'A passphrase of your own',
  sessionOnly: 'Nothing: keep them for this session only',
};

export const moveWords = {
  titles: {
    osKeystore: 'Move the secrets into the keystore?',
    passphrase: 'Protect the secrets by a passphrase',
    sessionOnly: 'Keep the secrets for this session only?',
  },
  details: {
    osKeystore:
      'All secrets are sealed by the keystore of this computer. The passphrase is not needed any more, and its key is deleted.',
    passphrase:
      'All secrets are sealed by a key that only this passphrase opens. You are asked for it once in each session, when a secret is needed.',
    sessionOnly:
      'All secrets are taken off the disk. They work until you quit; after that, every credentials file has to be imported again.',
  },
  confirms: {
    osKeystore: 'Move into the keystore',
    passphrase: 'Protect by passphrase',
    sessionOnly: 'Take off the disk',
  },
  moving: 'Moving the secrets',
} as const;

export const passphraseWords = {
  field: 'Passphrase',
  current: 'Present passphrase',
  next: 'New passphrase',
  repeat: 'The same again',
  differs: 'The two are not the same.',
  hint: 'At least 10 characters; four or more unrelated words are best.',
  noRescue: 'Nobody can bring a forgotten passphrase back: then the credentials files have to be imported again.',
  unlockTitle: 'Unlock secrets',
  unlockDetail: 'Your passphrase opens the secrets until you lock them, go away or quit.',
  unlock: 'Unlock',
  unlocking: 'Opening the key: this takes about a second',
  forgotten: 'Passphrase forgotten?',
  forgottenDetail:
    'There is no way to open the secrets without it. If you give it up, they stay on the disk as they are and say that they cannot be opened any more; import each credentials file again to go on. Saved registrations stay readable.',
  giveUp: 'Give up this passphrase…',
  giveUpTitle: 'Give up the passphrase?',
  giveUpDetail:
    'The key behind it is deleted. What it protects can never be opened again, not even with the passphrase, should it come back to you.',
  giveUpConfirm: 'Delete the key',
  changeTitle: 'Change passphrase',
  changeDetail:
    'Everything is sealed anew with a new key, so that an old copy of the file is of no use with the new passphrase.',
  change: 'Change passphrase',
} as const;

/** How hard a new passphrase is to guess, by its length alone; null until it is long enough to be taken. */
export function strengthWords(passphrase: string): string | null {
  if (passphrase.length < 10) return null;
  if (passphrase.length < 16) return 'Fair: longer is better.';
  return passphrase.length < 24 ? 'Good.' : 'Strong.';
}

/** What a move did. */
export function movedSentence({ moved, left, waiting }: Pick<ResealOutcome, 'moved' | 'left' | 'waiting'>): string {
  const done = moved === 0 ? 'There was no secret to move.' : `${counted(moved, 'secret')} moved.`;
  return [done, leftWords(left), waitingWords(waiting)].filter((words) => words !== '').join(' ');
}

function leftWords(left: number): string {
  if (left === 0) return '';
  const rest =
    left === 1 ? 'One could not be opened any more and was' : `${left} could not be opened any more and were`;
  return `${rest} left as before: import the file again, or remove the credential.`;
}

function waitingWords(waiting: number): string {
  if (waiting === 0) return '';
  return waiting === 1
    ? 'One stays with the keystore that sealed it, which is not there now, and opens again when it is back.'
    : `${waiting} stay with the keystore that sealed them, which is not there now, and open again when it is back.`;
}

export const setAsideWords = {
  offer: 'Delete them…',
  title: 'Delete the files that were set aside?',
  detail:
    'They could not be read when the app started, and were kept for whoever wants to mend them. Everything else stays.',
  confirm: 'Delete the files',
  removed: 'The files that were set aside are deleted.',
} as const;

/** What a move cannot reach. */
export function setAsideSentence(count: number): string {
  return count === 1
    ? 'One unreadable file that was set aside earlier still holds secrets as they were sealed before.'
    : `${count} unreadable files that were set aside earlier still hold secrets as they were sealed before.`;
}

/** In the review of credentials, where nothing would be stored. */
export const offerWords = {
  offer: 'Protect by a passphrase…',
  detail: 'With a passphrase the secret can be stored on this computer.',
} as const;
