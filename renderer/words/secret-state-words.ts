// Why a kept secret cannot be used now, and the way out: four states of every kind of secret, each with its own.
import type { Protection, SecretState } from '#contract/credentials.ts';

export type SecretKind = 'credential' | 'replacedSecret' | 'pair' | 'proxyPassword' | 'clientCertificate' | 'ownKey';

/** What can be done: give the passphrase, ask what keeps it once more, bring the secret again. */
export type SecretWay = 'unlock' | 'tryAgain' | 'bringAgain';

export interface SecretStateWords {
  readonly label: string;
  readonly sentence: string;
  /** The first one is the one to try first. */
  readonly ways: readonly SecretWay[];
}

interface KindWords {
  /** As it stands in a sentence. */
  readonly it: string;
  /** What is done once the keystore is there. */
  readonly again: string;
  readonly absent: string;
  /** How a new one comes in its place. */
  readonly anew: string;
}

const KINDS: Readonly<Record<SecretKind, KindWords>> = {
  credential: {
    it: 'the secret',
    again: 'try again',
    absent: 'No secret is stored for this credential on this computer.',
    anew: 'Import its credentials file.',
  },
  replacedSecret: {
    it: 'the earlier secret',
    again: 'go back to it',
    absent: 'The earlier secret is not stored on this computer any more.',
    anew: 'If the Hub wants it again, import its credentials file.',
  },
  pair: {
    it: 'the secret',
    again: 'copy or check it',
    absent: 'No secret is stored for this pair on this computer.',
    anew: 'Ask whoever has it for a hand-off file. If nobody has it, deactivating and reactivating the registration may give a new pair.',
  },
  proxyPassword: {
    it: 'the password',
    again: 'check the connection',
    absent: 'The password is not stored on this computer.',
    anew: 'Enter it again.',
  },
  clientCertificate: {
    it: 'the client certificate',
    again: 'check the connection',
    absent: 'The client certificate’s key is not stored on this computer.',
    anew: 'Choose its file again.',
  },
  ownKey: {
    it: 'the secret half of your key',
    again: 'open the file that was made for it',
    absent: 'The secret half of your key is not stored on this computer.',
    anew: 'Make a new key and give its public half to your colleagues.',
  },
};

/** Null when it can be used. Touches nothing: the state is what is known so far. */
export function secretStateWords(
  kind: SecretKind,
  state: SecretState,
  { level }: Pick<Protection, 'level'>,
): SecretStateWords | null {
  const { it, again, absent, anew } = KINDS[kind];
  switch (state) {
    case 'ready':
      return null;
    case 'locked':
      return level === 'passphrase'
        ? { label: 'Locked', sentence: `Your passphrase protects ${it}. Unlock it to go on.`, ways: ['unlock'] }
        : {
            label: 'Locked',
            sentence: `The keystore is locked, and with it ${it}. Unlock the keystore, then ${again}; if it still counts as locked, start the app again.`,
            ways: ['tryAgain', 'bringAgain'],
          };
    case 'unavailable':
      return { label: 'Temporarily unavailable', sentence: unavailable(it, level), ways: ['tryAgain', 'bringAgain'] };
    case 'unreadable':
      return {
        label: 'Cannot be opened any more',
        sentence: `No key on this computer opens ${it}. It was left as it is. ${anew}`,
        ways: ['bringAgain'],
      };
    case 'forgotten':
      return { label: 'Not stored', sentence: `${absent} ${anew}`, ways: ['bringAgain'] };
  }
}

/** The keystore is looked for once a run; what a passphrase protects is unavailable only where the record of its key cannot be read. */
function unavailable(it: string, level: Protection['level']): string {
  return level === 'passphrase'
    ? `The record of how secrets are protected cannot be read by this version of the app, or not by you. Nothing was lost, and ${it} was kept: update the app, or mend the file’s rights, then start the app again.`
    : `The keystore that sealed ${it} is not there in this desktop session. Nothing was lost: start the keystore, then the app again.`;
}

/** Whether a secret is lost: nothing that is done on this computer brings it back. */
export function isLost(state: SecretState): boolean {
  return state === 'unreadable' || state === 'forgotten';
}
