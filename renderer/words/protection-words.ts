// Which protection holds a secret, and what state a kept secret is in, in plain words.
import type { Protection, SecretState } from '#contract/credentials.ts';

/** The keystores by the names their platforms give them (contract: Protection.backend). */
const keystores: readonly (readonly [prefix: string, name: string])[] = [
  ['keychain', 'the macOS Keychain'],
  ['dpapi', 'Windows data protection (DPAPI)'],
  ['gnome', 'GNOME Keyring'],
  ['kwallet', 'KWallet'],
];

/** The keystore's own name, as it stands in a sentence. */
function keystoreName(backend: string): string {
  const known = keystores.find(([prefix]) => backend.toLowerCase().startsWith(prefix));
  return known === undefined ? 'this computer’s keystore' : known[1];
}

/** What will hold a secret that is about to be saved. */
export function protectionSentence(protection: Protection): string {
  return protection.level === 'osKeystore'
    ? `The secret will be sealed by ${keystoreName(protection.backend)} and stored only on this computer.`
    : 'This computer has no keystore, so the secret is kept in memory for this session only. After quitting, import the file again.';
}

/** The same for a secret that is kept already, in a few words. */
export function protectionLabel(protection: Protection): string {
  return protection.level === 'osKeystore'
    ? `Sealed by ${keystoreName(protection.backend)}`
    : 'Kept for this session only';
}

/** Why a kept secret cannot be used now, and what to do about it; null when it can be used. */
export const secretStateWords: Readonly<
  Record<SecretState, { readonly label: string; readonly sentence: string } | null>
> = {
  ready: null,
  locked: {
    label: 'Locked',
    sentence: 'The keystore is locked. Unlock it and test the connection, or import the file again.',
  },
  unreadable: {
    label: 'Unreadable',
    sentence: 'This computer can no longer open the saved secret. It was left as it is. Import the file again.',
  },
  forgotten: {
    label: 'Forgotten',
    sentence: 'The secret was kept for one session only and is gone. Import the file again.',
  },
};
