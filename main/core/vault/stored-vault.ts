// What is kept of the protection of secrets between two starts: the level in force, the passphrase's key, unfinished moves.
import { z } from 'zod';
import type { Result } from '#contract/result.ts';
import { readStored, type StoredFormatProblem } from '../hubs/stored-format.ts';

const text = z.string().min(1);

/** A secret after a move: sealed otherwise, or no longer stored. */
const movedSecret = z.discriminatedUnion('level', [
  z
    .strictObject({
      level: z.enum(['osKeystore', 'passphrase']),
      ciphertext: text,
      backend: z.string(),
      keyFingerprint: z.string(),
      ending: z.string().max(4),
    })
    .readonly(),
  z.strictObject({ level: z.literal('sessionOnly') }).readonly(),
]);
export type MovedSecret = z.infer<typeof movedSecret>;

/**
 * The key behind the passphrase. `file` is an identity file of the age format, armored and encrypted with the passphrase:
 * `age --decrypt -i` takes it as it is.
 */
const passphraseKey = z.strictObject({ publicKey: text, file: text }).readonly();
export type StoredKey = z.infer<typeof passphraseKey>;

const storedVault = z
  .strictObject({
    formatVersion: z.literal(1),
    /** What shall keep secrets from now on. */
    level: z.enum(['osKeystore', 'passphrase', 'sessionOnly']),
    key: passphraseKey.nullable(),
    /** A random value that the keystore sealed: as long as it opens, the keystore's key is the same. */
    keystoreMark: z.strictObject({ ciphertext: text, backend: z.string() }).readonly().nullable(),
    /**
     * Moves that are decided and perhaps not done in every record: `from` is the place (sealed-places.ts). Only what the
     * new protection sealed stands here.
     */
    moves: z.array(z.strictObject({ from: text, to: movedSecret }).readonly()).readonly(),
  })
  .readonly();

/** The whole record. Level, key and moves change in one write: that is the moment at which a move is decided. */
export type StoredVault = z.infer<typeof storedVault>;

/** The record of a first start. */
export const emptyStoredVault: StoredVault = {
  formatVersion: 1,
  level: 'osKeystore',
  key: null,
  keystoreMark: null,
  moves: [],
};

/** Reads a stored record of any format up to today's. Nothing may be written over one that is `newer`. */
export function parseStoredVault(json: unknown): Result<StoredVault, StoredFormatProblem> {
  return readStored(json, { schema: storedVault, migrations: [] });
}
