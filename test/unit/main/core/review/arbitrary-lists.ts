// Lists of registrations as no Hub would send them: fields come and go, and hold anything JSON can hold.
import fc from 'fast-check';
import type { JsonObject, JsonValue, Registration } from '#contract/registration.ts';
import { readRegistration } from '../../../../../main/core/registrations/registration.ts';

const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<JsonValue>('', 'a', 'b', null, 1, true) },
  // SAFETY: fast-check makes nothing but JSON values here.
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue> },
);
const fieldName = fc.constantFrom('status', 'updateDateTime', 'updateOperator', 'weighting', '__proto__', 'toString');
const fields = fc
  .uniqueArray(fc.tuple(fieldName, value), { selector: ([name]) => name, maxLength: 5 })
  .map((entries): JsonObject => Object.fromEntries(entries));

const registration = fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fields).map(([id, more]) => {
  const read = readRegistration(Object.fromEntries([...Object.entries(more), ['ID', id]]));
  if (read === null) throw new Error('It has an ID');
  return read;
});

export const arbitraryList: fc.Arbitrary<readonly Registration[]> = fc.uniqueArray(registration, {
  selector: ({ id }) => id,
  maxLength: 5,
});

/** What a list says, whatever the order of its registrations and of their fields. */
export function said(registrations: Iterable<Registration>): ReadonlyMap<string, string> {
  const sorted = [...registrations].sort((one, other) => (one.id < other.id ? -1 : 1));
  return new Map(sorted.map(({ id, wire }) => [id, sortedText(wire)]));
}

/** The text of a JSON value, the same for all orders of fields. */
function sortedText(json: JsonValue | undefined): string {
  if (Array.isArray(json)) return `[${json.map(sortedText).join()}]`;
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const entries = Object.entries(json).map(([name, item]) => `${JSON.stringify(name)}:${sortedText(item)}`);
  return `{${entries.sort().join()}}`;
}
