import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, Registration } from '#contract/registration.ts';
import { readRegistration } from '../../../../../main/core/registrations/registration.ts';
import { happeningsBetween, redo, undo } from '../../../../../main/core/review/happening.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';
import { arbitraryList, said } from './arbitrary-lists.ts';

function read(changes: JsonObject): Registration {
  const registration = readRegistration(wireRegistration({ ID: 'A', ...changes }));
  if (registration === null) throw new Error('That is no registration');
  return registration;
}
const between = (before: readonly Registration[], after: readonly Registration[]) =>
  happeningsBetween(before, after, 5000);

describe('what happened between two lists', () => {
  test('is nothing when they say the same', () => {
    const reordered = Object.fromEntries(Object.entries(wireRegistration({ ID: 'A' })).reverse());
    expect(between([read({})], [read(reordered)])).toEqual([]);
  });

  test('is that one appeared, by the operator who created it', () => {
    expect(between([], [read({ createOperator: 'areks1' })])).toMatchObject([
      {
        atMs: 5000,
        id: 'A',
        applicationName: 'SalesDesk3',
        kind: 'appeared',
        operator: 'areks1',
        fields: [],
        folded: 1,
      },
    ]);
    expect(between([], [read({ createOperator: '' })])).toMatchObject([{ operator: null }]);
  });

  test('is that one disappeared, by nobody the Hub names', () => {
    expect(between([read({})], [])).toMatchObject([{ kind: 'disappeared', operator: null, id: 'A' }]);
  });

  test('is that fields changed, told by their names on the wire, also those that came or went', () => {
    const same = { ID: 'A', applicationName: 'SalesDesk3' };
    const before = readRegistration({ ...same, status: 'Active', zone: { at: ['north'] }, icon: 'old' });
    const after = readRegistration({ ...same, status: 'Inactive', zone: { at: ['south'] }, note: null });
    expect(before && after && between([before], [after])[0]?.fields).toEqual([
      { field: 'status', before: 'Active', after: 'Inactive' },
      { field: 'zone', before: { at: ['north'] }, after: { at: ['south'] } },
      { field: 'icon', before: 'old' },
      { field: 'note', after: null },
    ]);
  });

  test('was done by the operator who updated it, if it was updated since', () => {
    const before = read({ syncErrors: '0', updateOperator: 'areks1', updateDateTime: '20261123T090000.000 GMT' });
    const updated = { updateOperator: 'areks1', updateDateTime: '20261123T100000.000 GMT' };
    expect(between([before], [read({ ...before.wire, syncErrors: '3' })])[0]?.operator).toBeNull();
    expect(between([before], [read({ ...before.wire, ...updated })])[0]?.operator).toBe('areks1');
    expect(between([before], [read({ ...before.wire, ...updated, updateOperator: '' })])[0]?.operator).toBeNull();
  });
});

test('what happened between any two lists, done to the first gives the second, and undone to that the first', () => {
  fc.assert(
    fc.property(arbitraryList, arbitraryList, (before, after) => {
      const happenings = between(before, after);
      const registrations = new Map(before.map((one) => [one.id, one]));
      for (const happening of happenings) redo(registrations, happening);
      expect(said(registrations.values())).toEqual(said(after));
      for (const happening of happenings.toReversed()) undo(registrations, happening);
      expect(said(registrations.values())).toEqual(said(before));
      expect(between([...registrations.values()], before)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
