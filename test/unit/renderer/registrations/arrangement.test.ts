import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Registration } from '#contract/registration.ts';
import { nextOrder, sorted } from '../../../../renderer/features/registrations/list/arrangement.ts';
import { columnIds, type ColumnId } from '../../../../renderer/features/registrations/list/column-ids.ts';
import { sampleRegistration, threeRegistrations } from '../../../screens/registrations/sample-registrations.ts';

const names = (registrations: readonly Registration[]) => registrations.map(({ applicationName }) => applicationName);
const ids = (registrations: readonly Registration[]) => registrations.map(({ id }) => id);

describe('the order of a list', () => {
  it.each<[ColumnId, readonly string[]]>([
    ['label', ['CardDisputes', 'MotorClaims', 'SalesDesk3']],
    ['name', ['CardDisputes', 'MotorClaims', 'SalesDesk3']],
    ['platform', ['MotorClaims', 'CardDisputes', 'SalesDesk3']],
    // What needs an eye first: an unknown status, then what is under way, then what runs.
    ['status', ['CardDisputes', 'SalesDesk3', 'MotorClaims']],
    ['productionLevel', ['SalesDesk3', 'MotorClaims', 'CardDisputes']],
    ['systemUrl', ['SalesDesk3', 'MotorClaims', 'CardDisputes']],
    // Never updated is older than anything.
    ['updated', ['CardDisputes', 'SalesDesk3', 'MotorClaims']],
    ['id', ['SalesDesk3', 'MotorClaims', 'CardDisputes']],
  ])('by %s goes up and down', (column, upwards) => {
    expect(names(sorted(threeRegistrations, { column, direction: 'ascending' }))).toEqual(upwards);
    expect(names(sorted(threeRegistrations, { column, direction: 'descending' }))).toEqual([...upwards].reverse());
  });

  it('counts as people do', () => {
    const desks = ['Desk 10', 'desk 9', 'Desk 2'].map((applicationLabel, index) =>
      sampleRegistration({ ID: `REG-${index}`, applicationLabel }),
    );
    const order = { column: 'label', direction: 'ascending' } as const;
    expect(sorted(desks, order).map(({ applicationLabel }) => applicationLabel)).toEqual([
      'Desk 2',
      'desk 9',
      'Desk 10',
    ]);
  });

  it('keeps equals in the order of their IDs, whichever way it goes', () => {
    const equals = ['REG-3', 'REG-1', 'REG-20'].map((ID) => sampleRegistration({ ID }));
    for (const direction of ['ascending', 'descending'] as const) {
      expect(ids(sorted(equals, { column: 'label', direction }))).toEqual(['REG-1', 'REG-3', 'REG-20']);
    }
  });

  it('turns round on the same column and starts upwards on another', () => {
    const up = { column: 'name', direction: 'ascending' } as const;
    expect(nextOrder(up, 'name')).toEqual({ column: 'name', direction: 'descending' });
    expect(nextOrder(nextOrder(up, 'name'), 'name')).toEqual(up);
    expect(nextOrder(nextOrder(up, 'name'), 'status')).toEqual({ column: 'status', direction: 'ascending' });
  });

  it('loses and invents nothing, whatever the Hub sends', () => {
    const anything = fc.array(
      fc.record({ ID: fc.uuid(), applicationLabel: fc.string(), status: fc.string(), updateDateTime: fc.string() }),
    );
    const columns = fc.constantFrom<ColumnId>(...columnIds);
    fc.assert(
      fc.property(anything, columns, (wires, column) => {
        const list = wires.map((wire) => sampleRegistration(wire));
        const result = sorted(list, { column, direction: 'descending' });
        expect(ids(result).toSorted()).toEqual(ids(list).toSorted());
      }),
    );
  });
});
