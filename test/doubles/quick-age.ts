// The age files of the app with a key derivation that takes no time: for tests that derive hundreds of keys.
import { Encrypter } from 'age-encryption';
import { ageArmor, ageDecrypt, ageEncrypt, ageKeyPair, isAgeRecipient } from '../../main/adapters/age-work.ts';
import type { AgeFiles } from '../../main/core/ports.ts';

const QUICK = 2;

export const quickAge: AgeFiles = {
  encrypt(plaintext, lock) {
    if (lock.kind === 'recipients') return ageEncrypt(plaintext, lock);
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(QUICK);
    encrypter.setPassphrase(lock.passphrase);
    return encrypter.encrypt(plaintext);
  },
  decrypt: ageDecrypt,
  makeKeyPair: ageKeyPair,
  isRecipient: (text) => Promise.resolve(isAgeRecipient(text)),
  armor: (file) => Promise.resolve(ageArmor(file)),
};
