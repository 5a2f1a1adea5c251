import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSeen,
  rulingOn,
  STATUSES,
  type Action,
  type Status,
} from '../../../../../main/practice-hub/registrations/registration-rules.ts';

/** Hub contract 2.2, plus the choices of docs/practice-hub.md: every step that a status may be left by. */
const DOCUMENTED_STEPS: Record<Status, readonly Status[]> = {
  pendingDetails: [],
  pendingActivation: ['synchronizing', 'resolved'],
  synchronizing: [],
  active: ['hidden', 'stopped'],
  hidden: ['active', 'stopped'],
  stopped: ['synchronizing', 'resolved'],
  activationFailed: ['synchronizing', 'resolved'],
  resolved: [],
};

const ACTIONS: readonly Action[] = [
  'read',
  'edit',
  'enableSynchronization',
  'push',
  'disable',
  'enable',
  'disableSynchronization',
  'reactivate',
  'delete',
];

describe('the rules of registrations', () => {
  it('disable a registration only while it is active', () => {
    expect(STATUSES.filter((status) => rulingOn(status, 'disable').kind === 'allowed')).toEqual(['active']);
  });

  it('delete a registration only when it pends, was stopped or failed', () => {
    const deletable = STATUSES.filter((status) => rulingOn(status, 'delete').kind === 'allowed');
    expect(deletable).toEqual(['pendingActivation', 'stopped', 'activationFailed']);
  });

  it('do not let anyone edit while a synchronization runs', () => {
    expect(rulingOn('synchronizing', 'edit').kind).toBe('refused');
  });

  it('name the statuses in which a refused action would be possible', () => {
    expect(rulingOn('active', 'delete')).toEqual({
      kind: 'refused',
      possibleIn: ['pendingActivation', 'stopped', 'activationFailed'],
    });
  });

  it.each(['pendingDetails', 'resolved'] as const)('show nothing of a registration in %s', (status) => {
    expect(isSeen(status)).toBe(false);
    expect(ACTIONS.map((action) => rulingOn(status, action).kind)).toEqual(ACTIONS.map(() => 'unseen'));
  });

  it('leave a status only along a documented step, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATUSES),
        fc.array(fc.constantFrom(...ACTIONS), { maxLength: 40 }),
        (start, tries) => {
          let status = start;
          for (const action of tries) {
            const ruling = rulingOn(status, action);
            if (ruling.kind !== 'allowed') continue;
            if (ruling.next !== status) expect(DOCUMENTED_STEPS[status]).toContain(ruling.next);
            status = ruling.next;
          }
        },
      ),
    );
  });

  it('change no status by reading, editing or sending data', () => {
    const quiet: readonly Action[] = ['read', 'edit', 'push'];
    for (const status of STATUSES) {
      for (const action of quiet) {
        const ruling = rulingOn(status, action);
        if (ruling.kind === 'allowed') expect(ruling.next).toBe(status);
      }
    }
  });
});
