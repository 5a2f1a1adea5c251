import { describe, expect, it } from 'vitest';
import { RegistrationStore } from '../../../../../main/practice-hub/registrations/registration-store.ts';
import { beginSynchronization } from '../../../../../main/practice-hub/registrations/synchronization.ts';
import { seedRegistrations } from '../../../../../main/practice-hub/seed/seed.ts';

const FIRST_START_MS = Date.UTC(2026, 5, 1);

function storeOf(seeded = seedRegistrations(12, FIRST_START_MS), clock = () => FIRST_START_MS) {
  return new RegistrationStore({ seeded, changes: undefined, clock });
}

describe('the registration store', () => {
  it('lists neither drafts nor deleted registrations', () => {
    const store = storeOf();
    expect(store.list()).toHaveLength(12);
    expect(store.list().map(({ status }) => status)).not.toContain('resolved');
    expect(store.list().map(({ status }) => status)).not.toContain('pendingDetails');
  });

  it('finds an application whatever the case of its name, and an unseen one not at all', () => {
    const store = storeOf();
    expect(store.findByName('FRAUDDESK')?.applicationName).toBe('FraudDesk');
    expect(store.findByName('PolicyArchive')).toBeUndefined();
  });

  it('keeps for the next start only what differs from the seed', () => {
    const seeded = seedRegistrations(12, FIRST_START_MS);
    const store = storeOf(seeded);
    expect(store.changes()).toMatchObject({ changed: [], removed: [] });

    const [first, second, third] = store.list();
    if (first === undefined || second === undefined || third === undefined) throw new Error('The seed is too small.');
    store.put({ ...first, weighting: 77 });
    store.remove(second.id);
    store.put({ ...third, id: store.takeId(), applicationName: 'Fresh', clientId: '' });

    const again = new RegistrationStore({ seeded, changes: store.changes(), clock: () => FIRST_START_MS });
    expect(again.list()).toEqual(store.list());
    expect(again.find(first.id)?.weighting).toBe(77);
    expect(again.find(second.id)).toBeUndefined();
    expect(again.takeId()).toBe(store.takeId());
  });

  it('does not find a deleted registration by name or client ID', () => {
    const store = storeOf();
    const active = store.findByName('MotorClaims');
    if (active === undefined) throw new Error('The seed has no such application.');
    store.remove(active.id);
    expect(store.findByName('MotorClaims')).toBeUndefined();
    expect(store.findByClientId(active.clientId)).toBeUndefined();
    expect(store.list().map(({ id }) => id)).not.toContain(active.id);
  });

  it('settles a synchronization whose time has come when it is next read', () => {
    let nowMs = FIRST_START_MS;
    const store = storeOf(undefined, () => nowMs);
    const pending = store.findByName('NumberPorting');
    if (pending === undefined) throw new Error('The seed has no such application.');
    store.put(beginSynchronization(pending, nowMs, 1_000));
    expect(store.find(pending.id)?.status).toBe('synchronizing');
    nowMs += 1_000;
    expect(store.find(pending.id)?.status).toBe('active');
  });
});
