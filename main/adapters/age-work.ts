// What is done with the age library: the only file that knows it. Runs here, or in a worker where a passphrase is stretched.
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { AgeKey, AgeKeyPair, AgeLock, AgeTrouble } from '../core/ports.ts';

/** The library's words for a file that is in order and was made for somebody else. */
const NO_MATCH = 'no identity matched';
const ARMOR_BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';

/** A passphrase alone makes it slow: scrypt with a work factor of 2^18, about a second. */
export async function ageEncrypt(plaintext: Uint8Array, lock: AgeLock): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  if (lock.kind === 'passphrase') encrypter.setPassphrase(lock.passphrase);
  else for (const recipient of lock.recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(plaintext);
}

/** Opens a binary or an armored file. Whatever the library throws is one of two troubles. */
export async function ageDecrypt(file: Uint8Array, key: AgeKey): Promise<Result<Uint8Array, AgeTrouble>> {
  try {
    const decrypter = new Decrypter();
    if (key.kind === 'passphrase') decrypter.addPassphrase(key.passphrase);
    else for (const identity of key.identities) decrypter.addIdentity(identity);
    return ok(await decrypter.decrypt(unarmored(file)));
  } catch (error: unknown) {
    return fail(error instanceof Error && error.message.includes(NO_MATCH) ? 'wrongKey' : 'damaged');
  }
}

export async function ageKeyPair(): Promise<AgeKeyPair> {
  const identity = await generateX25519Identity();
  return { identity, publicKey: await identityToRecipient(identity) };
}

export function isAgeRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

export function ageArmor(file: Uint8Array): string {
  return armor.encode(file);
}

/** The binary file inside an armored one. */
function unarmored(file: Uint8Array): Uint8Array {
  const head = new TextDecoder().decode(file.subarray(0, 200)).trimStart();
  return head.startsWith(ARMOR_BEGIN) ? armor.decode(new TextDecoder().decode(file)) : file;
}
