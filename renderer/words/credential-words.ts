// The words of the credential book: a credential's use, its end, the secret it replaced, and the file it came in.
import type { ReminderStep } from '#contract/credential-inputs.ts';
import type { CredentialSummary, Download, Hub } from '#contract/credentials.ts';
import { counted } from './numbers.ts';

const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

export const bookWords = {
  accessGroup: 'Access group',
  notSeen: 'known after the first token',
  lastUsed: 'Last used',
  never: 'never',
  expires: 'Expires',
  note: 'Note',
  replace: 'Replace its secret…',
  goBack: 'Go back to the earlier secret',
  replaceNow: 'Import the new file…',
  expiresOn: 'Expires on',
  expiresHint: 'As the administrator told you. The app reminds you 30, 7 and 1 days before.',
  noted: 'Note and end date',
  noteHint: 'For yourself: who asked for it, where it was agreed. Never a secret.',
} as const;

/** `12 Dec 2026`. */
export function expiryDay(expiresAtMs: number): string {
  return dayOfYear.format(expiresAtMs);
}

/** Beside the field for the end of a new secret, where one was noted of the old one. */
export function newEndHint(endBeforeMs: number): string {
  return `The old secret was noted to expire on ${expiryDay(endBeforeMs)}; that does not count for the new one. Enter its own end, if you were told one.`;
}

/** What is said above the screens when a credential comes to its end. */
export function reminderWords(
  step: ReminderStep,
  credential: Pick<CredentialSummary, 'label'> & { readonly expiresAtMs: number; readonly daysLeft: number },
  hub: Pick<Hub, 'name'>,
): { readonly title: string; readonly detail: string } {
  const which = `The credential “${credential.label}” of ${hub.name}`;
  const day = expiryDay(credential.expiresAtMs);
  return step === 0
    ? {
        title: `${which} has expired on ${day}.`,
        detail: 'If the Hub refuses it, ask the administrator for a new credentials file and import that.',
      }
    : {
        title: `${which} expires ${credential.daysLeft < 1 ? 'today' : `in ${counted(credential.daysLeft, 'day')}`}, on ${day}.`,
        detail: 'Ask the administrator for a new credentials file in time; importing it replaces the secret.',
      };
}

type Replaced = Pick<NonNullable<CredentialSummary['replacedSecret']>, 'secretMask'>;

/** A rotation that is not settled yet. */
export const replacedWords = {
  kept: ({ secretMask }: Replaced): string =>
    `The secret that was replaced (${secretMask}) is kept until the new one has worked once.`,
  keptBesideSession: ({ secretMask }: Replaced): string =>
    `The new secret is not stored and is gone when the app is closed. So the one that was replaced (${secretMask}) is kept.`,
  refused: (label: string): string => `The Hub refused the new secret of “${label}”, which has not worked yet.`,
  refusedDetail: ({ secretMask }: Replaced): string =>
    `The earlier one (${secretMask}) is still kept. If you go back to it, the new one is kept in its stead until one of the two has worked.`,
  goBack: 'Go back to the earlier secret',
} as const;

/** Why the replaced secret is still kept. */
export function replacedSentence({ protection }: Pick<CredentialSummary, 'protection'>, replaced: Replaced): string {
  return protection.level === 'sessionOnly' ? replacedWords.keptBesideSession(replaced) : replacedWords.kept(replaced);
}

/** Reviewing a file whose client ID is saved already. */
export const rotationWords = {
  testAndReplace: 'Test and replace',
  replaceUntested: 'Replace without a test',
} as const;

/** What is offered for an imported file. */
export const downloadWords = {
  offered: (fileName: string): string => `“${fileName}” still holds the secret in clear.`,
  offeredDetail:
    'The app does not need it any more. The bin keeps it until it is emptied, and traces can stay on the disk, above all on an SSD.',
  binned: (fileName: string): string => `“${fileName}” was moved to the bin.`,
  binnedDetail: 'Empty the bin to delete it. Traces can stay on the disk, above all on an SSD.',
  bin: 'Move to the bin',
  keep: 'Keep the file',
  fromNowOn: 'From now on…',
  alwaysBin: 'Always move it to the bin',
  neverAsk: 'Always keep it, and do not ask',
  more: ({ fileName }: Pick<Download, 'fileName'>): string => `From now on, for files like ${fileName}`,
} as const;

/** The setting of the same. */
export const importedFileWords = {
  section: 'Credentials files',
  label: 'After an import, the file with the secret in clear',
  hint: 'Only the file that you dropped or chose. The bin keeps it until it is emptied, and traces can stay on the disk.',
  options: { ask: 'Ask each time', bin: 'Move it to the bin', keep: 'Keep it where it is' },
} as const;
