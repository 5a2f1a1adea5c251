// What lies inside a hand-off file: credentials with their secrets and where each belongs, as JSON with a format version.
import { z } from 'zod';
import { clientAuthentication, hubUrl, requiredLine, someLines } from '#contract/inputs.ts';
import { HANDED_LIMIT } from '#contract/hand-off-inputs.ts';
import { momentMs } from '#contract/moments.ts';
import type { Result } from '#contract/result.ts';
import { readJson } from '../answers/json-reading.ts';
import { backupDocument } from '../backup/backup-document.ts';
import { judgeField } from '../credentials/credentials-fields.ts';
import { readStored, type StoredFormatProblem } from '../hubs/stored-format.ts';

const FORMAT = 'Fabric Registrar hand-off';
const TEXT_LIMIT = 4096;

const place = { hubName: requiredLine(80), baseUrl: hubUrl, tokenEndpoint: hubUrl, clientAuthentication };

/** As strict as for a credentials file: what passes here goes the same way. */
const clientId = z.string().refine((value) => judgeField('clientId', new Set([value])).ok);
const clientSecret = z.string().refine((value) => value !== '' && judgeField('clientSecret', new Set([value])).ok);

const handedRegistration = z
  .object({
    kind: z.literal('registration'),
    ...place,
    label: requiredLine(80),
    clientId: clientId.min(1),
    clientSecret,
    note: someLines,
    expiresAtMs: momentMs.nullable(),
  })
  .readonly();
export type HandedRegistration = z.infer<typeof handedRegistration>;

/** A pair is as a Hub sent it, which no source limits (hub-contract 3.3). */
const handedPair = z
  .object({
    kind: z.literal('dataSync'),
    ...place,
    registrationId: z.string().min(1).max(1024),
    applicationName: z.string().max(TEXT_LIMIT),
    clientId: z.string().max(TEXT_LIMIT),
    clientSecret: z.string().min(1).max(TEXT_LIMIT),
  })
  .readonly();
export type HandedPair = z.infer<typeof handedPair>;

export type HandedCredential = HandedRegistration | HandedPair;

const handOffDocument = z
  .object({
    format: z.literal(FORMAT),
    formatVersion: z.literal(1),
    madeAtMs: momentMs,
    note: someLines,
    credentials: z
      .array(z.discriminatedUnion('kind', [handedRegistration, handedPair]))
      .max(2 * HANDED_LIMIT)
      .readonly(),
    /** Hubs and settings, where the file is a whole backup. */
    backup: backupDocument.nullable(),
  })
  .readonly();
export type HandOffDocument = z.infer<typeof handOffDocument>;

/** The text that is encrypted. */
export function formatHandOff(document: Omit<HandOffDocument, 'format' | 'formatVersion'>): string {
  return `${JSON.stringify({ format: FORMAT, formatVersion: 1, ...document }, null, 2)}\n`;
}

/** Reads what {@link formatHandOff} made: all of it or nothing. */
export function parseHandOff(text: string): Result<HandOffDocument, StoredFormatProblem> {
  const json = readJson(text);
  const document: unknown = json.ok ? json.value : null;
  const isOurs = z.looseObject({ format: z.literal(FORMAT) }).safeParse(document).success;
  return isOurs
    ? readStored(document, { schema: handOffDocument, migrations: [] })
    : { ok: false, failure: 'unreadable' };
}
