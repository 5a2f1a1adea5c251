import { describe, expect, test } from 'vitest';
import type { RegistrationAction } from '#contract/registration-actions.ts';
import type { StatusKind } from '#contract/registration.ts';
import { LIFE_CYCLE_TABLE } from '../../../../../../main/core/registrations/life-cycle/life-cycle-table.ts';

/** Hub-contract 2.3 as it stands there, without the columns GET and data push. Pending-Details is never listed. */
const CONTRACT = `
| status | PATCH | enablesync | disable | enable | disablesync | DELETE |
| Pending-Activation | ✓ R | ✓ R | ✗ R | ✗ I | ? | **✓ R** |
| Sync-InProgress | **✗ R** | ? | ✗ R | ✗ I | ? | **✗ R** |
| Active | ✓ R | ? (resync?) | **✓ R (only here)** | ✗ I | ✓ I | **✗ R** |
| disabled (hidden) | ✓ I | ? | ✗ R | ✓ I | ? | ✗ R |
| Disabled-Sync Stopped / Inactive | ✓ I | ✓ I (reactivate) | ✗ R | ✗ I | ✗ I | **✓ R** |
| Activation-Failure | ✓ I | ? | ✗ R | ✗ I | ? | **✓ R** |
| Resolved | **✗ R** | ✗ I | ✗ R | ✗ I | ✗ I | ✗ R |
`;
const KINDS: Readonly<Record<string, StatusKind>> = {
  'Pending-Activation': 'pending',
  'Sync-InProgress': 'synchronizing',
  Active: 'active',
  'disabled (hidden)': 'hidden',
  'Disabled-Sync Stopped / Inactive': 'stopped',
  'Activation-Failure': 'failure',
  Resolved: 'resolved',
};
const ACTIONS: Readonly<Record<string, RegistrationAction>> = {
  PATCH: 'edit',
  enablesync: 'enableSync',
  disable: 'disable',
  enable: 'enable',
  disablesync: 'deactivate',
  DELETE: 'delete',
};
const VERDICTS = { '✓': 'allowed', '✗': 'notAllowed', '?': 'notKnown' } as const;

const [head = [], ...rows] = CONTRACT.trim()
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const cells = rows.flatMap(([status = '', ...marks]) =>
  marks.map((mark, index) => ({ kind: KINDS[status]!, action: ACTIONS[head[index + 1] ?? '']!, mark })),
);

describe('the life-cycle table', () => {
  test('has every cell of the contract', () => {
    expect(cells).toHaveLength(7 * 6);
    expect(cells.every(({ kind, action }) => kind in LIFE_CYCLE_TABLE && action in LIFE_CYCLE_TABLE[kind])).toBe(true);
  });

  test.each(cells.filter(({ mark }) => !mark.includes('reactivate')))(
    'says of $action in $kind what the contract marks "$mark"',
    ({ kind, action, mark }) => {
      const sign = /[✓✗?]/.exec(mark)?.[0] as keyof typeof VERDICTS;
      expect(LIFE_CYCLE_TABLE[kind][action].verdict).toBe(VERDICTS[sign]);
    },
  );

  test('calls "enablesync" of a stopped one reactivating it, which is an action of its own', () => {
    expect(LIFE_CYCLE_TABLE.stopped.reactivate).toEqual({ verdict: 'allowed' });
    expect(LIFE_CYCLE_TABLE.stopped.enableSync).toEqual({
      verdict: 'notAllowed',
      reason: 'alreadyStopped',
      first: 'reactivate',
    });
    const others = Object.entries(LIFE_CYCLE_TABLE).filter(([kind]) => kind !== 'stopped' && kind !== 'unknown');
    expect(others.map(([, row]) => row.reactivate.verdict)).toEqual(others.map(() => 'notAllowed'));
  });

  test('knows nothing of a status that no source names', () => {
    expect(Object.values(LIFE_CYCLE_TABLE.unknown).map(({ verdict }) => verdict)).toEqual(Array(7).fill('notKnown'));
  });

  test('never sends a person to a first step that is not open to them', () => {
    for (const row of Object.values(LIFE_CYCLE_TABLE)) {
      for (const allowance of Object.values(row)) {
        if (allowance.verdict !== 'notAllowed' || allowance.first === null) continue;
        expect(row[allowance.first].verdict).not.toBe('notAllowed');
      }
    }
  });
});
