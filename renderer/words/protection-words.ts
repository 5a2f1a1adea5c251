// Which protection holds a secret, in plain words.
import type { Protection } from '#contract/credentials.ts';

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
  switch (protection.level) {
    case 'osKeystore':
      return `The secret will be sealed by ${keystoreName(protection.backend)} and stored only on this computer.`;
    case 'passphrase':
      return 'The secret will be sealed with the key behind your passphrase and stored only on this computer.';
    case 'sessionOnly':
      return 'The secret is kept in memory for this session only. After quitting, import the file again.';
  }
}

/** The same for a secret that is kept already, in a few words. */
export function protectionLabel(protection: Protection): string {
  switch (protection.level) {
    case 'osKeystore':
      return `Sealed by ${keystoreName(protection.backend)}`;
    case 'passphrase':
      return 'Sealed behind your passphrase';
    case 'sessionOnly':
      return 'Kept for this session only';
  }
}

/** What the keystores of single platforms do differently from the others. */
const KEYSTORE_SCOPES: Readonly<Record<string, string>> = {
  dpapi: 'Protects against other users and a stolen disk; not against other programs that you run.',
  keychain:
    'Protects against other users and a stolen disk; macOS asks you before another program that you run gets it.',
  // It is not known yet which one there is, if any.
  '': 'Where there is one, protects against other users and a stolen disk; while the keystore is open, not against other programs that you run.',
};
const OTHER_SCOPE =
  'Protects against other users and a stolen disk; while the keystore is open, not against other programs that you run.';

/** What a protection keeps away and what it does not, in one sentence. */
export function protectionScope({ level, backend }: Pick<Protection, 'level' | 'backend'>): string {
  switch (level) {
    case 'osKeystore':
      return KEYSTORE_SCOPES[backend] ?? OTHER_SCOPE;
    case 'passphrase':
      return 'Protects against everyone without the passphrase, also with this computer in hand; while unlocked, not against programs that read this app’s memory.';
    case 'sessionOnly':
      return 'Nothing is written to the disk; the secret is gone when the app is closed.';
  }
}

/** What was found when the keystore was asked for. */
export function keystoreSentence(protection: Protection): string {
  return protection.level === 'osKeystore'
    ? `There is one: secrets are sealed by ${keystoreName(protection.backend)}.`
    : 'There is none that protects anything now, so secrets last for this session only. A passphrase keeps them longer.';
}

/** The key that sealed a secret, to tell whether two secrets have the same one; null when it is not known. */
export function keyFingerprintWords({ keyFingerprint = '' }: Protection): string | null {
  return keyFingerprint === '' ? null : `key ${keyFingerprint}`;
}
