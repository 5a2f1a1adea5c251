/**
 * Makes client IDs and client secrets. Secrets are derived from one root key and never kept: the same key, client and
 * generation give the same secret again, so nothing on disk but the credentials file contains one.
 */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A new root key: 32 random bytes in hexadecimal. */
export function newRootKey(): string {
  return randomBytes(32).toString('hex');
}

/** A new client ID in the Hub's shape: 20 digits, the first not 0 (hub contract 3.3, section 7). */
export function newClientId(): string {
  return String(randomInt(1, 10)) + Array.from({ length: 19 }, () => String(randomInt(10))).join('');
}

/** The secret of a client in its n-th generation, in the Hub's shape: 32 upper-case hexadecimal digits (hub contract 7). */
export function deriveSecret(rootKey: string, clientId: string, generation: number): string {
  const code = createHmac('sha256', Buffer.from(rootKey, 'hex')).update(`${clientId}/${generation}`);
  return code.digest('hex').slice(0, 32).toUpperCase();
}

/** Compares two secrets in a time that does not depend on where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
