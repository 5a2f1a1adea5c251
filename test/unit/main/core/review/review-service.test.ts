import { describe, expect, test } from 'vitest';
import type { JsonObject, Registration } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import { readRegistration } from '../../../../../main/core/registrations/registration.ts';
import { reviewService } from '../../../../../main/core/review/review-service.ts';
import { emptyStoredVisits } from '../../../../../main/core/review/stored-visits.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryCopies } from '../../../../doubles/memory-copies.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';

function read(changes: JsonObject): Registration {
  const registration = readRegistration(wireRegistration({ ID: 'A', ...changes }));
  if (registration === null) throw new Error('That is no registration');
  return registration;
}

function setUp() {
  const clock = fixedClock(5000);
  const hubs = new Set(['h1', 'h2']);
  const visits = memoryRecordStore(emptyStoredVisits);
  const copies = memoryCopies(clock);
  const review = reviewService({ isHub: (hubId) => hubs.has(hubId), copies, visits, clock });
  /** Reads a list a second after what was before. */
  const see = async (hubId: string, ...registrations: readonly Registration[]) => {
    clock.advance(1000);
    await copies.refresh(hubId, { asker: 'c1', list: () => Promise.resolve(ok(registrations)) });
  };
  return { clock, hubs, visits, review, see };
}
const H1 = { hubId: 'h1' };
const now = { hubId: 'h1', atMs: null };
const active = { status: 'Active', updateOperator: 'areks1', updateDateTime: '20261123T090000.000 GMT' };

describe('the history of a registration', () => {
  test('is told newest first, by the names on the wire, and of no other', async () => {
    const { review, see } = setUp();
    await see('h1', read({}));
    await see('h1', read({}), read({ ID: 'B' }));
    await see('h1', read({ ...active, icon: 'new' }), read({ ID: 'B', weighting: '7' }));
    await see('h1', read({ ID: 'B', weighting: '7' }));
    const common = { registrationId: 'A', applicationName: 'SalesDesk3', folded: 1 };
    expect(await review.history({ ...H1, registrationId: 'A' })).toEqual(
      ok([
        { ...common, atMs: 9000, kind: 'disappeared', operator: null, changes: [] },
        {
          ...common,
          atMs: 8000,
          kind: 'changed',
          operator: 'areks1',
          changes: [
            { field: 'icon', before: 'pi pi-app-solid app-registration-logo app-logo-s', after: 'new' },
            { field: 'status', before: 'Open-SyncProgress', after: 'Active' },
            { field: 'updateDateTime', before: '20210421T165527.911 GMT', after: '20261123T090000.000 GMT' },
            { field: 'updateOperator', before: 'user2', after: 'areks1' },
          ],
        },
      ]),
    );
  });

  test('has null for a field that was not there', async () => {
    const { review, see } = setUp();
    await see('h1', read({}));
    await see('h1', read({ note: 'here' }));
    const history = await review.history({ ...H1, registrationId: 'A' });
    expect(history.ok && history.value[0]?.changes).toEqual([{ field: 'note', before: null, after: 'here' }]);
  });

  test('of a hub that was never read is empty', async () => {
    expect(await setUp().review.history({ ...H1, registrationId: 'A' })).toEqual(ok([]));
  });
});

describe('since the last visit', () => {
  test('everything counts as long as there was none', async () => {
    const { review, see } = setUp();
    await see('h1', read({}));
    await see('h1', read(active), read({ ID: 'B' }));
    await see('h1', read(active), read({ ID: 'C' }));
    const summary = await review.sinceLastVisit(H1);
    expect(summary).toMatchObject(ok({ sinceMs: null, appearedCount: 2, changedCount: 1, disappearedCount: 1 }));
    expect(summary.ok && summary.value.entries.map(({ registrationId, kind }) => `${registrationId} ${kind}`)).toEqual([
      'B disappeared',
      'C appeared',
      'B appeared',
      'A changed',
    ]);
  });

  test('only what was seen afterwards counts, of this hub', async () => {
    const { review, see } = setUp();
    await see('h1', read({}));
    await see('h2', read({}));
    await see('h1', read(active));
    expect(await review.markVisited(H1)).toEqual(ok(null));
    expect(await review.sinceLastVisit(H1)).toMatchObject(ok({ sinceMs: 8000, entries: [], changedCount: 0 }));
    await see('h1', read({ ...active, weighting: '9' }));
    await see('h2', read(active));
    expect(await review.sinceLastVisit(H1)).toMatchObject(ok({ changedCount: 1, entries: [{ atMs: 9000 }] }));
    expect(await review.sinceLastVisit({ hubId: 'h2' })).toMatchObject(ok({ sinceMs: null, changedCount: 1 }));
  });

  test('what was seen by a clock that was ahead counts as seen too', async () => {
    const { review, see, clock } = setUp();
    await see('h1', read({}));
    clock.set(90_000);
    await see('h1', read(active));
    clock.set(9000);
    await review.markVisited(H1);
    expect(await review.sinceLastVisit(H1)).toMatchObject(ok({ sinceMs: 91_000, entries: [] }));
  });

  test('that an application went on synchronizing is not told', async () => {
    const { review, see } = setUp();
    await see('h1', read({}));
    await see('h1', read({ lastTaskSyncedDateTime: '20261123T090000.000 GMT' }));
    expect(await review.sinceLastVisit(H1)).toMatchObject(ok({ entries: [], changedCount: 0 }));
    expect(await review.history({ ...H1, registrationId: 'A' })).toMatchObject(ok([{ kind: 'changed' }]));
  });

  test('no more than 500 are told one by one, and all are counted', async () => {
    const { review, see } = setUp();
    await see('h1');
    await see('h1', ...Array.from({ length: 600 }, (_, index) => read({ ID: `REG-${index}` })));
    const summary = await review.sinceLastVisit(H1);
    expect(summary.ok && [summary.value.appearedCount, summary.value.entries.length]).toEqual([600, 500]);
  });

  test('a disk that does not take it is told', async () => {
    const { review, visits } = setUp();
    visits.refuse('full');
    expect(await review.markVisited(H1)).toEqual(fail({ code: 'storageFailed', cause: 'full' }));
  });

  test('nothing is kept of a hub that was removed', async () => {
    const { review, visits } = setUp();
    expect(await review.removeOfHub('h1')).toEqual(ok(null));
    expect(visits.writes()).toBe(0);
    await review.markVisited(H1);
    await review.markVisited({ hubId: 'h2' });
    expect(await review.removeOfHub('h1')).toEqual(ok(null));
    expect(visits.read()).toEqual({ formatVersion: 1, seenUpToMs: { h2: 5000 } });
  });
});

describe('a comparison', () => {
  test('of one hub now and then shows what became of it', async () => {
    const { review, see } = setUp();
    await see('h1', read({}), read({ ID: 'B' }));
    await see('h1', read(active), read({ ID: 'C' }));
    expect(await review.moments(H1)).toEqual(ok([7000, 6000]));
    const compared = await review.compare({ left: { ...H1, atMs: 6000 }, right: now, matchBy: 'id' });
    expect(compared).toMatchObject(
      ok({
        leftTakenAtMs: 6000,
        rightTakenAtMs: 7000,
        onlyLeft: [{ id: 'B' }],
        onlyRight: [{ id: 'C' }],
        different: [{ key: 'A' }],
      }),
    );
  });

  test('of two hubs needs both to have been read', async () => {
    const { review, see } = setUp();
    const input = { left: now, right: { hubId: 'h2', atMs: null }, matchBy: 'applicationName' } as const;
    await see('h1', read({}));
    expect(await review.compare(input)).toEqual(fail({ code: 'momentUnknown' }));
    await see('h2', read({ ID: 'other' }));
    expect(await review.compare(input)).toMatchObject(ok({ sameCount: 1 }));
  });

  test.each([
    ['before the first list', 5999],
    ['at the beginning of time', 0],
  ])('%s is about nothing that is known', async (_when, atMs) => {
    const { review, see } = setUp();
    await see('h1', read({}));
    await see('h1', read(active));
    const compared = await review.compare({ left: { ...H1, atMs }, right: now, matchBy: 'id' });
    expect(compared).toEqual(fail({ code: 'momentUnknown' }));
  });

  test('of a hub that was never read has no moments', async () => {
    const { review } = setUp();
    expect(await review.moments(H1)).toEqual(ok([]));
    const compared = await review.compare({ left: { ...H1, atMs: 6000 }, right: now, matchBy: 'id' });
    expect(compared).toEqual(fail({ code: 'momentUnknown' }));
  });
});

test('a hub that is not there any more is missed by every operation', async () => {
  const { review, hubs } = setUp();
  hubs.delete('h1');
  const gone = fail({ code: 'hubMissing' });
  expect(await review.history({ ...H1, registrationId: 'A' })).toEqual(gone);
  expect(await review.sinceLastVisit(H1)).toEqual(gone);
  expect(await review.markVisited(H1)).toEqual(gone);
  expect(await review.moments(H1)).toEqual(gone);
  expect(await review.compare({ left: now, right: { hubId: 'h2', atMs: null }, matchBy: 'id' })).toEqual(gone);
});
