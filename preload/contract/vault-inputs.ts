// The inputs of the operations that protect secrets.
import { z } from 'zod';
import { problem } from './inputs.ts';

/** A passphrase is at least this long: shorter ones can be tried out even through scrypt. */
export const PASSPHRASE_MIN_LENGTH = 10;
const LIMIT = 1024;

/** A passphrase is taken as it was typed: blanks at its ends count. */
const givenPassphrase = z.string().min(1, problem('required')).max(LIMIT, problem('tooLong'));
const newPassphrase = givenPassphrase.min(PASSPHRASE_MIN_LENGTH, problem('tooShort'));

export const unlockInput = z.strictObject({ passphrase: givenPassphrase });

export const protectInput = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('osKeystore') }),
  z.strictObject({ level: z.literal('passphrase'), passphrase: newPassphrase }),
  z.strictObject({ level: z.literal('sessionOnly') }),
]);
export type ProtectInput = z.infer<typeof protectInput>;

export const changePassphraseInput = z.strictObject({ passphrase: givenPassphrase, nextPassphrase: newPassphrase });
export const shieldInput = z.strictObject({ isOn: z.boolean() });
