import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#contract/registration.ts';
import { knownFields, otherFields } from '../../../../renderer/features/registrations/details/details-fields.ts';
import { wireRegistration } from '../../../doubles/wire-registration.ts';
import { sampleRegistration } from '../../../screens/registrations/sample-registrations.ts';

const known = (changes: JsonObject = {}) =>
  Object.fromEntries(knownFields(sampleRegistration(changes)).map((field) => [field.name, field]));

describe('the details of a registration', () => {
  it('tell a time with who did it', () => {
    expect(known()['Created']).toEqual({
      name: 'Created',
      kind: 'moment',
      atMs: Date.UTC(2021, 3, 21, 16, 47, 37, 626),
      operator: 'user1',
    });
  });

  it('show a time that cannot be read as the Hub sent it', () => {
    expect(known({ updateDateTime: 'yesterday' })['Updated']).toMatchObject({ kind: 'text', text: 'yesterday' });
    expect(known({ updateDateTime: 5 })['Updated']).toMatchObject({ text: '5' });
  });

  it('say never of a task that was never synced', () => {
    expect(known()['Last task synced']).toMatchObject({ kind: 'text', text: 'Never' });
  });

  it('name the production level, and leave an unknown one as it is', () => {
    expect(known()['Production level']).toMatchObject({ text: '2 Development' });
    expect(known({ productionLevel: 'Gold' })['Production level']).toMatchObject({ text: 'Gold' });
  });

  it('lose no field the Hub sent, whatever it is called', () => {
    fc.assert(
      // Without an ID it would be no registration at all.
      fc.property(fc.dictionary(fc.string({ minLength: 3 }), fc.jsonValue()), (extra) => {
        // SAFETY: fast-check's JsonValue is JSON.
        const more = extra as JsonObject;
        const { wire } = sampleRegistration(more);
        const documented = new Set([...Object.keys(wireRegistration())].filter((name) => name !== 'icon'));
        const names = otherFields(sampleRegistration(more)).map(({ name }) => name);
        expect(names.toSorted()).toEqual(
          Object.keys(wire)
            .filter((name) => !documented.has(name))
            .toSorted(),
        );
      }),
    );
  });
});
