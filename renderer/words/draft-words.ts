// The words of what was written and not sent: keeping drafts, what each would do now, and sending one.
import type { Draft } from '#contract/drafts.ts';
import type { Registration } from '#contract/registration.ts';
import { counted } from './numbers.ts';
import { registrationInShort } from './registering-words.ts';

export const draftWords = {
  button: (count: number): string => `Drafts (${count})`,
  title: 'Drafts',
  lead: 'Nothing is sent by itself: ask what a draft would do now, then send it.',
  offline: 'The Hub cannot be asked now. Drafts can be opened and kept; they are sent once it can.',
  none: 'No draft is kept for this hub.',
  reading: 'Reading the drafts',
  saved: 'Kept',
  open: 'Open',
  openOf: (draft: string): string => `Open ${draft}`,
  plan: 'What would it do now',
  planOf: (draft: string): string => `What would it do now: ${draft}`,
  planning: 'Asking the Hub how it is now',
  send: 'Send',
  sendOf: (draft: string): string => `Send ${draft}`,
  sending: 'Waiting for the Hub’s answer',
  remove: 'Remove',
  removeOf: (draft: string): string => `Remove ${draft}`,
  removed: (draft: string): string => `${draft} was removed.`,
  undo: 'Undo',
  keep: 'Keep as draft',
  keepFirst: 'The Hub cannot be asked now: keep it as a draft, and send it later.',
  kept: 'Kept as a draft. Nothing was sent.',
} as const;

/** What a draft is, in the middle of a list: `New: Sales Desk 9`, `Edit of SalesDesk3`. */
export function draftTitle(draft: Draft): string {
  if (draft.kind === 'edit') return `Edit of ${draft.edit.applicationName || draft.edit.registrationId}`;
  const { applicationLabel, applicationName } = draft.fields;
  return `New: ${applicationLabel || applicationName || 'without a name yet'}`;
}

/** One line on what a draft holds. */
export function draftDetail(draft: Draft): string {
  if (draft.kind === 'register') return draft.fields.systemUrl || 'no address yet';
  return `${draft.edit.registrationId}, ${counted(Object.keys(draft.edit.changes).length, 'field')} changed`;
}

export const planWords = {
  registers: 'It would register a new application.',
  problems: 'It cannot be sent before this is mended. Open it:',
  twins: (twins: readonly Registration[]): string =>
    `The Hub has that application name already (${twins.map(registrationInShort).join(' · ')}). Sending registers one more.`,
  changes: 'It would change this:',
  nothing: 'The Hub has all of it already: there is nothing to send.',
  gone: 'The registration is not on the Hub any more. This draft cannot be sent.',
  conflicts: 'Somebody else changed this since the draft was begun. Choose for each field what is to be:',
  begun: 'When the draft was begun:',
  asTheHubHasIt: 'As the Hub has it:',
  asTheDraftHasIt: 'As the draft has it:',
  nothingLeft: 'With the Hub’s values kept there is nothing to send.',
  changedAgain: 'It changed once more on the Hub, so nothing was sent. This is how it is now.',
} as const;

export const draftOutcomeWords = {
  registered: (label: string, id: string): string => `Registered ${label} as ${id}. The draft is gone.`,
  accepted: (label: string): string => `The Hub accepted ${label}. The list is being read to show it.`,
  edited: (name: string): string => `${name} was changed on the Hub. The draft is gone.`,
  nothingToChange: (name: string): string => `The Hub had all of it already: nothing was sent for ${name}.`,
  stillThere: 'It was sent, but the draft could not be removed: remove it, and do not send it again.',
  unknown: 'It is not known whether the Hub took it. The draft was kept.',
  unknownWhy: 'Look it up before it is sent again; if the Hub has it, remove the draft.',
  lookUp: 'Look it up',
} as const;
