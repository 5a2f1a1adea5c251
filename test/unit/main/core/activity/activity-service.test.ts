import { describe, expect, test } from 'vitest';
import type { ActivityEntry } from '#contract/activity.ts';
import type { ActivityFilter } from '#contract/activity-inputs.ts';
import { fail, ok } from '#contract/result.ts';
import { activityService } from '../../../../../main/core/activity/activity-service.ts';
import type { LookAt } from '../../../../../main/core/activity/look-at-hub.ts';
import { activityEntry } from '../../../../doubles/activity-entry.ts';

const ALL: ActivityFilter = { text: '', hubId: null, action: null, outcome: null };

function setUp(entries: readonly ActivityEntry[], lookAt: LookAt = () => Promise.resolve(ok({ happened: true }))) {
  const found: unknown[] = [];
  const service = activityService({
    log: {
      entries: () => Promise.resolve(entries),
      find: (id) => Promise.resolve(entries.find((entry) => entry.id === id) ?? null),
      found: (entry, happened) => {
        found.push([entry.id, happened]);
        return Promise.resolve({ ...entry, outcome: { kind: 'found', happened, checkedAtMs: 1 } });
      },
    },
    lookAt,
  });
  return { service, found };
}

const FOUR = [
  activityEntry({ id: '1', action: 'token', sent: 'POST /token', applicationName: '', registrationId: '' }),
  activityEntry({ id: '2', action: 'register', outcome: { kind: 'unknown', cause: 'timeout' } }),
  activityEntry({
    id: '3',
    action: 'delete',
    hubId: 'hub-2',
    hubName: 'Staging',
    outcome: { kind: 'refused', status: 409, failure: 'hubRefused' },
  }),
  activityEntry({ id: '4', action: 'token', outcome: { kind: 'unknown', cause: null } }),
];

async function idsOf(filter: Partial<ActivityFilter>, part = { offset: 0, limit: 100 }) {
  const page = await setUp(FOUR).service.list({ filter: { ...ALL, ...filter }, ...part });
  return page.ok ? page.value.entries.map(({ id }) => id) : page.failure;
}

describe('the list of calls', () => {
  test('is newest first, with its counts', async () => {
    const page = await setUp(FOUR).service.list({ filter: { ...ALL, action: 'token' }, offset: 0, limit: 1 });
    expect(page).toMatchObject({ value: { entries: [{ id: '4' }], matching: 2, total: 4 } });
  });

  test('counts as unknown what is worth a look: token requests change nothing', async () => {
    const page = await setUp(FOUR).service.list({ filter: { ...ALL, text: 'nothing like it' }, offset: 0, limit: 1 });
    expect(page).toMatchObject({ value: { entries: [], matching: 0, unknown: 1 } });
  });

  test.each([
    [{}, ['4', '3', '2', '1']],
    [{ hubId: 'hub-2' }, ['3']],
    [{ action: 'register' }, ['2']],
    [{ outcome: 'unknown' }, ['4', '2']],
    [{ text: 'STAGING delete' }, ['3']],
    [{ text: '409' }, ['3']],
    [{ text: 'timeout' }, ['2']],
    [{ text: ' areks1  /token ' }, ['1']],
    [{ text: 'delete register' }, []],
  ] as const)('narrowed to %j', async (filter, ids) => {
    expect(await idsOf(filter)).toEqual(ids);
  });

  test('comes in parts', async () => {
    expect(await idsOf({}, { offset: 1, limit: 2 })).toEqual(['3', '2']);
    expect(await idsOf({}, { offset: 4, limit: 2 })).toEqual([]);
  });
});

describe('looking up what became of a call', () => {
  test('writes down what the look told', async () => {
    const { service, found } = setUp(FOUR);
    expect(await service.check({ entryId: '2' })).toMatchObject({ value: { outcome: { kind: 'found' } } });
    expect(found).toEqual([['2', true]]);
  });

  test('leaves the entry as it is when the Hub cannot be asked', async () => {
    const { service, found } = setUp(FOUR, () => Promise.resolve(fail({ code: 'registrationGone' })));
    expect(await service.check({ entryId: '2' })).toEqual(fail({ code: 'registrationGone' }));
    expect(found).toEqual([]);
  });

  test('asks nobody about a call whose outcome is known', async () => {
    const { service, found } = setUp(FOUR);
    expect(await service.check({ entryId: '3' })).toEqual(ok(FOUR[2]));
    expect(found).toEqual([]);
  });

  test('can be done again: a slow Hub shows later what it was told before', async () => {
    const before = activityEntry({ outcome: { kind: 'found', happened: false, checkedAtMs: 0 } });
    const { service } = setUp([before]);
    expect(await service.check({ entryId: before.id })).toMatchObject({ value: { outcome: { happened: true } } });
  });

  test('says so when the entry is not there', async () => {
    expect(await setUp(FOUR).service.check({ entryId: 'x' })).toEqual(fail({ code: 'activityMissing' }));
  });
});
