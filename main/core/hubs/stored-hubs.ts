// What is kept of hubs and credentials between two starts: the record's shape, and how it is read.
import { z } from 'zod';
import { reminderStep } from '#contract/credential-inputs.ts';
import { clientAuthentication, hubUrlProblem } from '#contract/inputs.ts';
import type { Result } from '#contract/result.ts';
import { storedSecret } from '../credentials/stored-secret.ts';
import { usesAndReminders } from './hubs-format-2.ts';
import { endsOfReplaced } from './hubs-format-3.ts';
import { type Migration, readStored, type StoredFormatProblem } from './stored-format.ts';
import { storedMoment, storedMomentAlways } from './stored-moments.ts';

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
    savedAtMs: storedMomentAlways,
    secret: storedSecret,
    /** The secret that was replaced: kept until the one in its place has worked once. */
    previousSecret: storedSecret.nullable(),
    /** The end that was noted of that one. */
    previousExpiresAtMs: storedMoment,
    note: z.string(),
    /** When the Hub is expected to refuse the secret, as the person noted it. */
    expiresAtMs: storedMoment,
    /** The last reminder of that date which the person took away. */
    dismissedReminder: reminderStep.nullable(),
    /** When it last got a token; null when it never did. */
    lastUsedAtMs: storedMoment,
    /** Whom the last token that said so spoke for; '' when none did. */
    lastOperator: z.string(),
    lastAccessGroup: z.string(),
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

/** What is kept of a credential that was never used and of which nothing was noted. */
export const untouched = {
  previousSecret: null,
  previousExpiresAtMs: null,
  note: '',
  expiresAtMs: null,
  dismissedReminder: null,
  lastUsedAtMs: null,
  lastOperator: '',
  lastAccessGroup: '',
} as const satisfies Partial<StoredCredential>;

/** Any change of this shape, even one more key, is a new format with a migration. */
const storedHubs = z
  .strictObject({
    formatVersion: z.literal(3),
    hubs: z
      .array(storedHub)
      .readonly()
      .refine((hubs) => haveNoTwins(hubs.map((hub) => hub.id)))
      .refine((hubs) => haveNoTwins(hubs.flatMap((hub) => hub.credentials.map((credential) => credential.id)))),
  })
  .readonly();

/** The whole record. Ids are unique; the credential in use is one of its hub's, and null only when there are none. */
export type StoredHubs = z.infer<typeof storedHubs>;

const migrations: readonly Migration[] = [usesAndReminders, endsOfReplaced];

/** The record of a first start. */
export const emptyStoredHubs: StoredHubs = { formatVersion: 3, hubs: [] };

/** Reads a stored record of any format up to today's. Nothing may be written over one that is `newer`. */
export function parseStoredHubs(json: unknown): Result<StoredHubs, StoredFormatProblem> {
  return readStored(json, { schema: storedHubs, migrations });
}
