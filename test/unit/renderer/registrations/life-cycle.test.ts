import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { HistoryEntry } from '#contract/review.ts';
import { LIFE_CYCLE_TABLE } from '../../../../main/core/registrations/life-cycle/life-cycle-table.ts';
import { states, ways, waysBetween } from '../../../../renderer/features/registrations/life-cycle/life-cycle-map.ts';
import { stepsOf } from '../../../../renderer/features/registrations/life-cycle/open-steps.ts';
import { travelledTo } from '../../../../renderer/features/registrations/life-cycle/travelled.ts';
import { isStuck, nextLookMs } from '../../../../renderer/features/registrations/life-cycle/waiting-time.ts';

function changed(before: string, after: string, atMs: number): HistoryEntry {
  return {
    atMs,
    registrationId: 'REG-1',
    applicationName: 'SalesDesk3',
    kind: 'changed',
    operator: null,
    folded: 1,
    changes: [
      { field: 'weighting', before: '1', after: '2' },
      { field: 'status', before, after },
    ],
  };
}

describe('the map of the life cycle', () => {
  test('a way between two states is made of ways that join', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...states), (from, to) => {
        const path = waysBetween(from, to);
        for (const [index, way] of path.entries()) {
          expect(way.from).toBe(path[index - 1]?.to ?? from);
          expect(ways).toContain(way);
        }
        if (path.length > 0) expect(path.at(-1)?.to).toBe(to);
      }),
    );
  });

  it('knows no way back to the beginning', () => {
    expect(waysBetween('active', 'pending')).toEqual([]);
  });

  it('draws no way whose step the table forbids', () => {
    for (const { from, action } of ways) {
      if (action !== null) expect(LIFE_CYCLE_TABLE[from][action].verdict).not.toBe('notAllowed');
    }
  });
});

describe('how a registration got where it is', () => {
  const current = { kind: 'hidden', raw: 'Disabled' } as const;

  it('is read from the changes of its status, also over what was not seen', () => {
    const {
      stops,
      states: seen,
      ways: taken,
    } = travelledTo(current, [changed('Active', 'Disabled', 3), changed('Pending-Activation', 'Active', 2)]);
    expect(stops.map(({ status, sinceMs }) => [status.raw, sinceMs])).toEqual([
      ['Pending-Activation', null],
      ['Active', 2],
      ['Disabled', 3],
    ]);
    expect(seen).toEqual(new Set(['pending', 'active', 'hidden', 'synchronizing']));
    expect([...taken].map(({ from, to }) => `${from} ${to}`)).toEqual([
      'pending synchronizing',
      'synchronizing active',
      'active hidden',
    ]);
  });

  it('ends where it is now, even if the history does not know it yet', () => {
    expect(travelledTo(current, [changed('Pending-Activation', 'Active', 2)]).stops.at(-1)?.status).toEqual(current);
    expect(travelledTo(current, []).stops).toEqual([{ status: current, sinceMs: null }]);
  });

  it('keeps a status without a place in the life cycle among the stops', () => {
    const { stops, ways: taken } = travelledTo(current, [
      changed('Quarantined', 'Disabled', 3),
      changed('Active', 'Quarantined', 2),
    ]);
    expect(stops.map(({ status }) => status.kind)).toEqual(['active', 'unknown', 'hidden']);
    expect(taken.size).toBe(0);
  });
});

describe('the open steps', () => {
  it('offer the deletion of an active registration as a way of two', () => {
    expect(stepsOf(LIFE_CYCLE_TABLE, 'active').open).toContainEqual({
      kind: 'move',
      way: ['deactivate', 'delete'],
      isCertain: true,
    });
  });

  it('do not offer it where nobody can deactivate', () => {
    expect(stepsOf(LIFE_CYCLE_TABLE, 'synchronizing').closed.map(({ action }) => action)).toContain('delete');
  });

  test.each(Object.keys(LIFE_CYCLE_TABLE).map((kind) => [kind]))(
    'of %s and the closed ones are all there are',
    (kind) => {
      // SAFETY: the keys of the table are the kinds.
      const { open, closed } = stepsOf(LIFE_CYCLE_TABLE, kind as keyof typeof LIFE_CYCLE_TABLE);
      expect(open.length + closed.length).toBe(7);
    },
  );
});

describe('looking again while it synchronizes', () => {
  it('waits 2 s, half as long again each time, up to a minute', () => {
    const waits = [0, 1, 2, 3, 20].map((count) => nextLookMs({ count, failure: null }));
    expect(waits).toEqual([2_000, 3_000, 4_500, 6_750, 60_000]);
  });

  it('goes on after what passes by itself, and stops after what does not', () => {
    expect(nextLookMs({ count: 1, failure: { code: 'hubBusy', status: 503, retryAfterSeconds: null } })).toBe(3_000);
    expect(nextLookMs({ count: 1, failure: { code: 'registrationGone' } })).toBe(false);
  });

  it('counts as stuck only after the time that was set', () => {
    expect(isStuck(0, 60 * 60_000, 60)).toBe(false);
    expect(isStuck(0, 60 * 60_000 + 1, 60)).toBe(true);
  });
});
