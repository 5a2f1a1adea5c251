import { describe, expect, it } from 'vitest';
import { newRegistration } from '../../../../../main/practice-hub/registrations/registration.ts';
import {
  beginSynchronization,
  closeResource,
  settledAt,
} from '../../../../../main/practice-hub/registrations/synchronization.ts';

function created(systemUrl: string) {
  const fields = {
    systemUrl,
    applicationName: 'Desk',
    applicationLabel: 'Desk',
    applicationDescription: '',
    platform: 'Pega',
    productionLevel: 2,
    weighting: 1,
  };
  return newRegistration('REG-1', fields, { by: 'user1', atMs: 0 });
}

describe('a synchronization', () => {
  it('ends as Active at its time and not before', () => {
    const begun = beginSynchronization(created('https://desk.example'), 1_000, 500);
    expect(settledAt(begun, 1_499)).toBe(begun);
    const settled = settledAt(begun, 9_000);
    expect(settled).toMatchObject({ status: 'active', lastTaskSyncedAtMs: 1_500, updatedAtMs: 1_500 });
    expect(settledAt(settled, 99_000)).toBe(settled);
  });

  it('never ends by itself when it takes for ever', () => {
    const begun = beginSynchronization(created('https://desk.example'), 1_000, Number.POSITIVE_INFINITY);
    expect(settledAt(begun, Number.MAX_SAFE_INTEGER)).toBe(begun);
  });

  it('fails for an application on a host that cannot exist', () => {
    const begun = beginSynchronization(created('https://desk.invalid'), 1_000, 0);
    expect(settledAt(begun, 1_000)).toMatchObject({
      status: 'activationFailed',
      syncErrors: 1,
      lastTaskSyncedAtMs: null,
    });
  });

  it('ends with the third closed resource, in any order and however often one is closed', () => {
    let registration = beginSynchronization(created('https://desk.example'), 0, Number.POSITIVE_INFINITY);
    for (const resource of ['operators', 'operators', 'tasks'] as const) {
      registration = closeResource(registration, resource, 10);
      expect(registration.status).toBe('synchronizing');
    }
    expect(closeResource(registration, 'workqueues', 20)).toMatchObject({ status: 'active', lastTaskSyncedAtMs: 20 });
  });

  it('forgets what an earlier one closed', () => {
    const first = beginSynchronization(created('https://desk.example'), 0, Number.POSITIVE_INFINITY);
    const again = beginSynchronization(closeResource(first, 'tasks', 1), 2, Number.POSITIVE_INFINITY);
    expect(again.closedResources).toEqual([]);
  });
});
