// The words of data-sync pairs: the credentials with which an application sends its data to the Hub.
import type { DataSyncPair } from '#contract/life-cycle.ts';
import type { StatusKind } from '#contract/registration.ts';
import { counted, waitingTime, wholeNumber } from './numbers.ts';

export const pairWords = {
  title: 'Data-synchronization credentials',
  received: 'Received',
  clientId: 'Client ID',
  noClientId: 'The Hub sent none',
  secret: 'Client secret',
  protection: 'Protection',
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

/** How the secret is protected, as one sentence. */
export function pairProtectionSentence({ protection }: Pick<DataSyncPair, 'protection'>): string {
  switch (protection.level) {
    case 'osKeystore':
      return 'Sealed by this computer’s keystore. It is never shown in this window.';
    case 'passphrase':
      return 'Sealed behind your passphrase. It is never shown in this window.';
    case 'sessionOnly':
      return 'The secret is kept only until the app is closed. Copy it to a safe place before that.';
  }
}

/** Why the secret cannot be used now; null when it can. */
export function pairStateWords({
  secretState,
  protection,
}: Pick<DataSyncPair, 'secretState' | 'protection'>): string | null {
  if (secretState === 'locked' && protection.level === 'passphrase') {
    return 'Your passphrase protects this secret. Copy or check it, and the app asks for the passphrase.';
  }
  return STATES[secretState];
}

const STATES: Readonly<Record<DataSyncPair['secretState'], string | null>> = {
  ready: null,
  locked: 'The keystore is locked. Unlock it, then copy or check the secret: the app asks the keystore again.',
  unavailable:
    'The keystore that sealed the secret is not there in this desktop session. The secret was kept: start the keystore, then try again.',
  unreadable: 'This computer can no longer open the secret. It was left as it is.',
  forgotten: 'The secret was kept for one session only and is gone. Reactivating may give a new pair.',
};
