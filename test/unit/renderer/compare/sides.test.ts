import { describe, expect, it } from 'vitest';
import {
  areSame,
  matchKeys,
  offered,
  sidesAtFirst,
  swapped,
  withSide,
} from '../../../../renderer/features/compare/sides.ts';
import { sampleHub } from '../../../doubles/sample-hubs.ts';

const hubs = [sampleHub(), sampleHub({ id: 'hub-2', name: 'Staging' })];

describe('the sides of a comparison', () => {
  it('are at first the hub one comes from and another one, both as they are now', () => {
    expect(sidesAtFirst(hubs, 'hub-2')).toEqual({
      left: { hubId: 'hub-2', atMs: null },
      right: { hubId: 'hub-1', atMs: null },
      matchBy: 'applicationName',
    });
    expect(areSame(sidesAtFirst(hubs, 'hub-2'))).toBe(false);
  });

  it('are the same while there is only one hub and no moment is chosen', () => {
    const alone = sidesAtFirst(hubs.slice(0, 1), 'hub-1');
    expect(areSame(alone)).toBe(true);
    expect(areSame(withSide(alone, 'right', { hubId: 'hub-1', atMs: 5 }))).toBe(false);
  });

  it('match by ID only within one hub', () => {
    const alone = { ...sidesAtFirst(hubs.slice(0, 1), 'hub-1'), matchBy: 'id' } as const;
    expect(matchKeys(alone)).toContain('id');
    const two = withSide(alone, 'right', { hubId: 'hub-2', atMs: null });
    expect(matchKeys(two)).not.toContain('id');
    expect(two.matchBy).toBe('applicationName');
    expect(withSide(alone, 'right', { hubId: 'hub-1', atMs: 5 }).matchBy).toBe('id');
  });

  it('change places', () => {
    const sides = sidesAtFirst(hubs, 'hub-1');
    expect(swapped(sides)).toEqual({ left: sides.right, right: sides.left, matchBy: sides.matchBy });
    expect(swapped(swapped(sides))).toEqual(sides);
  });
});

it('offers the newest hundred moments all, and of older days the last one', () => {
  const newest = new Date(2026, 10, 20, 18).getTime();
  const hour = 60 * 60_000;
  const moments = Array.from({ length: 300 }, (_, index) => newest - index * hour);
  const chosen = offered(moments);
  expect(chosen.slice(0, 100)).toEqual(moments.slice(0, 100));
  const older = chosen.slice(100).map((atMs) => new Date(atMs));
  expect(older.map((date) => date.getHours())).toEqual(older.map(() => 23));
  expect(new Set(older.map((date) => date.toDateString())).size).toBe(older.length);
  expect(older.length).toBeGreaterThan(5);
});
