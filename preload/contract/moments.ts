// A moment as it crosses the border and as it is kept: always one that a date can be, so that every one can be shown.
import { z } from 'zod';

/** What a date can be in JavaScript (ECMA-262, time values). */
const LAST_TIME_MS = 8_640_000_000_000_000;

/** Whole milliseconds since the epoch. */
export const momentMs = z.number().int().min(0).max(LAST_TIME_MS);
