import { describe, expect, it } from 'vitest';
import { secretStateWords, type SecretKind } from '../../../../renderer/words/secret-state-words.ts';

const KINDS: readonly SecretKind[] = [
  'credential',
  'replacedSecret',
  'pair',
  'proxyPassword',
  'clientCertificate',
  'ownKey',
];
const STATES = ['locked', 'unavailable', 'unreadable', 'forgotten'] as const;
const keystore = { level: 'osKeystore' } as const;

/** What a person is told to do, by kind and state. */
const WAYS: Readonly<Record<SecretKind, Readonly<Record<(typeof STATES)[number], RegExp>>>> = {
  credential: {
    locked: /Unlock the keystore, then try again/,
    unavailable: /start the keystore, then the app again/,
    unreadable: /Import its credentials file/,
    forgotten: /^No secret is stored for this credential on this computer\. Import its credentials file/,
  },
  replacedSecret: {
    locked: /Unlock the keystore, then go back to it/,
    unavailable: /start the keystore, then the app again/,
    unreadable: /import its credentials file/,
    forgotten: /not stored on this computer any more.*import its credentials file/,
  },
  pair: {
    locked: /Unlock the keystore, then copy or check it/,
    unavailable: /start the keystore, then the app again/,
    unreadable: /hand-off file.*reactivating/,
    forgotten: /No secret is stored for this pair.*hand-off file/,
  },
  proxyPassword: {
    locked: /Unlock the keystore, then check the connection/,
    unavailable: /start the keystore, then the app again/,
    unreadable: /Enter it again/,
    forgotten: /not stored on this computer.*Enter it again/,
  },
  clientCertificate: {
    locked: /Unlock the keystore, then check the connection/,
    unavailable: /start the keystore, then the app again/,
    unreadable: /Choose its file again/,
    forgotten: /not stored on this computer.*Choose its file again/,
  },
  ownKey: {
    locked: /Unlock the keystore, then open the file/,
    unavailable: /start the keystore, then the app again/,
    unreadable: /Make a new key/,
    forgotten: /not stored on this computer.*Make a new key/,
  },
};

describe.each(KINDS)('a secret that cannot be used: %s', (kind) => {
  it.each(STATES)('says what to do when it is %s', (state) => {
    expect(secretStateWords(kind, state, keystore)?.sentence).toMatch(WAYS[kind][state]);
  });

  it('is in four states with four names and four sentences, and has nothing to say when it can be used', () => {
    const told = STATES.map((state) => secretStateWords(kind, state, keystore));
    expect(new Set(told.map((words) => words?.label)).size).toBe(4);
    expect(new Set(told.map((words) => words?.sentence)).size).toBe(4);
    expect(secretStateWords(kind, 'ready', keystore)).toBeNull();
  });

  it('behind a passphrase is unlocked, and first tried again where only the keystore is in the way', () => {
    expect(secretStateWords(kind, 'locked', { level: 'passphrase' })?.ways).toEqual(['unlock']);
    for (const state of ['locked', 'unavailable'] as const) {
      expect(secretStateWords(kind, state, keystore)?.ways).toEqual(['tryAgain', 'bringAgain']);
    }
    for (const state of ['unreadable', 'forgotten'] as const) {
      expect(secretStateWords(kind, state, keystore)?.ways).toEqual(['bringAgain']);
    }
  });
});
