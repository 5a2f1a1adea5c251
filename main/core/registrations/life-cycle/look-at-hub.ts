// One look at the Hub for the record of a registration; the saved copy learns what was seen.
import type { Registration } from '#contract/registration.ts';
import { fail } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { SavedCopies } from '../../review/saved-copies.ts';
import type { OpenHub } from '../open-hub.ts';

/** What this room needs of the saved copies. */
export type Copies = Pick<SavedCopies, 'of' | 'read' | 'written'>;

/** A registration at a hub that can be asked. */
export interface Place {
  readonly hub: Pick<OpenHub, 'hubId' | 'client' | 'write'>;
  readonly registrationId: string;
}

/** Reads the record once. Failures: `registrationGone` besides those of any answer. */
export function lookAt(copies: Copies, { hub, registrationId }: Place): Promise<Result<Registration>> {
  return copies.read(hub.hubId, { registrationId, read: () => hub.client.read(registrationId) });
}

/** Takes a registration out of the saved copy that the Hub just said to be gone. Asks nobody. */
export async function leaveCopy(copies: Copies, { hub, registrationId }: Place): Promise<void> {
  const gone = fail({ code: 'registrationGone' as const });
  await copies.read(hub.hubId, { registrationId, read: () => Promise.resolve(gone) });
}

/** Whether the Hub answered that there is no such thing. */
export function isNotFound(status: number | null): boolean {
  return status === 404 || status === 410;
}
