import { describe, expect, it } from 'vitest';
import { rowAfterKey, scrollToShow } from '../../../../renderer/features/registrations/list/grid-keys.ts';

describe('the keys of the list', () => {
  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowUp', 5, 4],
    ['PageDown', 5, 15],
    ['PageUp', 5, 0],
    ['Home', 5, 0],
    ['End', 5, 99],
    ['ArrowDown', 99, 99],
    ['PageDown', 95, 99],
  ])('%s on row %d leads to %d', (key, index, target) => {
    expect(rowAfterKey(key, { index, count: 100, pageSize: 10 })).toBe(target);
  });

  it('leave other keys and an empty list alone', () => {
    expect(rowAfterKey('a', { index: 5, count: 100, pageSize: 10 })).toBeNull();
    expect(rowAfterKey('End', { index: 0, count: 0, pageSize: 10 })).toBeNull();
  });
});

describe('scrolling to a row', () => {
  // Ten rows of 32 are in view below the head.
  const view = { scrollTop: 320, height: 352, rowHeight: 32 };

  it.each([
    [10, null],
    [19, null],
    [9, 288],
    [20, 352],
    [0, 0],
    [100, 2912],
  ])('row %d asks for %o', (index, scrollTop) => {
    expect(scrollToShow(index, view)).toBe(scrollTop);
  });
});
