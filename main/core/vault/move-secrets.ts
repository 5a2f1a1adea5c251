// Moves every secret to another protection, all or none: opened, sealed anew, decided in one write, then done record by record.
import type { ProtectionLevel } from '#contract/vault.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { formatSecretContent, parseSecretContent, type SecretContent } from '../credentials/secret-content.ts';
import { secretEnding } from '../credentials/secret-mask.ts';
import { AGE_BACKEND } from '../credentials/stored-secret.ts';
import type { OpenFailure, RecordStore, SealedSecret, SecretBox, StorageFailure } from '../ports.ts';
import { type HolderAt, placesIn, type SealedPlace, withMoves } from './sealed-places.ts';
import type { MovedSecret, StoredKey, StoredVault } from './stored-vault.ts';

/** A stored record with secrets in it, whatever it is about. */
export interface SealedRecord {
  /** Whether the last characters of its secrets are kept in clear beside them. */
  readonly keepsEndings: boolean;
  /** Where its secrets are not beside an id. */
  readonly holderAt?: HolderAt;
  read(): unknown;
  /** Writes the same record with secrets of another shape. */
  replace(record: unknown): Result<null, StorageFailure>;
}

/** Such a record together with what the app has of it in memory. */
export interface LiveRecord extends SealedRecord {
  /** A secret that is in memory only; null when it is gone. */
  sessionOf(holderId: string): SecretContent | null;
  /** Keeps a secret for this run; to be called when it is no longer stored. */
  keepForSession(holderId: string, content: SecretContent): void;
  /** The record was written: what memory has of it is old. */
  reread(): void;
}

export interface MovingParts {
  readonly records: readonly LiveRecord[];
  readonly box: Pick<SecretBox, 'open'>;
  readonly store: RecordStore<StoredVault>;
}

/** Where to. */
export interface Target {
  readonly level: ProtectionLevel;
  /** The passphrase's key from then on; null for none. */
  readonly key: StoredKey | null;
  /** Seals; null where nothing is protected, never asked for `sessionOnly`. */
  readonly seal: (
    plaintext: string,
  ) => Promise<Result<SealedSecret & { readonly keyFingerprint: string }, OpenFailure> | null>;
  /** Makes the key usable, at the moment at which the move is decided. */
  readonly onDecided: () => void;
}

export type MoveFailure = OpenFailure | StorageFailure | { readonly code: 'keystoreMissing' };

interface Plan {
  readonly moves: Map<string, MovedSecret>;
  /** What stays in memory only is kept there when the move is decided. */
  readonly remember: (() => void)[];
  /** What cannot be moved. */
  readonly skipped: Set<string>;
  /** How many of these are stored all the same, and nothing opens them any more. */
  left: number;
  /** How many a keystore sealed that is not there now. */
  waiting: number;
}

interface Found {
  readonly record: LiveRecord;
  readonly place: SealedPlace;
}

/** Opens and seals everything, without writing. New secrets that appear meanwhile are taken along. */
async function planMoves(parts: MovingParts, target: Target): Promise<Result<Plan, MoveFailure>> {
  const plan: Plan = { moves: new Map(), remember: [], skipped: new Set(), left: 0, waiting: 0 };
  const isOpen = ({ place: { key } }: Found): boolean => !plan.moves.has(key) && !plan.skipped.has(key);
  for (;;) {
    const found = allPlaces(parts).find((each) => isOpen(each) && !isThere(each.place, target));
    if (found === undefined) return ok(plan);
    const planned = await planOne(found, { parts, target, plan });
    if (!planned.ok) return planned;
  }
}

interface Planning {
  readonly parts: MovingParts;
  readonly target: Target;
  readonly plan: Plan;
}

async function planOne(found: Found, { parts, target, plan }: Planning): Promise<Result<null, MoveFailure>> {
  const { key } = found.place;
  const text = await textOf(found, parts);
  if (!text.ok) return planToLeave(found, text.failure, { target, plan });
  if (target.level === 'sessionOnly') {
    planToForget(found, text.value, plan);
    return ok(null);
  }
  const to = await sealedAt(target, text.value, endingAt(found, text.value));
  if (to.ok) plan.moves.set(key, to.value);
  return to.ok ? ok(null) : to;
}

/**
 * What no key opens any more is left as it is. So is what an absent keystore sealed, when the others get a passphrase:
 * where the keystore is away for good is where one is needed.
 */
function planToLeave(
  { place: { key, sealed } }: Found,
  failure: OpenFailure,
  { target, plan }: Omit<Planning, 'parts'>,
): Result<null, OpenFailure> {
  const isWaiting = failure.code === 'secretUnavailable' && target.level === 'passphrase';
  if (!isWaiting && failure.code !== 'secretUnreadable') return fail(failure);
  plan.skipped.add(key);
  if (isWaiting) plan.waiting += 1;
  // One of an earlier run that was never stored is not left anywhere.
  else if (sealed !== null) plan.left += 1;
  return ok(null);
}

function planToForget({ record, place: { key, holderId } }: Found, text: string, plan: Plan): void {
  const content = parseSecretContent(text);
  plan.moves.set(key, { level: 'sessionOnly' });
  if (content.ok && holderId !== null) plan.remember.push(() => record.keepForSession(holderId, content.value));
}

/** What is kept in clear as it was kept; of what was in memory only, what its record keeps. */
function endingAt({ record, place }: Found, text: string): string {
  if (!record.keepsEndings) return '';
  if (place.ending !== null) return place.ending;
  const content = parseSecretContent(text);
  return content.ok ? secretEnding(content.value.clientSecret) : '';
}

async function textOf({ record, place }: Found, { box }: MovingParts): Promise<Result<string, OpenFailure>> {
  if (place.sealed !== null) return box.open(place.sealed);
  const content = place.holderId === null ? null : record.sessionOf(place.holderId);
  return content === null ? fail({ code: 'secretUnreadable' }) : ok(formatSecretContent(content));
}

async function sealedAt(target: Target, text: string, ending: string): Promise<Result<MovedSecret, MoveFailure>> {
  const { level } = target;
  const sealed = await target.seal(text);
  if (sealed === null || level === 'sessionOnly') return fail({ code: 'keystoreMissing' });
  if (!sealed.ok) return sealed;
  const { ciphertext, backend, keyFingerprint } = sealed.value;
  return ok({ level, ciphertext, backend, keyFingerprint, ending });
}

function allPlaces({ records }: Pick<MovingParts, 'records'>): readonly Found[] {
  return records.flatMap((record) => placesIn(record.read(), record.holderAt).map((place) => ({ record, place })));
}

/** Whether a secret is where it shall be: a new passphrase has a new key, so nothing is there yet. */
function isThere({ sealed, hasLevel }: SealedPlace, { level }: Target): boolean {
  if (level === 'sessionOnly') return sealed === null || !hasLevel;
  return level === 'osKeystore' && sealed !== null && sealed.backend !== AGE_BACKEND;
}

/** How many secrets were moved, how many nothing opens any more, and how many wait for the keystore that sealed them. */
export type Moved = Readonly<Record<'moved' | 'left' | 'waiting', number>>;

/**
 * Moves everything. Whatever ends the app meanwhile: until the one write that decides, everything is as it was; from
 * then on `finishMoves` completes it. What no key opens any more is left as it is and counted.
 */
export async function moveSecrets(parts: MovingParts, target: Target): Promise<Result<Moved, MoveFailure>> {
  const planned = await planMoves(parts, target);
  if (!planned.ok) return planned;
  const { moves, remember, skipped, left, waiting } = planned.value;
  const { store } = parts;
  const before = store.read();
  const isKeyNeeded = allPlaces(parts).some(
    ({ place: { key, sealed } }) => sealed?.backend === AGE_BACKEND && !moves.has(key) && !skipped.has(key),
  );
  const decided = store.write({
    ...before,
    level: target.level,
    key: target.key ?? (isKeyNeeded ? before.key : null),
    moves: [...moves].map(([from, to]) => ({ from, to })),
  });
  if (!decided.ok) return decided;
  target.onDecided();
  const finished = finishMoves(parts);
  for (const record of parts.records) record.reread();
  for (const keep of remember) keep();
  return finished.ok ? ok({ moved: moves.size, left, waiting }) : finished;
}

/** Does in the records what was decided and perhaps not done. To be called at every start, before a record is used. */
export function finishMoves({
  records,
  store,
}: Pick<MovingParts, 'store'> & { readonly records: readonly SealedRecord[] }): Result<null, StorageFailure> {
  const vault = store.read();
  // A move that was cut off before it was decided may stand in the last good copy, weaker than what is in force: written over.
  const isWeakest = vault.level === 'osKeystore' && vault.key === null;
  if (vault.moves.length === 0) return isWeakest ? ok(null) : store.write(vault);
  const moves = new Map(vault.moves.map(({ from, to }) => [from, to]));
  for (const record of records) {
    const value = record.read();
    if (!placesIn(value, record.holderAt).some(({ key }) => moves.has(key))) continue;
    const replaced = record.replace(withMoves(value, { ...record, moves }));
    if (!replaced.ok) return replaced;
  }
  return store.write({ ...vault, moves: [] });
}
