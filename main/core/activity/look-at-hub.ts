// Finds out at the Hub what became of a call whose outcome is unknown: does the record show what the call was to do?
import type { ActivityEntry } from '#contract/activity.ts';
import type { Bridge } from '#contract/bridge.ts';
import type { JsonObject, Registration, StatusKind } from '#contract/registration.ts';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { jsonText, readJsonObject } from '../answers/json-reading.ts';
import { REDACTED } from '../redaction/secret-names.ts';

/** Whether the call did what it was to do. Sends nothing that changes anything. */
export type LookAt = (entry: ActivityEntry) => Promise<Result<{ readonly happened: boolean }>>;

/** The Hub's clock and ours may differ by so much; a registration that is older was there before the call. */
const CLOCKS_DIFFER_BY_MS = 10 * 60_000;

/** The statuses that say that an action was done (hub-contract 2.2); a failed synchronization was begun as well. */
const SHOWN_BY: ReadonlyMap<ActivityEntry['action'], readonly StatusKind[]> = new Map([
  ['enableSync', ['synchronizing', 'active', 'hidden', 'failure']],
  ['disable', ['hidden']],
  ['enable', ['active']],
  ['deactivate', ['stopped']],
  ['reactivate', ['synchronizing', 'active', 'hidden', 'failure']],
  ['delete', ['resolved']],
]);

/** What changes nothing on a Hub, so that there is nothing to be seen of it there. */
export const ASKS_NOTHING: ReadonlySet<ActivityEntry['action']> = new Set([
  'token',
  'pairCheck',
  'handOff',
  'plainExport',
]);

type Registrations = Pick<Bridge['registrations'], 'lookUp' | 'read'>;
type Look = Result<{ readonly happened: boolean }>;

/**
 * Failures are those of reading and looking up; `registrationGone` where what became of a registration cannot be told
 * any more because it is deleted.
 */
export function hubLook(registrations: Registrations): LookAt {
  return async (entry) => {
    const { action } = entry;
    // A token request changes nothing, and a token that did not arrive is in nobody's hands.
    if (ASKS_NOTHING.has(action)) return ok({ happened: false });
    return action === 'register' ? lookForNew(registrations, entry) : lookAtRecord(registrations, entry);
  };
}

async function lookForNew({ lookUp }: Registrations, entry: ActivityEntry): Promise<Look> {
  const named = await lookUp({ hubId: entry.hubId, applicationName: entry.applicationName });
  return named.ok ? ok({ happened: named.value.some((registration) => isMadeBy(entry, registration)) }) : named;
}

async function lookAtRecord({ read }: Registrations, entry: ActivityEntry): Promise<Look> {
  const record = await read({ hubId: entry.hubId, registrationId: entry.registrationId });
  if (record.ok) return ok({ happened: shows(record.value, entry) });
  return entry.action === 'delete' && record.failure.code === 'registrationGone' ? ok({ happened: true }) : record;
}

/** Of that name there may have been one before: it does not tell that a second one was made. */
function isMadeBy(entry: ActivityEntry, { createdAtMs }: Registration): boolean {
  return createdAtMs === null || createdAtMs >= entry.atMs - CLOCKS_DIFFER_BY_MS;
}

function shows(registration: Registration, entry: ActivityEntry): boolean {
  if (entry.action === 'edit') return showsEdit(registration, entry);
  // A status that no source names tells nothing; that the record was changed since is the next best sign.
  const isTelling = registration.status.kind !== 'unknown' || entry.action === 'delete';
  if (!isTelling) return isChangedSince(registration, entry);
  return SHOWN_BY.get(entry.action)?.includes(registration.status.kind) ?? false;
}

/** Every field that was sent has the value that was sent; what was redacted cannot be compared. */
function showsEdit(registration: Registration, entry: ActivityEntry): boolean {
  const body = readJsonObject(entry.sent.slice(entry.sent.indexOf('\n') + 1));
  const sent = body.ok ? Object.entries(body.value).filter(([, value]) => !jsonText(value).includes(REDACTED)) : [];
  if (sent.length === 0) return isChangedSince(registration, entry);
  return sent.every(([name, value]) => isSame(registration.wire, name, value));
}

function isSame(wire: JsonObject, name: string, sent: JsonObject[string]): boolean {
  const now = Object.hasOwn(wire, name) ? wire[name] : undefined;
  // The Hub answers a string where it was sent a number (hub-contract Q6).
  return jsonText(now).trim() === jsonText(sent).trim();
}

function isChangedSince({ updatedAtMs }: Registration, entry: ActivityEntry): boolean {
  return updatedAtMs !== null && updatedAtMs >= entry.atMs - CLOCKS_DIFFER_BY_MS;
}
