import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, daysLeft, endOf, reminderOf, stepAt } from '../../../../renderer/features/credentials/expiry.ts';

const DAY_MS = 86_400_000;
const END = endOf('2026-12-31') ?? 0;

describe('a day', () => {
  it('ends with its last millisecond, where the person is', () => {
    expect(new Date(END + 1)).toEqual(new Date(2027, 0, 1));
  });

  it('is the same day again', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(1970, 0, 2), max: new Date(9999, 11, 30), noInvalidDate: true }), (date) => {
        const day = dayOf(date.getTime());
        expect(dayOf(endOf(day))).toBe(day);
      }),
    );
  });

  it('may be none', () => {
    expect(dayOf(null)).toBe('');
    expect(endOf(' ')).toBeNull();
  });

  it.each(['2026-02-31', '2026-13-01', '31.12.2026', '26-1-1', 'tomorrow'])('that is none is not taken: %s', (text) => {
    expect(endOf(text)).toBeNaN();
  });
});

describe('the reminder that is due', () => {
  it.each([
    [30.1, null],
    [30, 30],
    [7.1, 30],
    [7, 7],
    [1.1, 7],
    [1, 1],
    [0, 1],
    [-0.1, 0],
  ])('with %s days left is %s', (days, step) => {
    expect(stepAt(END, END - days * DAY_MS)).toBe(step);
  });

  it('is not shown once it, or a later one, was taken away', () => {
    const at = (days: number, dismissedReminder: 30 | 7 | 1 | 0 | null) =>
      reminderOf({ expiresAtMs: END, dismissedReminder }, END - days * DAY_MS);
    expect(at(5, null)).toBe(7);
    expect(at(5, 30)).toBe(7);
    expect(at(5, 7)).toBeNull();
    // A clock that was set back.
    expect(at(5, 1)).toBeNull();
    expect(at(-5, 1)).toBe(0);
    expect(at(-5, 0)).toBeNull();
  });

  it('is none without an end', () => {
    expect(reminderOf({ expiresAtMs: null, dismissedReminder: null }, END)).toBeNull();
  });

  it('counts whole days, and none below zero', () => {
    expect(daysLeft(END, END - 2.5 * DAY_MS)).toBe(2);
    expect(daysLeft(END, END + DAY_MS)).toBe(0);
  });
});
