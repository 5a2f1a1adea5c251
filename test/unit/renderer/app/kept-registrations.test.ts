import { describe, expect, it } from 'vitest';
import type { Registration } from '#contract/registration.ts';
import { withKeptRegistrations } from '../../../../renderer/app/kept-registrations.ts';
import {
  sampleCopy,
  sampleRegistration,
  threeRegistrations,
} from '../../../screens/registrations/sample-registrations.ts';

const copyOf = (registrations: readonly Registration[]) => structuredClone(sampleCopy(registrations));

describe('a renewed copy', () => {
  it('keeps the list itself when it says the same', () => {
    const old = sampleCopy();
    const kept = withKeptRegistrations(old, { ...copyOf(threeRegistrations), takenAtMs: old.takenAtMs + 1 });
    expect(kept?.takenAtMs).toBe(old.takenAtMs + 1);
    expect(kept?.registrations).toBe(old.registrations);
  });

  it('keeps what did not change, wherever it stands now', () => {
    const old = sampleCopy();
    const [first, second, third] = threeRegistrations;
    const changed = sampleRegistration({ ID: second!.id, status: 'Active' });
    const kept = withKeptRegistrations(old, copyOf([third!, changed, first!]))?.registrations;
    expect(kept?.[0]).toBe(third);
    expect(kept?.[1]).toEqual(changed);
    expect(kept?.[1]).not.toBe(second);
    expect(kept?.[2]).toBe(first);
  });

  it('notices a change deep within a field that nobody knows, and one that came or went', () => {
    const one = sampleRegistration({ more: { list: [1, { deep: 'x' }] } });
    const renewed = (wire: Parameters<typeof sampleRegistration>[0]) =>
      withKeptRegistrations(sampleCopy([one]), copyOf([sampleRegistration(wire)]))?.registrations[0];
    expect(renewed({ more: { list: [1, { deep: 'x' }] } })).toBe(one);
    expect(renewed({ more: { list: [1, { deep: 'y' }] } })).not.toBe(one);
    expect(renewed({ more: { list: { 0: 1, 1: { deep: 'x' } } } })).not.toBe(one);
    expect(renewed({})).not.toBe(one);
    expect(renewed({ more: { list: [1, { deep: 'x' }] }, another: null })).not.toBe(one);
  });

  it('is taken as it is where there was none, and none stays none', () => {
    const copy = sampleCopy();
    expect(withKeptRegistrations(undefined, copy)).toBe(copy);
    expect(withKeptRegistrations(null, copy)).toBe(copy);
    expect(withKeptRegistrations(copy, null)).toBeNull();
  });
});
