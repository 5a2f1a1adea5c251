// What is kept of hubs and credentials between two starts: the record's shape, and how it is read.
import { z } from 'zod';
import { clientAuthentication, hubUrlProblem } from '#contract/inputs.ts';
import type { Result } from '#contract/result.ts';
import { storedSecret } from '../credentials/stored-secret.ts';
import { type Migration, readStored, type StoredFormatProblem } from './stored-format.ts';

const text = z.string().min(1);
/** Checked again when it is read: an edited file must not make the app talk to just any address. */
export const storedAddress = z.string().refine((url) => hubUrlProblem(url) === null);

const storedCredential = z
  .strictObject({
    id: text,
    label: text,
    clientId: text,
    tokenEndpoint: storedAddress,
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
    baseUrl: storedAddress,
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
