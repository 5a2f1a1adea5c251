// Where secrets stand in stored records, found by their shape: so that no record, today's or a later one, is forgotten when
// all secrets move to another protection.
import { z } from 'zod';
import { replacedIdOf } from '../credentials/credential-vault.ts';
import type { SealedSecret } from '../ports.ts';
import type { MovedSecret } from './stored-vault.ts';

/** One secret in a record. `key` is the ciphertext, or names the holder of one that is not stored. */
export interface SealedPlace {
  readonly key: string;
  /** null for a secret of this run only. */
  readonly sealed: SealedSecret | null;
  /** The id under which its vault knows it; null for one that stands elsewhere. */
  readonly holderId: string | null;
  /** The last characters that are kept in clear; null where the record does not say. */
  readonly ending: string | null;
  /** True where the level is told beside it, so that it may also not be stored at all. */
  readonly hasLevel: boolean;
}

/** Under which id its vault knows the secret at a path, the parts of which lead from the record to it; null for none. */
export type HolderAt = (path: readonly string[], parent: object) => string | null;

const sealedSecret = z.looseObject({
  ciphertext: z.string().min(1),
  backend: z.string(),
  ending: z.string().nullable().default(null),
});
const sessionSecret = z.looseObject({ level: z.literal('sessionOnly') });
const holder = z.looseObject({ id: z.string() });

/** As credentials, pairs and keys have it: `secret` and `previousSecret` beside an `id`. */
const holderBesideId: HolderAt = (path, parent) => {
  const parsed = holder.safeParse(parent);
  if (!parsed.success) return null;
  if (path.at(-1) === 'secret') return parsed.data.id;
  return path.at(-1) === 'previousSecret' ? replacedIdOf(parsed.data.id) : null;
};

interface Spot {
  readonly value: object;
  readonly path: readonly string[];
  readonly holderId: string | null;
}

/** All secrets in a record, at any depth. */
export function placesIn(record: unknown, holderAt: HolderAt = holderBesideId): readonly SealedPlace[] {
  if (typeof record !== 'object' || record === null) return [];
  return placesUnder({ value: record, path: [], holderId: null }, holderAt);
}

function placesUnder(spot: Spot, holderAt: HolderAt): readonly SealedPlace[] {
  const place = placeAt(spot);
  return place === null ? partsOf(spot, holderAt).flatMap((part) => placesUnder(part, holderAt)) : [place];
}

/** The secret that this very object is; null for every other one. */
function placeAt({ value, holderId }: Spot): SealedPlace | null {
  const sealed = sealedSecret.safeParse(value);
  if (sealed.success) {
    const { ciphertext, backend, ending } = sealed.data;
    return { key: ciphertext, sealed: { ciphertext, backend }, holderId, ending, hasLevel: 'level' in value };
  }
  if (holderId === null || !sessionSecret.safeParse(value).success) return null;
  return { key: `session ${holderId}`, sealed: null, holderId, ending: null, hasLevel: true };
}

function partsOf({ value, path }: Spot, holderAt: HolderAt): readonly Spot[] {
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    typeof part === 'object' && part !== null ? [spotIn(value, [...path, name], { part, holderAt })] : [],
  );
}

function spotIn(parent: object, path: readonly string[], found: { part: object; holderAt: HolderAt }): Spot {
  return { value: found.part, path, holderId: found.holderAt(path, parent) };
}

export interface Moving {
  readonly moves: ReadonlyMap<string, MovedSecret>;
  readonly holderAt?: HolderAt;
}

/** The same record with every secret that moved in its new shape; everything else is as it was. */
export function withMoves(record: unknown, { moves, holderAt = holderBesideId }: Moving): unknown {
  if (typeof record !== 'object' || record === null) return record;
  return moved({ value: record, path: [], holderId: null }, { moves, holderAt });
}

function moved(spot: Spot, moving: Required<Moving>): unknown {
  const place = placeAt(spot);
  const to = place === null ? undefined : moving.moves.get(place.key);
  if (to !== undefined) return inPlaceOf(spot.value, to);
  if (place !== null) return spot.value;
  const parts = new Map(partsOf(spot, moving.holderAt).map((part) => [part.path.at(-1), moved(part, moving)]));
  const next = (name: string, part: unknown): unknown => (parts.has(name) ? parts.get(name) : part);
  if (Array.isArray(spot.value)) return spot.value.map((part: unknown, index) => next(String(index), part));
  return Object.fromEntries(
    Object.entries(spot.value).map(([name, part]: [string, unknown]) => [name, next(name, part)]),
  );
}

function inPlaceOf(value: object, to: MovedSecret): unknown {
  if ('level' in value || to.level === 'sessionOnly') return to;
  return { ...value, ciphertext: to.ciphertext, backend: to.backend };
}
