// What is kept of a secret between two starts, whichever record it stands in.
import { z } from 'zod';

const text = z.string().min(1);

/** What every sealed secret tells of itself. The fingerprint of its key is missing where it was sealed before they were kept. */
const sealed = {
  ciphertext: text,
  backend: z.string(),
  ending: z.string().max(4),
  keyFingerprint: z.string().optional(),
};

/**
 * A secret as far as it is stored. `ending` is the last four characters in clear, for the mask: the mask is shown
 * offline and before the keystore is touched, and people tell secrets apart by it; of Pega's 32 hexadecimal digits
 * it leaves 112 bits unknown. Of a secret that the system does not protect, nothing at all is stored.
 */
export const storedSecret = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('osKeystore'), ...sealed }).readonly(),
  z.strictObject({ level: z.literal('passphrase'), ...sealed }).readonly(),
  z.strictObject({ level: z.literal('sessionOnly') }).readonly(),
]);
export type StoredSecret = z.infer<typeof storedSecret>;

/** What a passphrase protects is sealed by this, wherever a backend is named: a file in the age format. */
export const AGE_BACKEND = 'age';

interface TwoSecrets {
  readonly secret: StoredSecret;
  /** What the secret replaced. */
  readonly previousSecret: StoredSecret | null;
}

/** Whether what was replaced is all that would be left after this run. */
export function isOnlyPreviousStored({ secret, previousSecret }: TwoSecrets): boolean {
  return secret.level === 'sessionOnly' && previousSecret !== null && previousSecret.level !== 'sessionOnly';
}
