// The NewId port: 122 random bits from the system's generator, safe in file names and addresses.
import { randomUUID } from 'node:crypto';
import type { NewId } from '../core/ports.ts';

export const randomId: NewId = () => randomUUID();
