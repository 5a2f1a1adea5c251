// The words of editing a registration: its form, the difference before it is sent, and what others changed meanwhile.
import { counted } from './numbers.ts';

export const editDialogWords = {
  title: (name: string): string => `Edit ${name}`,
  hints: {
    weighting: 'A whole number. A higher one makes its work more likely to be suggested next.',
    applicationName: 'Which fields a Hub lets be changed is not fully documented: its answer decides.',
  },
  review: 'Review changes',
  startOver: 'Start over',
  nothingChanged: 'Nothing is changed yet.',
  reviewTitle: 'What will be sent',
  reviewDetail: 'Only these fields are sent. Everything else stays as the Hub has it.',
  back: 'Back to the form',
  send: (count: number): string => `Send ${counted(count, 'change')}`,
  sending: 'Looking whether somebody else changed it, then sending',
  offline: 'The Hub cannot be asked now. Keep it as a draft, and send it later.',
  keep: 'Keep as draft',
  kept: (name: string): string => `The changes of ${name} are kept as a draft. Nothing was sent.`,
  saved: (name: string): string => `${name} is changed.`,
  nothingToChange: (name: string): string => `The Hub has ${name} exactly so already. Nothing was sent.`,
} as const;

export const conflictWords = {
  title: 'Somebody else changed it meanwhile',
  detail:
    'Nothing was sent. Choose for each field which value shall count; then it is sent on top of what the Hub has now.',
  yours: 'Yours',
  theirs: 'The Hub’s',
  wasBefore: (value: string): string => `When you began: ${value}`,
  nothing: 'nothing',
  others: 'Also changed on the Hub, and left as it is there',
  chooseAll: 'Choose a value for every field first.',
  nothingLeft: 'With these choices nothing is left to send.',
  keepTheirs: 'Leave it as the Hub has it',
  keptTheirs: (name: string): string => `${name} stays as the Hub has it. Nothing was sent.`,
} as const;

export const editUnknownWords = {
  title: (name: string): string => `It is not known whether the Hub changed ${name}`,
  lookUp: 'Look it up',
  lookingUp: 'Reading the registration from the Hub',
  notArrived: 'The Hub does not have these changes. They can be sent again.',
} as const;
