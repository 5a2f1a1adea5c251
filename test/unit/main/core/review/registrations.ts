// Registrations and copies of them for tests of what is kept.
import type { Registration, SavedCopy } from '#contract/registration.ts';
import { readRegistration } from '../../../../../main/core/registrations/registration.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';

/** A registration that can be told from others with the same ID by its description. */
export function registration(id: string, description = ''): Registration {
  const read = readRegistration(wireRegistration({ ID: id, applicationDescription: description }));
  if (read === null) throw new Error(`${id} is no ID`);
  return read;
}

export function copyOf(hubId: string, ...registrations: readonly Registration[]): SavedCopy {
  return { hubId, takenAtMs: 1, registrations };
}

/** `REG-1:seen` for each. */
export function summary(copy: SavedCopy | null): readonly string[] | null {
  return copy?.registrations.map(({ id, description }) => `${id}:${description}`) ?? null;
}
