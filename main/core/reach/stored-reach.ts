// What is kept of the way to the hubs between two starts: one setting for all of them, and what single ones have of their own.
import { z } from 'zod';
import { proxyInput, reachTimeouts } from '#contract/reach-inputs.ts';
import type { Result } from '#contract/result.ts';
import { storedSecret } from '../credentials/stored-secret.ts';
import { readStored, type StoredFormatProblem } from '../hubs/stored-format.ts';

const text = z.string().min(1);

const facts = z
  .strictObject({
    subject: z.string(),
    issuer: z.string(),
    validFromMs: z.number(),
    validToMs: z.number(),
    fingerprint256: text,
  })
  .readonly();

/** Public: read once from a file, or taken from what the hub showed. */
const storedCertificate = z.strictObject({ pem: text, facts }).readonly();
export type StoredCertificate = z.infer<typeof storedCertificate>;

/** Checked again when it is read: an edited file must not name an address that could not be typed. */
const isAddress = (address: string): boolean =>
  proxyInput.safeParse({ kind: 'manual', address, userName: '', password: null }).success;

const storedProxy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system') }).readonly(),
  z.strictObject({ kind: z.literal('none') }).readonly(),
  z
    .strictObject({
      kind: z.literal('manual'),
      address: z.string().refine(isAddress),
      userName: z.string(),
      /** Sealed with the proxy's own address; null when there is none. */
      password: storedSecret.nullable(),
    })
    .readonly(),
]);
export type StoredProxy = z.infer<typeof storedProxy>;

const storedClientCertificate = z
  .strictObject({
    fileName: z.string(),
    facts: facts.nullable(),
    /** Certificate, key and passphrase, sealed as one. */
    secret: storedSecret,
  })
  .readonly();

const storedScope = z
  .strictObject({
    proxy: storedProxy.nullable(),
    certificates: z.array(storedCertificate).readonly(),
    clientCertificate: storedClientCertificate.nullable(),
    timeouts: reachTimeouts.nullable(),
  })
  .readonly();

/** What is set for one hub or for all; null and empty where nothing is. */
export type StoredScope = z.infer<typeof storedScope>;

/** Any change of this shape, even one more key, is a new format with a migration. */
const storedReach = z
  .strictObject({
    formatVersion: z.literal(1),
    all: storedScope,
    /** By the hub's ID. */
    hubs: z.record(text, storedScope).readonly(),
  })
  .readonly();
export type StoredReach = z.infer<typeof storedReach>;

export const emptyScope: StoredScope = { proxy: null, certificates: [], clientCertificate: null, timeouts: null };

/** The record of a first start. */
export const emptyStoredReach: StoredReach = { formatVersion: 1, all: emptyScope, hubs: {} };

/** Reads a stored record of any format up to today's. Nothing may be written over one that is `newer`. */
export function parseStoredReach(json: unknown): Result<StoredReach, StoredFormatProblem> {
  return readStored(json, { schema: storedReach, migrations: [] });
}
