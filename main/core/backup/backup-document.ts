// The backup as it lies in a file: hubs, the names of their credentials, the ways to them, and settings. No secret has a place in it.
import { z } from 'zod';
import { clientAuthentication, hubUrl, requiredLine, someLines } from '#contract/inputs.ts';
import { momentMs } from '#contract/moments.ts';
import type { Settings } from '#contract/settings.ts';
import type { Result } from '#contract/result.ts';
import { readStored, type StoredFormatProblem } from '../hubs/stored-format.ts';
import type { StoredHub } from '../hubs/stored-hubs.ts';
import { parseStoredSettings } from '../settings/stored-settings.ts';
import { backedUpWays, waysOfAll } from './backed-up-ways.ts';
import type { HubWays } from './hub-ways.ts';

const FORMAT = 'Fabric Registrar backup';
/** More than anybody has, so that what was written can be read; how large the file is counts besides. */
const HUBS_LIMIT = 10_000;
const CREDENTIALS_LIMIT = 10_000;

const backedUpCredential = z
  .object({
    label: requiredLine(80),
    clientId: requiredLine(1024),
    tokenEndpoint: hubUrl,
    clientAuthentication,
    note: someLines,
    expiresAtMs: momentMs.nullable(),
    /** Missing in older files. */
    isInUse: z.boolean().default(false),
  })
  .readonly();

const backedUpHub = z
  .object({
    name: requiredLine(80),
    baseUrl: hubUrl,
    credentials: z.array(backedUpCredential).max(CREDENTIALS_LIMIT).readonly(),
    ...backedUpWays,
  })
  .readonly();
export type BackedUpHub = z.infer<typeof backedUpHub>;

/** As tolerant as for the settings of this computer: what is missing is the app's own choice. */
function readSettings(json: unknown, context: z.RefinementCtx): Settings {
  const read = parseStoredSettings({ formatVersion: 1, settings: json });
  if (read.ok) return read.value.settings;
  context.addIssue({ code: 'custom', message: 'invalid' });
  return z.NEVER;
}

/** What a later version of the app adds is left out when this one reads it. */
export const backupDocument = z
  .object({
    format: z.literal(FORMAT),
    formatVersion: z.literal(1),
    madeAtMs: momentMs,
    hubs: z.array(backedUpHub).max(HUBS_LIMIT).readonly(),
    settings: z.unknown().transform(readSettings),
    /** What is set for all hubs. */
    reach: waysOfAll,
  })
  .readonly();
export type BackupDocument = z.infer<typeof backupDocument>;

interface BackedUp {
  readonly hubs: readonly StoredHub[];
  readonly settings: Settings;
  readonly ways: Pick<HubWays, 'of'>;
  readonly madeAtMs: number;
}

/** The document. The practice hub stays out: it belongs to this computer. */
export function backupOf({ hubs, settings, ways, madeAtMs }: BackedUp): BackupDocument {
  return {
    format: FORMAT,
    formatVersion: 1,
    madeAtMs,
    hubs: hubs
      .filter(({ isPracticeHub }) => !isPracticeHub)
      .map(({ id, name, baseUrl, credentials, credentialInUseId }) => ({
        name,
        baseUrl,
        credentials: credentials.map((each) => ({ ...withoutSecret(each), isInUse: each.id === credentialInUseId })),
        ...ways.of(id),
      })),
    settings,
    reach: ways.of(null),
  };
}

/** Field by field, so that nothing that is stored one day gets into a file by itself. */
function withoutSecret(
  credential: StoredHub['credentials'][number],
): Omit<BackedUpHub['credentials'][number], 'isInUse'> {
  const { label, clientId, tokenEndpoint, clientAuthentication: authentication, note, expiresAtMs } = credential;
  return { label, clientId, tokenEndpoint, clientAuthentication: authentication, note, expiresAtMs };
}

/** Whether parsed JSON says that it is a backup, of whatever version and in whatever state. */
export function isBackup(json: unknown): boolean {
  return z.looseObject({ format: z.literal(FORMAT) }).safeParse(json).success;
}

/** Reads what {@link backupOf} made, out of parsed JSON. */
export function parseBackup(json: unknown): Result<BackupDocument, StoredFormatProblem> {
  return isBackup(json)
    ? readStored(json, { schema: backupDocument, migrations: [] })
    : { ok: false, failure: 'unreadable' };
}
