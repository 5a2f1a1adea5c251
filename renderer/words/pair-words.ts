// The words of data-sync pairs: the credentials with which an application sends its data to the Hub.
import type { DataSyncPair } from '#contract/life-cycle.ts';
import type { StatusKind } from '#contract/registration.ts';
import { counted, waitingTime, wholeNumber } from './numbers.ts';
import { exactTime } from './time.ts';

export const pairWords = {
  title: 'Data-synchronization credentials',
  received: 'Received',
  clientId: 'Client ID',
  noClientId: 'The Hub sent none',
  secret: 'Client secret',
  protection: 'Protection',
  neverShown: 'It is never shown in this window.',
  copyBefore: 'Copy it to a safe place before that.',
  copyClientId: 'Client ID',
  copySecret: 'Copy secret',
  copied: (milliseconds: number): string =>
    `The secret is on the clipboard. It is cleared after ${counted(Math.round(milliseconds / 1000), 'second')}.`,
  check: 'Check it',
  checking: 'Asking the Hub for a token with this pair',
  checked: (milliseconds: number): string => `The Hub accepts this pair (${wholeNumber(milliseconds)} ms).`,
  lifetime: 'Token lifetime',
  lifetimeValue: (seconds: number): string => waitingTime(seconds),
  operator: 'Operator',
  accessGroup: 'Access group',
  unknown: 'not told by the token',
  remove: 'Remove…',
  removeTitle: 'Remove these credentials?',
  removeConfirm: 'Remove credentials',
  removeDetail:
    'The pair and its sealed secret are deleted from this computer. The Hub may never show the secret again. Nothing changes on the Hub.',
  item: (clientId: string): string => (clientId === '' ? 'Pair without a client ID' : `Pair ${clientId}`),
} as const;

const NO_PAIR = 'None are kept on this computer.';

const howToGetOne: Readonly<Partial<Record<StatusKind, string>>> = {
  pending: 'Enabling synchronization gives them.',
  failure: 'Enabling synchronization again may give them.',
  active: 'Deactivating and reactivating it may give new ones.',
  hidden: 'Deactivating and reactivating it may give new ones.',
  stopped: 'Reactivating it may give new ones.',
};

/** That there is no pair, and which step of its status gives one (hub-contract 3.3, "client secret"). */
export function noPairSentence(kind: StatusKind): string {
  const how = howToGetOne[kind];
  return how === undefined ? NO_PAIR : `${NO_PAIR} ${how}`;
}

export const receivedPairWords = {
  kept: 'The Hub gave new credentials for data synchronization',
  keptDetail: 'Hand them to whoever runs the application: it needs them to send its data.',
  absent: 'The Hub’s answer held no client secret',
  absentDetail:
    'The step was done, but there are no new credentials on this computer. If the application has none from before, ask an administrator of the Hub to look at the client registration that belongs to it, or deactivate and reactivate it to be given a new pair.',
} as const;

type Replaced = NonNullable<DataSyncPair['replacedSecret']>;

/** Why the secret that was here before is still kept. */
export function replacedPairSentence(
  { protection }: Pick<DataSyncPair, 'protection'>,
  { secretMask, receivedAtMs }: Replaced,
): string {
  const which = `The secret that was here before (${secretMask}, received ${exactTime(receivedAtMs)})`;
  return protection.level === 'sessionOnly'
    ? `${which} is kept, because the new one is not stored and is gone when the app is closed.`
    : `${which} is still kept, until “${pairWords.check}” succeeds with the new one.`;
}
