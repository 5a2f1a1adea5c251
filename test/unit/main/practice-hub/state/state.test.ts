import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RegistrationStore } from '../../../../../main/practice-hub/registrations/registration-store.ts';
import { seedRegistrations } from '../../../../../main/practice-hub/seed/seed.ts';
import { clientsFor, firstState, parseState } from '../../../../../main/practice-hub/state/state.ts';

const OPERATOR = { operator: 'practice1', accessGroup: 'PPF:Configurators' };

function someState() {
  const store = new RegistrationStore({ seeded: seedRegistrations(12, 0), changes: undefined, clock: () => 0 });
  for (const registration of store.list()) store.put(registration);
  return { ...firstState(12, 0), registrationClients: clientsFor([OPERATOR], []), registrations: store.changes() };
}

describe('the state of a practice hub', () => {
  it('comes back from its file as it was', () => {
    const state = someState();
    expect(parseState(JSON.stringify(state))).toEqual(state);
  });

  it('is recognised before the first change, too', () => {
    const state = firstState(12, 0);
    expect(parseState(JSON.stringify(state))).toEqual(state);
  });

  it.each([
    ['an empty file', ''],
    ['a torn file', JSON.stringify(someState()).slice(0, -20)],
    ['a later format', JSON.stringify({ ...someState(), formatVersion: 2 })],
    ['a short key', JSON.stringify({ ...someState(), rootKey: 'ab' })],
    [
      'an unknown status',
      JSON.stringify(someState()).replace('"status":"pendingActivation"', '"status":"somethingElse"'),
    ],
    ['a system URL that is none', JSON.stringify(someState()).replace(/"systemUrl":"[^"]*"/, '"systemUrl":"x"')],
  ])('is not recognised in %s', (_name, text) => {
    expect(parseState(text)).toBeUndefined();
  });

  it('is looked for in any text without a throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseState(text)).toBeUndefined();
      }),
    );
  });

  it('keeps the client of a known operator and gives a new operator a new one', () => {
    const [first] = clientsFor([OPERATOR], []);
    if (first === undefined) throw new Error('The operator got no client.');
    const again = clientsFor(
      [
        { ...OPERATOR, accessGroup: 'PPF:Other' },
        { ...OPERATOR, operator: 'practice2' },
      ],
      [first],
    );
    expect(again[0]).toEqual({ ...first, accessGroup: 'PPF:Other' });
    expect(again[1]?.clientId).not.toBe(first.clientId);
  });
});
