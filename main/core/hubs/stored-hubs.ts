// What is kept of hubs and credentials between two starts: the record's shape, and how it is read.
import { z } from 'zod';
import { clientAuthentication, hubUrlProblem } from '#contract/inputs.ts';
import type { Result } from '#contract/result.ts';
import { type Migration, readStored, type StoredFormatProblem } from './stored-format.ts';

const text = z.string().min(1);
/** Checked again when it is read: an edited file must not make the app talk to just any address. */
const hubUrl = z.string().refine((url) => hubUrlProblem(url) === null);

/**
 * A secret as far as it is stored. `ending` is the last four characters in clear, for the mask: the mask is shown
 * offline and before the keystore is touched, and people tell secrets apart by it; of Pega's 32 hexadecimal digits
 * it leaves 112 bits unknown. Of a secret that the system does not protect, nothing at all is stored.
 */
const storedSecret = z.discriminatedUnion('level', [
  z
    .strictObject({ level: z.literal('osKeystore'), ciphertext: text, backend: z.string(), ending: z.string().max(4) })
    .readonly(),
  z.strictObject({ level: z.literal('sessionOnly') }).readonly(),
]);
export type StoredSecret = z.infer<typeof storedSecret>;

const storedCredential = z
  .strictObject({
    id: text,
    label: text,
    clientId: text,
    tokenEndpoint: hubUrl,
    clientAuthentication,
    savedAtMs: z.number(),
    secret: storedSecret,
  })
  .readonly();
export type StoredCredential = z.infer<typeof storedCredential>;

const storedHub = z
  .strictObject({
    id: text,
    name: text,
    baseUrl: hubUrl,
    isPracticeHub: z.boolean(),
    credentialInUseId: text.nullable(),
    credentials: z.array(storedCredential).readonly(),
  })
  .readonly()
  .refine(({ credentials, credentialInUseId }) =>
    credentialInUseId === null
      ? credentials.length === 0
      : credentials.some((credential) => credential.id === credentialInUseId),
  );
export type StoredHub = z.infer<typeof storedHub>;

const haveNoTwins = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** Any change of this shape, even one more key, is a new format with a migration. */
const storedHubs = z
  .strictObject({
    formatVersion: z.literal(1),
    hubs: z
      .array(storedHub)
      .readonly()
      .refine((hubs) => haveNoTwins(hubs.map((hub) => hub.id)))
      .refine((hubs) => haveNoTwins(hubs.flatMap((hub) => hub.credentials.map((credential) => credential.id)))),
  })
  .readonly();

/** The whole record. Ids are unique; the credential in use is one of its hub's, and null only when there are none. */
export type StoredHubs = z.infer<typeof storedHubs>;

const migrations: readonly Migration[] = [];

/** The record of a first start. */
export const emptyStoredHubs: StoredHubs = { formatVersion: 1, hubs: [] };

/** Reads a stored record of any format up to today's. Nothing may be written over one that is `newer`. */
export function parseStoredHubs(json: unknown): Result<StoredHubs, StoredFormatProblem> {
  return readStored(json, { schema: storedHubs, migrations });
}
