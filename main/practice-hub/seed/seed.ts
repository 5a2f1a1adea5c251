/** The registrations a practice hub is born with: the hand-written ones first, then as many generated ones as asked for. */
import { pseudoRandom } from './pseudo-random.ts';
import type { PseudoRandom } from './pseudo-random.ts';
import { FIRST_ID_NUMBER } from '../registrations/registration-store.ts';
import type { Registration } from '../registrations/registration.ts';
import { sketchGenerated } from './seed-generator.ts';
import { SHOWN_SKETCHES, UNSHOWN_SKETCHES } from './seed-registrations.ts';
import type { SeedSketch } from './seed-sketch.ts';

/** How many registrations a list shows at first, unless another number is asked for. */
export const USUAL_SEED_COUNT = SHOWN_SKETCHES.length;

/** The most registrations a practice hub is made for. */
export const LARGEST_SEED_COUNT = 100_000;

const DAY_MS = 86_400_000;
const RANDOM_START = 20_210_421;

/**
 * Gives the registrations of a practice hub first started at a moment (milliseconds since 1970). The same count and moment
 * give the same registrations. The API shows `count` of them; two that it never shows come on top, unless `count` is 0.
 */
export function seedRegistrations(count: number, firstStartMs: number): readonly Registration[] {
  const random = pseudoRandom(RANDOM_START);
  const shown = Array.from({ length: count }, (_, index) => SHOWN_SKETCHES[index] ?? sketchGenerated(index, random));
  const sketches = count === 0 ? [] : [...shown, ...UNSHOWN_SKETCHES];
  return sketches.map((sketch, index) => toRegistration(sketch, { index, firstStartMs, random }));
}

interface Birth {
  readonly index: number;
  readonly firstStartMs: number;
  readonly random: PseudoRandom;
}

function toRegistration(sketch: SeedSketch, { index, firstStartMs, random }: Birth): Registration {
  const { daysAgo, createdBy, ...rest } = sketch;
  const at = (days: number): number => firstStartMs - Math.round(days * DAY_MS);
  const hasPair = !['pendingDetails', 'pendingActivation', 'resolved'].includes(sketch.status);
  return {
    ...rest,
    id: `REG-${FIRST_ID_NUMBER + index}`,
    clientId: hasPair ? twentyDigits(random) : '',
    secretGeneration: hasPair ? 1 : 0,
    synchronizedAtMs: null,
    closedResources: [],
    lastTaskSyncedAtMs: daysAgo.lastTask === null ? null : at(daysAgo.lastTask),
    createdAtMs: at(daysAgo.created),
    createdBy,
    updatedAtMs: at(daysAgo.updated),
    updatedBy: createdBy,
  };
}

function twentyDigits(random: PseudoRandom): string {
  const tenDigits = (): string => String(Math.floor(random.next() * 1e10)).padStart(10, '0');
  return tenDigits() + tenDigits();
}
