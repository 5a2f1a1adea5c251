import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EditBase } from '#contract/life-cycle-inputs.ts';
import type { Registration } from '#contract/registration.ts';
import { readRegistration } from '../../../../main/core/registrations/registration.ts';
import {
  conflictOf,
  decided,
  isDecided,
  type Choices,
} from '../../../../renderer/features/registrations/edit/conflict.ts';
import { baseOf, EDIT_FIELDS, type EditTyping } from '../../../../renderer/features/registrations/edit/edit-typing.ts';
import { wireRegistration } from '../../../doubles/wire-registration.ts';

const value = fc.constantFrom('', 'a', 'b', 'c');
const base: fc.Arbitrary<EditBase> = fc.record({
  systemUrl: value,
  applicationName: value,
  applicationLabel: value,
  description: value,
  platform: value,
  productionLevel: value,
  weighting: value,
});
const typing: fc.Arbitrary<EditTyping> = fc.record({ base, typed: base, draftId: fc.constant(null) });
const side = fc.constantFrom('yours' as const, 'theirs' as const);

function registrationWith(now: EditBase): Registration {
  const sample = readRegistration(wireRegistration());
  if (sample === null) throw new Error('the sample has an ID');
  return { ...sample, ...now };
}

test('what somebody else changed is never overwritten without a choice, and nothing typed is lost against one', () => {
  fc.assert(
    fc.property(typing, base, side, (mine, now, chosen) => {
      const conflict = conflictOf(mine, registrationWith(now));
      const choices: Choices = Object.fromEntries(conflict.clashes.map(({ field }) => [field, chosen]));
      expect(isDecided(conflict, choices)).toBe(true);
      if (conflict.clashes.length > 0) expect(isDecided(conflict, {})).toBe(false);
      const result = decided(mine, conflict, choices);
      expect(result.base).toEqual(now);
      for (const field of EDIT_FIELDS) {
        const isMine = mine.typed[field] !== mine.base[field];
        const isTheirs = now[field] !== mine.base[field];
        const isClash = isMine && isTheirs && mine.typed[field] !== now[field];
        expect(conflict.clashes.some((clash) => clash.field === field)).toBe(isClash);
        if (isClash) expect(result.typed[field]).toBe(chosen === 'yours' ? mine.typed[field] : now[field]);
        else expect(result.typed[field]).toBe(isMine ? mine.typed[field] : now[field]);
      }
    }),
  );
});

test('the record as it was loaded gives no conflict', () => {
  const registration = registrationWith(baseOf(registrationWith({ ...emptyBase })));
  expect(
    conflictOf({ base: baseOf(registration), typed: { ...emptyBase, weighting: '9' }, draftId: null }, registration),
  ).toMatchObject({ clashes: [], others: [] });
});

const emptyBase: EditBase = {
  systemUrl: '',
  applicationName: '',
  applicationLabel: '',
  description: '',
  platform: '',
  productionLevel: '',
  weighting: '',
};
