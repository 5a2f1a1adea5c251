// The Pause and Chance ports: time that passes, and dice.
import { setTimeout } from 'node:timers/promises';
import type { Chance, Pause } from '../core/manners/manners-ports.ts';

export const pause: Pause = (ms) => setTimeout(ms);

export const chance: Chance = () => Math.random();
