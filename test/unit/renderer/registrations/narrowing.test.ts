import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue, Registration } from '#contract/registration.ts';
import type { ListFilter } from '#contract/settings.ts';
import { NO_FILTER, staleBefore } from '../../../../renderer/app/facets.ts';
import { narrowing } from '../../../../renderer/features/registrations/list/narrowing.ts';
import { productionLevelInWords, statusWord } from '../../../../renderer/words/registration-words.ts';
import { sampleRegistration, threeRegistrations } from '../../../screens/registrations/sample-registrations.ts';

const names = (registrations: readonly Registration[]) => registrations.map(({ applicationName }) => applicationName);
const left = (filter: Partial<ListFilter>, list: readonly Registration[] = threeRegistrations, staleBeforeMs = 0) =>
  narrowing(list).narrow({ ...NO_FILTER, ...filter }, staleBeforeMs);

describe('a search', () => {
  it.each([
    ['', 3],
    ['   ', 3],
    ['reg-22952', 1],
    ['HARBOURLIGHT', 1],
    ['harbour motor', 1],
    ['harbour card', 0],
    ['emea', 1],
    ['never-shown', 0],
    ['synchronizing', 1],
    ['open-sync', 1],
    ['production', 1],
    ['user1', 3],
  ])('for “%s” leaves %d', (text, count) => {
    expect(left({ text })).toHaveLength(count);
  });

  it('keeps the order, and the very list when it narrows nothing', () => {
    expect(left({ text: 'example' })).toEqual(threeRegistrations.slice(1));
    expect(left({ text: ' ' })).toBe(threeRegistrations);
  });

  it('finds what a naive scan finds, however one types one’s way to it', () => {
    const word = fc.constantFrom('a', 'ab', 'b', 'ba', 'Ab', 'pega', 'x1', '1', 'ä', 'é');
    const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
    const wires = fc.array(
      fc.record({ ID: fc.uuid(), applicationLabel: text, platform: word, region: fc.oneof(text, fc.array(text)) }),
      { maxLength: 12 },
    );
    // Whatever is typed, taken back and pasted: each search follows on the one before it.
    fc.assert(
      fc.property(wires, fc.array(text, { minLength: 1, maxLength: 6 }), (given, searches) => {
        const list = given.map((wire) => sampleRegistration(wire));
        const { narrow } = narrowing(list);
        for (const search of searches) expect(narrow({ ...NO_FILTER, text: search }, 0)).toEqual(scan(list, search));
      }),
    );
  });

  it('finds the same while it is still being prepared, and afterwards', () => {
    const list = Array.from({ length: 7 }, (_, index) => sampleRegistration({ ID: `REG-${index}` }));
    const { narrow, prepare } = narrowing(list);
    expect(prepare(3)).toBe(true);
    expect(narrow({ ...NO_FILTER, text: 'reg-6' }, 0)).toHaveLength(1);
    expect(prepare(3)).toBe(true);
    expect(prepare(3)).toBe(false);
    expect(prepare(3)).toBe(false);
    expect(narrow({ ...NO_FILTER, text: 'reg-5' }, 0)).toHaveLength(1);
  });
});

describe('a filter', () => {
  it('leaves what is of one of the chosen statuses, platforms and levels', () => {
    expect(names(left({ statuses: ['active'] }))).toEqual(['MotorClaims']);
    expect(names(left({ statuses: ['active', 'synchronizing'] }))).toEqual(['SalesDesk3', 'MotorClaims']);
    expect(names(left({ statuses: ['unknown Quarantined'] }))).toEqual(['CardDisputes']);
    expect(names(left({ platforms: ['Pega', 'Salesforce'] }))).toEqual(['MotorClaims', 'CardDisputes']);
    expect(names(left({ productionLevels: ['2'] }))).toEqual(['SalesDesk3']);
    expect(left({ platforms: ['Pega'], productionLevels: ['2'] })).toEqual([]);
    expect(names(left({ platforms: ['Pega', 'Salesforce'], text: 'card' }))).toEqual(['CardDisputes']);
  });

  it('leaves what has sync errors', () => {
    const list = ['0', '3', '', 'many'].map((syncErrors, index) => sampleRegistration({ ID: `${index}`, syncErrors }));
    expect(left({ hasSyncErrors: true }, list)).toEqual([list[1]]);
  });

  it('leaves what should be synchronized and was not for too long', () => {
    const takenAtMs = Date.UTC(2026, 10, 20);
    const list = [
      { ID: 'fresh', status: 'Active', lastTaskSyncedDateTime: '20261119T000000.000 GMT' },
      { ID: 'quiet', status: 'Active', lastTaskSyncedDateTime: '20261101T000000.000 GMT' },
      { ID: 'never', status: 'Active', lastTaskSyncedDateTime: '' },
      { ID: 'quiet hidden', status: 'Disabled', lastTaskSyncedDateTime: '20261101T000000.000 GMT' },
      { ID: 'never hidden', status: 'Disabled', lastTaskSyncedDateTime: '' },
      { ID: 'stopped', status: 'Inactive', lastTaskSyncedDateTime: '20261101T000000.000 GMT' },
    ].map((wire) => sampleRegistration(wire));
    const stale = left({ isStale: true }, list, staleBefore(takenAtMs, 7));
    expect(stale.map(({ id }) => id)).toEqual(['quiet', 'never', 'quiet hidden']);
    expect(left({ isStale: true }, list, staleBefore(takenAtMs, 60)).map(({ id }) => id)).toEqual(['never']);
  });

  it('widens again when a choice is taken back', () => {
    const { narrow } = narrowing(threeRegistrations);
    const chosen: ListFilter = { ...NO_FILTER, statuses: ['active'], text: 'a' };
    expect(narrow(chosen, 0)).toHaveLength(1);
    expect(narrow({ ...chosen, statuses: [] }, 0)).toHaveLength(3);
  });
});

/** Every word somewhere in what the Hub sent or in what we say for its status and level; the slow way. */
function scan(list: readonly Registration[], search: string): readonly Registration[] {
  const words = search.split(' ').filter((word) => word !== '');
  return list.filter((registration) => {
    const told = [statusWord(registration.status), productionLevelInWords(registration.productionLevel)];
    const values = [...valuesOf(registration.wire), ...told].map((value) => value.toLowerCase());
    return words.every((word) => values.some((value) => value.includes(word.toLowerCase())));
  });
}

function valuesOf(value: JsonValue | JsonObject): readonly string[] {
  if (value === null) return [];
  return typeof value === 'object' ? Object.values(value).flatMap(valuesOf) : [String(value)];
}
