import fc from 'fast-check';
import { expect, test } from 'vitest';
import { happeningsBetween } from '../../../../../main/core/review/happening.ts';
import type { HistoryStep } from '../../../../../main/core/review/history-store.ts';
import { historyLine, lastStepOf, parseHistoryLine } from '../../../../../main/core/review/stored-history.ts';
import { arbitraryList } from './arbitrary-lists.ts';
import { registration } from './registrations.ts';

const stepOf = (happenings: HistoryStep['happenings']): HistoryStep => ({
  first: 7,
  last: 9,
  sinceMs: 1000,
  atMs: 2000,
  takenAtMs: 1500,
  happenings,
});

test('a step comes back from its line as it was', () => {
  fc.assert(
    fc.property(arbitraryList, arbitraryList, fc.nat(9), (before, after, more) => {
      const happenings = happeningsBetween(before, after, 2000 + more).map((one) => ({ ...one, folded: 1 + more }));
      const step = stepOf(happenings);
      const line = historyLine(step);
      expect(line).not.toContain('\n');
      expect(parseHistoryLine(line)).toEqual(step);
      expect(lastStepOf(line.slice(0, 64))).toBe(9);
    }),
  );
});

test('the names of withheld fields are kept', () => {
  const secretive = { ...registration('A'), withheldFields: ['clientSecret'] };
  const step = stepOf(happeningsBetween([secretive], [], 2000));
  expect(parseHistoryLine(historyLine(step))?.happenings[0]?.record?.withheldFields).toEqual(['clientSecret']);
});

test('what is not understood is no step', () => {
  const line = historyLine(stepOf(happeningsBetween([], [registration('A')], 2000)));
  for (const strange of [
    '',
    'x',
    '{}',
    line.slice(0, -1),
    line.replace('"v":1', '"v":2'),
    line.replace('name', 'nam'),
  ]) {
    expect(parseHistoryLine(strange)).toBeNull();
  }
  expect(lastStepOf('{"v":2,"steps":[1,2]')).toBeNull();
});
