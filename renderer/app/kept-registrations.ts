// A renewed copy mostly says the same as the one before: what did not change stays the same object, so that nothing
// that hangs on it (rows, prepared search texts) is made again.
import type { JsonObject, JsonValue, Registration, SavedCopy } from '#contract/registration.ts';

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

function isSame(one: JsonValue, other: JsonValue): boolean {
  if (one === other) return true;
  if (!isNested(one) || !isNested(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const parts = Object.entries(one);
  const others = new Map(Object.entries(other));
  return (
    parts.length === others.size &&
    parts.every(([name, part]) => {
      const counterpart = others.get(name);
      return counterpart !== undefined && isSame(part, counterpart);
    })
  );
}

function isNested(value: JsonValue): value is JsonObject | readonly JsonValue[] {
  return typeof value === 'object' && value !== null;
}
