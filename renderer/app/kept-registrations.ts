// A renewed copy mostly says the same as the one before: what did not change stays the same object, so that nothing
// that hangs on it (rows, prepared search texts) is made again.
import type { JsonValue, Registration, SavedCopy } from '#contract/registration.ts';

/** The new copy with the old objects wherever they say the same; for react-query's `structuralSharing`. */
export function withKeptRegistrations(old: SavedCopy | null | undefined, renewed: SavedCopy | null): SavedCopy | null {
  if (old === null || old === undefined || renewed === null) return renewed;
  const known = new Map(old.registrations.map((registration) => [registration.id, registration]));
  const registrations = renewed.registrations.map((registration) => {
    const before = known.get(registration.id);
    return before !== undefined && saysTheSame(before, registration) ? before : registration;
  });
  const isSameList =
    registrations.length === old.registrations.length &&
    registrations.every((registration, index) => registration === old.registrations[index]);
  return { ...renewed, registrations: isSameList ? old.registrations : registrations };
}

/** Everything about a registration is read from what the Hub sent, so that comparing this is enough. */
function saysTheSame(one: Registration, other: Registration): boolean {
  return isSame(one.wire, other.wire) && isSame(one.withheldFields, other.withheldFields);
}

function isSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length || Array.isArray(one) !== Array.isArray(other)) return false;
  return names.every((name) => Object.hasOwn(other, name) && isSame(Reflect.get(one, name), Reflect.get(other, name)));
}
