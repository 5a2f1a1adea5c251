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
  /** True where the level is told beside it, so that it may also not be stored at all. */
  readonly hasLevel: boolean;
}

const sealedSecret = z.looseObject({ ciphertext: z.string().min(1), backend: z.string() });
const sessionSecret = z.looseObject({ level: z.literal('sessionOnly') });
const holder = z.looseObject({ id: z.string() });

const keyOfSession = (holderId: string): string => `session ${holderId}`;

/** All secrets in a record, at any depth. */
export function placesIn(record: unknown): readonly SealedPlace[] {
  return placesUnder(record, null);
}

function placesUnder(value: unknown, holderId: string | null): readonly SealedPlace[] {
  if (Array.isArray(value)) return value.flatMap((each) => placesUnder(each, null));
  if (!isRecord(value)) return [];
  const sealed = sealedSecret.safeParse(value);
  if (sealed.success) {
    const { ciphertext, backend } = sealed.data;
    return [{ key: ciphertext, sealed: { ciphertext, backend }, holderId, hasLevel: 'level' in value }];
  }
  if (holderId !== null && sessionSecret.safeParse(value).success) {
    return [{ key: keyOfSession(holderId), sealed: null, holderId, hasLevel: true }];
  }
  return Object.entries(value).flatMap(([name, part]) => placesUnder(part, holderOf(value, name)));
}

/** The same record with every secret that moved in its new shape; everything else is as it was. */
export function withMoves(record: unknown, moves: ReadonlyMap<string, MovedSecret>): unknown {
  return moved(record, null, moves);
}

function moved(value: unknown, holderId: string | null, moves: ReadonlyMap<string, MovedSecret>): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => moved(each, null, moves));
  if (!isRecord(value)) return value;
  const [place] = placesUnder(value, holderId);
  const to = place !== undefined && isAt(value, place) ? moves.get(place.key) : undefined;
  if (to !== undefined) return inPlaceOf(value, to);
  const parts = Object.entries(value).map(([name, part]) => [name, moved(part, holderOf(value, name), moves)] as const);
  return Object.fromEntries(parts);
}

/** Whether the place is this very object, not one inside it. */
function isAt(value: Readonly<Record<string, unknown>>, { sealed, hasLevel }: SealedPlace): boolean {
  if (sealed !== null) return value['ciphertext'] === sealed.ciphertext;
  return hasLevel && value['level'] === 'sessionOnly';
}

function inPlaceOf(value: Readonly<Record<string, unknown>>, to: MovedSecret): unknown {
  if ('level' in value || to.level === 'sessionOnly') return to;
  return { ...value, ciphertext: to.ciphertext, backend: to.backend };
}

function holderOf(value: Readonly<Record<string, unknown>>, name: string): string | null {
  const parsed = holder.safeParse(value);
  if (!parsed.success) return null;
  if (name === 'secret') return parsed.data.id;
  return name === 'previousSecret' ? replacedIdOf(parsed.data.id) : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
