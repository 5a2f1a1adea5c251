import { describe, expect, it } from 'vitest';
import { judgeNewRegistration } from '../../../../../main/practice-hub/registrations/registration-input.ts';
import { STATUSES, isSeen } from '../../../../../main/practice-hub/registrations/registration-rules.ts';
import { seedRegistrations, USUAL_SEED_COUNT } from '../../../../../main/practice-hub/seed/seed.ts';

const FIRST_START_MS = Date.UTC(2026, 5, 1);

describe('the seed', () => {
  it('shows every status once or more, without being asked for a number', () => {
    const statuses = new Set(seedRegistrations(USUAL_SEED_COUNT, FIRST_START_MS).map(({ status }) => status));
    expect([...statuses].sort()).toEqual([...STATUSES].sort());
  });

  it.each([0, 1, 5, 12, 13, 500])('gives a list of %i when that many are asked for', (count) => {
    const shown = seedRegistrations(count, FIRST_START_MS).filter(({ status }) => isSeen(status));
    expect(shown).toHaveLength(count);
  });

  it('is the same every time', () => {
    expect(seedRegistrations(2_000, FIRST_START_MS)).toEqual(seedRegistrations(2_000, FIRST_START_MS));
  });

  it('only grows at the end when more are asked for', () => {
    const names = (count: number) =>
      seedRegistrations(count, FIRST_START_MS).map(({ applicationName }) => applicationName);
    expect(names(600).slice(0, 300)).toEqual(names(300).slice(0, 300));
  });

  it('has unique IDs, names and client IDs', () => {
    const seeded = seedRegistrations(5_000, FIRST_START_MS);
    expect(new Set(seeded.map(({ id }) => id)).size).toBe(seeded.length);
    expect(new Set(seeded.map(({ applicationName }) => applicationName.toLowerCase())).size).toBe(seeded.length);
    const clientIds = seeded.flatMap(({ clientId }) => (clientId === '' ? [] : [clientId]));
    expect(new Set(clientIds).size).toBe(clientIds.length);
  });

  it('holds only registrations that Create would have accepted, none of them from the future', () => {
    for (const registration of seedRegistrations(2_000, FIRST_START_MS)) {
      const { systemUrl, applicationName, applicationLabel, applicationDescription, platform } = registration;
      const { productionLevel, createdAtMs, updatedAtMs, lastTaskSyncedAtMs } = registration;
      const body = { applicationName, applicationLabel, applicationDescription, platform, productionLevel };
      expect(judgeNewRegistration({ ...body, systemURL: systemUrl }).kind).toBe('good');
      expect(createdAtMs).toBeLessThanOrEqual(updatedAtMs);
      expect(updatedAtMs).toBeLessThanOrEqual(FIRST_START_MS);
      expect(lastTaskSyncedAtMs ?? createdAtMs).toBeGreaterThanOrEqual(createdAtMs);
      expect(lastTaskSyncedAtMs ?? createdAtMs).toBeLessThanOrEqual(FIRST_START_MS);
    }
  });

  it('uses only host names that belong to nobody', () => {
    for (const { systemUrl } of seedRegistrations(1_000, FIRST_START_MS)) {
      expect(new URL(systemUrl).hostname).toMatch(/\.(example|invalid)$/);
    }
  });
});
