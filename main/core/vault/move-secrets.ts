// Moves every secret to another protection, all or none: opened, sealed anew, decided in one write, then done record by record.
import type { ProtectionLevel } from '#contract/vault.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { parseSecretContent } from '../credentials/secret-content.ts';
import { secretEnding } from '../credentials/secret-mask.ts';
import { AGE_BACKEND } from '../credentials/stored-secret.ts';
import type { OpenFailure, RecordStore, SealedSecret, SecretBox, StorageFailure } from '../ports.ts';
import { placesIn, type SealedPlace, withMoves } from './sealed-places.ts';
import type { MovedSecret, StoredKey, StoredVault } from './stored-vault.ts';

/** A stored record with secrets in it, whatever it is about. */
export interface SealedRecord {
  read(): unknown;
  /** Writes the same record with secrets of another shape. */
  replace(record: unknown): Result<null, StorageFailure>;
}

/** The secrets that are in memory only. */
export interface SessionSecrets {
  /** The text to be sealed; null when it is gone. */
  read(holderId: string): string | null;
  /** Keeps it for this run; to be called when it is no longer stored. */
  keep(holderId: string, text: string): void;
}

export interface MovingParts {
  readonly records: readonly SealedRecord[];
  readonly session: SessionSecrets;
  readonly box: Pick<SecretBox, 'open'>;
  readonly store: RecordStore<StoredVault>;
  /** The records were written; what others hold of them in memory is old. */
  readonly onMoved: () => void;
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
  /** What stays in memory only, by the id of its record. */
  readonly remembered: Map<string, string>;
  readonly left: Set<string>;
}

/** Opens and seals everything, without writing. New secrets that appear meanwhile are taken along. */
async function planMoves(parts: MovingParts, target: Target): Promise<Result<Plan, MoveFailure>> {
  const plan: Plan = { moves: new Map(), remembered: new Map(), left: new Set() };
  const isOpen = ({ key }: SealedPlace): boolean => !plan.moves.has(key) && !plan.left.has(key);
  for (;;) {
    const place = allPlaces(parts).find((each) => isOpen(each) && !isThere(each, target));
    if (place === undefined) return ok(plan);
    const planned = await planOne(place, { parts, target, plan });
    if (!planned.ok) return planned;
  }
}

interface Planning {
  readonly parts: MovingParts;
  readonly target: Target;
  readonly plan: Plan;
}

async function planOne(place: SealedPlace, { parts, target, plan }: Planning): Promise<Result<null, MoveFailure>> {
  const text = await textOf(place, parts);
  if (!text.ok) {
    if (text.failure.code !== 'secretUnreadable') return text;
    plan.left.add(place.key);
    return ok(null);
  }
  const to =
    target.level === 'sessionOnly' ? ok({ level: 'sessionOnly' } as const) : await sealedAt(target, text.value);
  if (!to.ok) return to;
  plan.moves.set(place.key, to.value);
  if (target.level === 'sessionOnly' && place.holderId !== null) plan.remembered.set(place.holderId, text.value);
  return ok(null);
}

async function textOf(
  { sealed, holderId }: SealedPlace,
  { box, session }: MovingParts,
): Promise<Result<string, OpenFailure>> {
  if (sealed !== null) return box.open(sealed);
  const text = holderId === null ? null : session.read(holderId);
  return text === null ? fail({ code: 'secretUnreadable' }) : ok(text);
}

async function sealedAt({ level, seal }: Target, text: string): Promise<Result<MovedSecret, MoveFailure>> {
  const sealed = await seal(text);
  if (sealed === null || level === 'sessionOnly') return fail({ code: 'keystoreMissing' });
  if (!sealed.ok) return sealed;
  const content = parseSecretContent(text);
  const ending = content.ok ? secretEnding(content.value.clientSecret) : '';
  const { ciphertext, backend, keyFingerprint } = sealed.value;
  return ok({ level, ciphertext, backend, keyFingerprint, ending });
}

function allPlaces({ records }: Pick<MovingParts, 'records'>): readonly SealedPlace[] {
  return records.flatMap((record) => placesIn(record.read()));
}

/** Whether a secret is where it shall be: a new passphrase has a new key, so nothing is there yet. */
function isThere({ sealed, hasLevel }: SealedPlace, { level }: Target): boolean {
  if (level === 'sessionOnly') return sealed === null || !hasLevel;
  return level === 'osKeystore' && sealed !== null && sealed.backend !== AGE_BACKEND;
}

/**
 * Moves everything. Whatever ends the app meanwhile: until the one write that decides, everything is as it was; from
 * then on `finishMoves` completes it. What no key opens any more is left as it is and counted.
 */
export async function moveSecrets(
  parts: MovingParts,
  target: Target,
): Promise<Result<{ readonly moved: number; readonly left: number }, MoveFailure>> {
  const planned = await planMoves(parts, target);
  if (!planned.ok) return planned;
  const { moves, remembered, left } = planned.value;
  const { store } = parts;
  const before = store.read();
  const isKeyNeeded = allPlaces(parts).some(
    ({ key, sealed }) => sealed?.backend === AGE_BACKEND && !moves.has(key) && !left.has(key),
  );
  const decided = store.write({
    ...before,
    level: target.level,
    key: target.key ?? (isKeyNeeded ? before.key : null),
    moves: [...moves].map(([from, to]) => ({ from, to })),
  });
  if (!decided.ok) return decided;
  target.onDecided();
  for (const [holderId, text] of remembered) parts.session.keep(holderId, text);
  const finished = finishMoves(parts);
  parts.onMoved();
  return finished.ok ? ok({ moved: moves.size, left: left.size }) : finished;
}

/** Does in the records what was decided and perhaps not done. To be called at every start, before a record is used. */
export function finishMoves({ records, store }: Pick<MovingParts, 'records' | 'store'>): Result<null, StorageFailure> {
  const vault = store.read();
  if (vault.moves.length === 0) return ok(null);
  const moves = new Map(vault.moves.map(({ from, to }) => [from, to]));
  for (const record of records) {
    const value = record.read();
    if (!placesIn(value).some(({ key }) => moves.has(key))) continue;
    const replaced = record.replace(withMoves(value, moves));
    if (!replaced.ok) return replaced;
  }
  return store.write({ ...vault, moves: [] });
}
