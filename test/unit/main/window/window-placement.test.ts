import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import { emptyStoredPlacement, parseStoredPlacement, placementFor } from '../../../../main/window/window-placement.ts';
import type { Rectangle } from '../../../../main/window/window-placement.ts';

const LAPTOP: Rectangle = { x: 0, y: 0, width: 1366, height: 728 };
const BESIDE: Rectangle = { x: 1366, y: -200, width: 1920, height: 1080 };
const stored = (bounds: Rectangle) => ({ ...emptyStoredPlacement, bounds });

describe('the window opens', () => {
  it('in its usual size at the first start, smaller on a small display', () => {
    expect(placementFor(emptyStoredPlacement, [BESIDE])).toEqual({ width: 1280, height: 800 });
    expect(placementFor(emptyStoredPlacement, [LAPTOP])).toEqual({ width: 1280, height: 728 });
  });

  it('where it was, also on the second display', () => {
    const before = { x: 1500, y: -100, width: 1000, height: 700 };
    expect(placementFor(stored(before), [LAPTOP, BESIDE])).toEqual(before);
  });

  it('in the middle when the display it was on is gone', () => {
    const before = { x: 1500, y: -100, width: 1000, height: 700 };
    expect(placementFor(stored(before), [LAPTOP])).toEqual({ width: 1280, height: 728 });
  });

  it.each([
    [{ x: 1300, y: 100, width: 1000, height: 600 }],
    [{ x: -950, y: 100, width: 1000, height: 600 }],
    [{ x: 100, y: 720, width: 1000, height: 600 }],
    [{ x: 100, y: -30, width: 1000, height: 600 }],
  ])('in the middle when nobody could take hold of it at %j', (before) => {
    expect(placementFor(stored(before), [LAPTOP])).toEqual({ width: 1280, height: 728 });
  });

  it('no larger than its display and no smaller than its page, whatever was stored', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 });
    const size = fc.integer({ min: 1, max: 10_000 });
    const rectangle = fc.record({ x: number, y: number, width: size, height: size });
    fc.assert(
      fc.property(rectangle, (before) => {
        const { width, height, x, y } = placementFor(stored(before), [LAPTOP, BESIDE]);
        expect(width).toBeGreaterThanOrEqual(800);
        expect(height).toBeGreaterThanOrEqual(560);
        expect(width).toBeLessThanOrEqual(1920);
        expect(height).toBeLessThanOrEqual(1080);
        expect(x === undefined).toBe(y === undefined);
      }),
    );
  });
});

it('what was stored is read again; anything else is unreadable, and a later format is newer', () => {
  const placement = { formatVersion: 1, bounds: LAPTOP, isMaximized: true };
  expect(parseStoredPlacement(placement)).toEqual(ok(placement));
  expect(parseStoredPlacement({ ...placement, bounds: { ...LAPTOP, width: 0 } })).toEqual(fail('unreadable'));
  expect(parseStoredPlacement(null)).toEqual(fail('unreadable'));
  expect(parseStoredPlacement({ formatVersion: 3 })).toEqual(fail('newer'));
});
