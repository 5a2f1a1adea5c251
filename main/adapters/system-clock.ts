// The Clock port: the machine's own clock.
import type { Clock } from '../core/ports.ts';

export const systemClock: Clock = { nowMs: () => Date.now() };
