import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePegaTime } from '../../../../preload/contract/pega-time.ts';

/** As the samples have it: `20210421T164737.626 GMT`. */
const write = (timeMs: number) => new Date(timeMs).toISOString().replace(/[-:]/g, '').replace('Z', ' GMT');

describe('Pega’s date-times', () => {
  test('are read as the samples have them', () => {
    expect(parsePegaTime('20210421T164737.626 GMT')).toBe(Date.UTC(2021, 3, 21, 16, 47, 37, 626));
  });

  test('come back as they were written, for any time of four-digit years', () => {
    const time = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31, 23, 59, 59, 999) });
    fc.assert(
      fc.property(time, (timeMs) => {
        expect(parsePegaTime(write(timeMs))).toBe(timeMs);
      }),
    );
  });

  test.each([
    ['20210421T164737 GMT', 0],
    ['20210421T164737.6 GMT', 600],
    ['20210421T164737.626123 GMT', 626],
    ['20210421T164737.626', 626],
    ['  20210421t164737.626gmt ', 626],
    ['20210421T164737.626Z', 626],
    ['2021-04-21T16:47:37.626Z', 626],
    ['2021-04-21T18:47:37.626+02:00', 626],
  ])('are read leniently: %j', (text, milliseconds) => {
    expect(parsePegaTime(text)).toBe(Date.UTC(2021, 3, 21, 16, 47, 37, milliseconds));
  });

  test.each([
    '',
    ' ',
    'never',
    '1',
    '20210421',
    '20210231T000000.000 GMT',
    '20211301T000000.000 GMT',
    '20210421T250000.000 GMT',
    '00000421T000000.000 GMT',
    '2021-04-21T16:47:37',
    '2021-99-99T16:47:37Z',
  ])('are none: %j', (text) => {
    expect(parsePegaTime(text)).toBeNull();
  });

  test('make nothing throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parsePegaTime(text)));
    fc.assert(fc.property(fc.stringMatching(/^\d{8}T\d{6}(\.\d{0,9})? ?(GMT)?$/), (text) => void parsePegaTime(text)));
  });
});
