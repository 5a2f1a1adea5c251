import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, Registration } from '#contract/registration.ts';
import { readRegistration } from '../../../../../main/core/registrations/registration.ts';
import { foldHistory, isBeat } from '../../../../../main/core/review/fold-history.ts';
import { happeningsBetween } from '../../../../../main/core/review/happening.ts';
import type { HistoryStep } from '../../../../../main/core/review/history-store.ts';
import { copyAt, momentsOf } from '../../../../../main/core/review/past.ts';
import type { Past } from '../../../../../main/core/review/past.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';
import { arbitraryList, said } from './arbitrary-lists.ts';

type List = readonly Registration[];

/** List number n was read at n seconds; the first is number 1. */
function pastOf(lists: readonly [List, ...List[]]): Past {
  const steps: HistoryStep[] = [];
  let sinceMs = 1000;
  for (const [index, list] of lists.entries()) {
    const atMs = 1000 * (index + 1);
    const happenings = happeningsBetween(lists[index - 1] ?? list, list, atMs);
    if (happenings.length === 0) continue;
    const number = steps.length + 1;
    steps.push({ first: number, last: number, sinceMs, atMs, takenAtMs: atMs, happenings });
    sinceMs = atMs;
  }
  const copy = { hubId: 'h1', takenAtMs: 1000 * lists.length, registrations: lists.at(-1) ?? [] };
  return { copy, mark: { step: steps.length, sinceMs }, steps };
}
const folded = (past: Past, anythingBeforeMs: number, beatsBeforeMs = anythingBeforeMs): Past => ({
  ...past,
  steps: foldHistory(past.steps, { anythingBeforeMs, beatsBeforeMs }),
});
const saidAt = (past: Past, atMs: number) => {
  const copy = copyAt(past, atMs);
  return copy && said(copy.registrations);
};
const happened = (past: Past) =>
  past.steps.map(({ happenings }) => happenings.map(({ id, kind, folded: count }) => `${id} ${kind} ${count}`));

function read(changes: JsonObject): Registration {
  const registration = readRegistration(wireRegistration({ ID: 'A', ...changes }));
  if (registration === null) throw new Error('That is no registration');
  return registration;
}
const synced = (second: number, more: JsonObject = {}) =>
  read({ lastTaskSyncedDateTime: `20261123T0900${10 + second}.000 GMT`, ...more });

test('folding loses no entry, and leaves every moment that it leaves as it was', () => {
  const someLists = fc.tuple(arbitraryList, arbitraryList, arbitraryList, arbitraryList, arbitraryList, arbitraryList);
  fc.assert(
    fc.property(someLists, fc.integer({ min: 0, max: 7 }), (lists, horizon) => {
      const past = pastOf(lists);
      const small = folded(past, horizon * 1000, 0);
      const count = ({ steps }: Past) =>
        steps.flatMap(({ happenings }) => happenings).reduce((sum, one) => sum + one.folded, 0);
      expect(count(small)).toBe(count(past));
      expect(momentsOf(past)).toEqual(expect.arrayContaining([...momentsOf(small)]));
      for (const atMs of momentsOf(small)) expect(saidAt(small, atMs)).toEqual(saidAt(past, atMs));
      expect(folded(small, horizon * 1000, 0).steps).toBe(small.steps);
    }),
    { numRuns: 300 },
  );
});

describe('what is older than it has to be kept in full', () => {
  const lists: [List, ...List[]] = [
    [read({ weighting: '1' })],
    [read({ weighting: '2', status: 'Active' })],
    [read({ weighting: '3', status: 'Active' }), read({ ID: 'B' })],
    [read({ weighting: '4', status: 'Active' })],
  ];

  test('becomes one entry a registration, with the values before the first change and after the last', () => {
    const small = folded(pastOf(lists), 4000);
    expect(happened(small)).toEqual([
      ['A changed 2', 'B appeared 1'],
      ['A changed 1', 'B disappeared 1'],
    ]);
    expect(small.steps[0]).toMatchObject({ first: 1, last: 2, sinceMs: 1000, atMs: 3000 });
    expect(small.steps[0]?.happenings[0]?.fields).toEqual([
      { field: 'status', before: 'Open-SyncProgress', after: 'Active' },
      { field: 'weighting', before: '1', after: '3' },
    ]);
    expect(momentsOf(small)).toEqual([4000, 3000, 1000]);
  });

  test('is told of one that came and went, though nothing of it is left', () => {
    const small = folded(pastOf(lists), 9000);
    expect(happened(small)).toEqual([['A changed 3', 'B disappeared 2']]);
    expect(saidAt(small, 1000)).toEqual(said(lists[0]));
  });

  test('is told of one that went and came back', () => {
    const small = folded(pastOf([[read({ weighting: '1' })], [], [read({ weighting: '2' })]]), 9000);
    expect(happened(small)).toEqual([['A changed 2']]);
    expect(small.steps[0]?.happenings[0]?.fields).toEqual([{ field: 'weighting', before: '1', after: '2' }]);
  });

  test('is told with the last operator that the Hub named', () => {
    const updated = (second: number, updateOperator: string) =>
      read({ updateDateTime: `20261123T0900${10 + second}.000 GMT`, updateOperator });
    const past = pastOf([[updated(1, 'a')], [updated(2, 'b')], [{ ...updated(2, 'b'), ...synced(3) }]]);
    expect(folded(past, 9000).steps[0]?.happenings[0]?.operator).toBe('user2');
    expect(folded(pastOf([[updated(1, 'a')], [updated(2, 'b')], []]), 9000).steps[0]?.happenings[0]?.operator).toBe(
      'b',
    );
  });

  test('is not folded across a step that is missing', () => {
    const past = pastOf(lists);
    const torn = { ...past, steps: past.steps.filter(({ last }) => last !== 2) };
    expect(folded(torn, 9000).steps).toBe(torn.steps);
  });
});

describe('signs that an application synchronizes', () => {
  test('are changes of nothing but the times the Hub notes', () => {
    const isOne = (before: Registration, after: Registration) =>
      happeningsBetween([before], [after], 1).map((happening) => isBeat(happening));
    expect(isOne(synced(1), synced(2))).toEqual([true]);
    expect(isOne(synced(1), synced(2, { updateDateTime: '20261123T090000.000 GMT' }))).toEqual([true]);
    expect(isOne(synced(1), synced(2, { syncErrors: '1' }))).toEqual([false]);
    expect(isOne(synced(1), synced(1, { updateOperator: 'areks1' }))).toEqual([false]);
    expect(happeningsBetween([], [synced(1)], 1).map(isBeat)).toEqual([false]);
  });

  test('go into the next one long before anything else is folded, unless something else happened in between', () => {
    const past = pastOf([
      [synced(1)],
      [synced(2)],
      [synced(3)],
      [synced(3, { status: 'Active' })],
      [synced(4, { status: 'Active' })],
      [synced(5, { status: 'Active' })],
      [synced(6, { status: 'Active' })],
    ]);
    const small = folded(past, 0, 7000);
    expect(happened(small)).toEqual([['A changed 2'], ['A changed 1'], ['A changed 2'], ['A changed 1']]);
    expect(small.steps.map(({ first, last }) => [first, last])).toEqual([
      [1, 2],
      [3, 3],
      [4, 5],
      [6, 6],
    ]);
    for (const atMs of momentsOf(small)) expect(saidAt(small, atMs)).toEqual(saidAt(past, atMs));
  });

  test('of one registration do not take the steps of others with them', () => {
    const other = (weighting: string) => read({ ID: 'B', weighting });
    const past = pastOf([
      [synced(1), other('1')],
      [synced(2), other('2')],
      [synced(3), other('2')],
    ]);
    expect(happened(folded(past, 0, 9000))).toEqual([['B changed 1'], ['A changed 2']]);
  });
});
