// A registration as it is kept: what the Hub sent, from which everything else is read anew.
import type { JsonObject, Registration } from '#contract/registration.ts';
import { readRegistration } from '../registrations/registration.ts';

/**
 * The fields as the Hub sent them, and the names of those that were withheld. A later version of the app that reads
 * them better reads what was kept before better too.
 */
export interface KeptRegistration {
  readonly wire: JsonObject;
  readonly withheldFields: readonly string[];
}

export function keepRegistration({ wire, withheldFields }: Registration): KeptRegistration {
  return { wire, withheldFields };
}

/** The registration that was kept; null when its fields have no ID, so that it cannot be one of ours. */
export function restoreRegistration({ wire, withheldFields }: KeptRegistration): Registration | null {
  const registration = readRegistration(wire);
  // What was withheld once is not among the fields any more.
  return registration === null || withheldFields.length === 0 ? registration : { ...registration, withheldFields };
}
