import { describe, expect, it } from 'vitest';
import { byteSize, counted, waitingTime, wholeNumber } from '../../../../renderer/words/numbers.ts';
import { exactTime, moment, momentLookedBackTo, relativeTime } from '../../../../renderer/words/time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Noon, so that no time zone moves it to another day. */
const now = new Date(2026, 10, 23, 12, 0).getTime();

describe('a relative time', () => {
  it.each([
    [0, 'just now'],
    [59_000, 'just now'],
    [MINUTE, '1 min ago'],
    [59 * MINUTE, '59 min ago'],
    [2 * HOUR + 30 * MINUTE, '2 h ago'],
    [23.9 * HOUR, '23 h ago'],
    [3 * DAY, '3 d ago'],
    [29.9 * DAY, '29 d ago'],
    [-30_000, 'just now'],
    [-2 * HOUR, 'in 2 h'],
  ])('%d ms before now is %s', (ageMs, words) => {
    expect(relativeTime(now - ageMs, now)).toBe(words);
  });

  it('becomes a day after a month, with the year once that is another one', () => {
    expect(relativeTime(new Date(2026, 3, 21, 12).getTime(), now)).toBe('21 Apr');
    expect(relativeTime(new Date(2021, 3, 21, 12).getTime(), now)).toBe('21 Apr 2021');
  });
});

describe('a moment', () => {
  it('is a time of the clock today, and has its day before that', () => {
    expect(moment(new Date(2026, 10, 23, 9, 5).getTime(), now)).toBe('09:05');
    expect(moment(new Date(2026, 10, 20, 14, 2).getTime(), now)).toBe('20 Nov, 14:02');
    expect(moment(new Date(2025, 10, 20, 14, 2).getTime(), now)).toBe('20 Nov 2025, 14:02');
  });

  it('is named by its weekday when it is looked back to within a week', () => {
    expect(momentLookedBackTo(new Date(2026, 10, 23, 9, 5).getTime(), now)).toBe('09:05');
    expect(momentLookedBackTo(new Date(2026, 10, 18, 14, 2).getTime(), now)).toBe('Wednesday 14:02');
    expect(momentLookedBackTo(new Date(2026, 10, 16, 14, 2).getTime(), now)).toBe('16 Nov, 14:02');
  });

  it('has an exact form with seconds and time zone', () => {
    expect(exactTime(new Date(2021, 3, 21, 16, 47, 37).getTime())).toMatch(/^21 Apr 2021, 16:47:37 \S+$/);
  });
});

describe('numbers', () => {
  it('separates thousands and counts nouns', () => {
    expect(wholeNumber(1204)).toBe('1,204');
    expect(counted(0, 'registration')).toBe('0 registrations');
    expect(counted(1, 'registration')).toBe('1 registration');
  });

  it.each([
    [0, '0 bytes'],
    [1023, '1,023 bytes'],
    [65_536, '64 KB'],
    [65_537, '65 KB'],
    [3_400_000, '3.2 MB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(byteSize(bytes)).toBe(words);
  });

  it.each([
    [0, '1 second'],
    [0.4, '1 second'],
    [30, '30 seconds'],
    [119, '119 seconds'],
    [121, '3 minutes'],
    [86_400, '24 hours'],
  ])('a wait of %d s is %s', (seconds, words) => {
    expect(waitingTime(seconds)).toBe(words);
  });
});
