// Moments in a stored record: one that no date can be is no reason to give the whole record up.
import { z } from 'zod';
import { momentMs } from '#contract/moments.ts';

const kept = (value: number | null): number | null => (momentMs.safeParse(value).success ? value : null);

/** Milliseconds since the epoch; an impossible number counts as none. */
export const storedMoment = z.number().nullable().transform(kept);

/** The same where there always is one; an impossible number counts as the beginning of time. */
export const storedMomentAlways = z.number().transform((value) => kept(value) ?? 0);
