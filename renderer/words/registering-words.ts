// The words of the form Register application and of each way that sending it can end.
import { statusWord } from './registration-words.ts';
import type { Registration } from '#contract/registration.ts';

/** A registration in half a sentence: `REG-22951, Active`. */
export function registrationInShort({ id, status }: Registration): string {
  return `${id}, ${statusWord(status)}`;
}

export const registeringWords = {
  title: 'Register application',
  send: 'Register',
  sending: 'Waiting for the Hub’s answer',
  startOver: 'Start over',
  hints: {
    systemUrl: 'Links to its tasks begin with this address.',
    applicationName: 'The technical name, such as SalesDesk3.',
    applicationLabel: 'What people see.',
    description: 'Optional.',
    platform: 'For example Pega. Any text will do.',
  },
  chooseLevel: 'Choose a level',
  alreadyThere: (name: string, known: string): string =>
    `${name} is registered already (${known}). Check that you want a second one.`,
  done: (label: string, id: string): string => `Registered ${label} as ${id}.`,
  accepted: (label: string): string => `The Hub accepted ${label}. The list is being read to show it.`,
} as const;

export const outcomeWords = {
  title: (name: string): string => `It is not known whether the Hub registered ${name}`,
  lookUp: 'Look it up',
  lookUpAgain: 'Look it up again',
  lookingUp: (name: string): string => `Looking for ${name} on the Hub`,
  sendAgain: 'Send again',
  sendAgainWhy: 'Look it up first: sending again becomes possible when the Hub does not have it.',
  found: (name: string): string => `The Hub has ${name}: it was registered.`,
  open: (id: string): string => `Open ${id}`,
  absent: (name: string): string => `The Hub has no new registration named ${name}`,
  onlyOlder: (known: string): string => `The only one of that name was there before: ${known}.`,
  absentAdvice: 'If the Hub is slow, look once more before you send it again.',
  edit: 'Back to the form',
} as const;
