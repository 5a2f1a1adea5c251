import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Registration, SavedCopy } from '#contract/registration.ts';
import { happeningsBetween } from '../../../../../main/core/review/happening.ts';
import type { HistoryStep } from '../../../../../main/core/review/history-store.ts';
import { catchUp, copyAt, momentsOf } from '../../../../../main/core/review/past.ts';
import type { Past } from '../../../../../main/core/review/past.ts';
import { arbitraryList, said } from './arbitrary-lists.ts';
import { registration } from './registrations.ts';

const FIRST_MS = 1000;
const copy = (registrations: readonly Registration[], takenAtMs: number): SavedCopy => ({
  hubId: 'h1',
  takenAtMs,
  registrations,
});

/** The past of a hub whose lists were read a second apart. */
function pastAfter(first: readonly Registration[], ...later: readonly (readonly Registration[])[]): Past {
  let past: Past = { copy: copy(first, FIRST_MS), mark: { step: 0, sinceMs: FIRST_MS }, steps: [] };
  for (const [index, registrations] of later.entries()) {
    const atMs = FIRST_MS * (index + 2);
    const happenings = happeningsBetween(past.copy.registrations, registrations, atMs);
    const { step, sinceMs } = past.mark;
    const told: HistoryStep = { first: step + 1, last: step + 1, sinceMs, atMs, takenAtMs: atMs, happenings };
    past =
      happenings.length === 0
        ? { ...past, copy: copy(registrations, atMs) }
        : {
            copy: copy(registrations, atMs),
            mark: { step: told.last, sinceMs: atMs },
            steps: [...past.steps, told],
          };
  }
  return past;
}
const [none, a, b, both] = [
  [],
  [registration('A')],
  [registration('A', 'new')],
  [registration('A', 'new'), registration('B')],
];

test('any list of any past is rebuilt as it was', () => {
  fc.assert(
    fc.property(arbitraryList, fc.array(arbitraryList, { maxLength: 6 }), (first, later) => {
      const past = pastAfter(first, ...later);
      for (const [index, registrations] of [first, ...later].entries()) {
        const rebuilt = copyAt(past, FIRST_MS * (index + 1));
        expect(rebuilt && said(rebuilt.registrations)).toEqual(said(registrations));
        const justBeforeTheNext = copyAt(past, FIRST_MS * (index + 2) - 1);
        expect(justBeforeTheNext && said(justBeforeTheNext.registrations)).toEqual(said(registrations));
      }
      expect(copyAt(past, FIRST_MS - 1)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('a copy that was written before any part of its history catches up with it', () => {
  fc.assert(
    fc.property(arbitraryList, fc.array(arbitraryList, { maxLength: 6 }), fc.nat(), (first, later, cut) => {
      const written = pastAfter(first, ...later.slice(0, cut % (later.length + 1)));
      const now = pastAfter(first, ...later);
      const missed = now.steps.filter(({ first: number }) => number > written.mark.step);
      const caughtUp = catchUp(written.copy, written.mark, missed);
      expect(said(caughtUp.copy.registrations)).toEqual(said(now.copy.registrations));
      expect(caughtUp.mark).toEqual(now.mark);
    }),
    { numRuns: 300 },
  );
});

describe('the moments of a hub', () => {
  test('are when it changed, newest first, and when the app first read it', () => {
    expect(momentsOf(pastAfter(a))).toEqual([1000]);
    expect(momentsOf(pastAfter(a, a, b, b, both))).toEqual([5000, 3000, 1000]);
  });

  test('end where a step is missing, and nothing before it is made up', () => {
    const past = pastAfter(none, a, b, both);
    const torn = { ...past, steps: past.steps.filter(({ last }) => last !== 2) };
    expect(momentsOf(torn)).toEqual([4000, 3000]);
    expect(copyAt(torn, 3000)?.registrations).toEqual(b);
    expect(copyAt(torn, 2999)).toBeNull();
  });

  test('begin anew when the last step of the history is not the one before now', () => {
    const past = pastAfter(none, a, b);
    expect(momentsOf({ ...past, mark: { step: 7, sinceMs: 9000 } })).toEqual([9000]);
  });
});

describe('a rebuilt copy', () => {
  const past = pastAfter(a, b, b, both, both);
  test.each([
    ['now', 9999, 5000],
    ['between the last change and the last look', 4500, 4000],
    ['at a change', 2000, 2000],
    ['a while after a change', 3999, 2000],
    ['at the beginning', 1999, 1000],
  ])('%s is told as of the look that showed it', (_when, atMs, takenAtMs) => {
    expect(copyAt(past, atMs)?.takenAtMs).toBe(takenAtMs);
  });
});

describe('a copy that lacks steps', () => {
  test('of which one is missing stays as it is, and its mark joins no step to come', () => {
    const past = pastAfter(none, a, b, both);
    const written = pastAfter(none, a);
    expect(catchUp(written.copy, written.mark, past.steps.slice(2))).toEqual({
      copy: written.copy,
      mark: { step: 4, sinceMs: 2000 },
    });
  });

  test('has the time of the list that it would have stood on', () => {
    const written = pastAfter(none);
    const past = pastAfter(none, a, b);
    expect(catchUp(written.copy, written.mark, past.steps).copy.takenAtMs).toBe(3000);
  });
});
