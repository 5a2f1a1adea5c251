import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../renderer/app/place.ts';
import { firstVisit, lastListPlace, step, type Step, type Visits } from '../../../../renderer/app/visits.ts';

const list: Place = { at: 'registrations', hubId: 'hub-1' };
const opened: Place = { at: 'registrations', hubId: 'hub-1', openId: 'REG-1' };
const overview: Place = { at: 'overview', hubId: 'hub-1' };

const after = (...steps: readonly Step[]): Visits => steps.reduce(step, firstVisit);
const placeOf = ({ places, at }: Visits): Place | null | undefined => places[at];
const go = (place: Place): Step => ({ kind: 'go', place });

describe('the way a person came', () => {
  it('leads back to where they were, and forward again', () => {
    const there = after(go(overview), go(list), { kind: 'back' });
    expect(placeOf(there)).toEqual(overview);
    expect(placeOf(step(there, { kind: 'forward' }))).toEqual(list);
    expect(placeOf(after(go(overview), { kind: 'back' }))).toBeNull();
  });

  it('ends where it began and where it is, however often one goes on', () => {
    expect(after({ kind: 'back' }, { kind: 'back' })).toEqual(firstVisit);
    expect(placeOf(after(go(list), { kind: 'forward' }, { kind: 'forward' }))).toEqual(list);
  });

  it('forgets what was ahead when one goes elsewhere', () => {
    const turned = after(go(overview), go(list), { kind: 'back' }, go(opened));
    expect(turned.places).toEqual([null, overview, opened]);
  });

  it('has no step for going where one is, nor for what is told more exactly', () => {
    expect(after(go(list), go(list)).places).toEqual([null, list]);
    expect(after(go(list), { kind: 'amend', place: opened }).places).toEqual([null, opened]);
  });

  it('remembers how a hub’s list was narrowed and ordered, but not what was open in it', () => {
    const left: Place = {
      ...opened,
      filter: { text: 'desk' },
      order: { column: 'updated', direction: 'descending' },
      wish: 'delete',
    };
    const { filter, order } = left;
    expect(lastListPlace(after(go(left), go(overview)), 'hub-1')).toEqual({ ...list, filter, order });
    expect(lastListPlace(after(go(left), go(overview)), 'hub-2')).toEqual({ at: 'registrations', hubId: 'hub-2' });
  });

  it('never grows without end and never points beside itself', () => {
    const anyStep = fc.oneof(
      fc.nat(500).map((number) => go({ at: 'overview', hubId: String(number) })),
      fc.constantFrom<Step>({ kind: 'back' }, { kind: 'forward' }),
    );
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 300 }), (steps) => {
        const { places, at } = after(...steps);
        expect(places.length).toBeLessThanOrEqual(100);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThan(places.length);
      }),
    );
  });
});
