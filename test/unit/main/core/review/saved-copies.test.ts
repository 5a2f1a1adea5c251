import { describe, expect, test } from 'vitest';
import type { Registration } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Recovery, StorageFailure } from '../../../../../main/core/ports.ts';
import { savedCopies } from '../../../../../main/core/review/saved-copies.ts';
import { deferred, untilIdle } from '../../../../doubles/deferred.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryCopyStore } from '../../../../doubles/memory-copy-store.ts';
import { memoryHistoryStore } from '../../../../doubles/memory-history-store.ts';
import { copyOf, registration, summary } from './registrations.ts';

type Listed = Result<readonly Registration[]>;

function setUp(store = memoryCopyStore()) {
  const clock = fixedClock(5000);
  const told: string[] = [];
  const recoveries: Recovery[] = [];
  const refusals: StorageFailure[] = [];
  const history = memoryHistoryStore();
  const copies = savedCopies({
    store,
    history,
    historyDays: () => 400,
    clock,
    onRenewed: (hubId) => told.push(hubId),
    onRecovered: (_hubId, recovery) => recoveries.push(recovery),
    onStorageFailed: (_hubId, failure) => refusals.push(failure),
  });
  const refresh = (list: () => Listed | Promise<Listed>, asker = 'c1') =>
    copies.refresh('h1', { asker, list: () => Promise.resolve(list()) });
  return { copies, store, history, clock, told, recoveries, refusals, refresh };
}
const listed = (...registrations: readonly Registration[]): Listed => ok(registrations);

describe('a saved copy', () => {
  test('is read from the disk once, and from memory then', async () => {
    const { copies, store } = setUp(memoryCopyStore(copyOf('h1', registration('A'))));
    expect(summary(await copies.of('h1'))).toEqual(['A:']);
    store.stored.clear();
    expect(summary(await copies.of('h1'))).toEqual(['A:']);
    expect(await copies.of('h2')).toBeNull();
  });

  test('is written when it was renewed, with the time of the answer', async () => {
    const { store, told, refresh, clock } = setUp();
    const refreshed = refresh(() => {
      clock.advance(1000);
      return listed(registration('A'));
    });
    expect(await refreshed).toMatchObject(ok({ hubId: 'h1', takenAtMs: 6000 }));
    expect(store.stored.get('h1')?.takenAtMs).toBe(6000);
    expect(told).toEqual(['h1']);
  });

  test('is not touched by a refresh that failed', async () => {
    const { copies, told, refresh } = setUp(memoryCopyStore(copyOf('h1', registration('A'))));
    const failure = fail({ code: 'hubUnreachable', cause: 'dns', host: 'hub.example' } as const);
    expect(await refresh(() => failure)).toEqual(failure);
    expect(summary(await copies.of('h1'))).toEqual(['A:']);
    expect(told).toEqual([]);
  });

  test('goes on in memory when the disk refuses, and that is told', async () => {
    const { copies, store, refusals, refresh } = setUp(memoryCopyStore(copyOf('h1', registration('A', 'disk'))));
    store.refusal = { code: 'storageFailed', cause: 'full' };
    expect(await refresh(() => listed(registration('A', 'new')))).toMatchObject({ ok: true });
    expect(summary(await copies.of('h1'))).toEqual(['A:new']);
    expect(summary(store.stored.get('h1') ?? null)).toEqual(['A:disk']);
    expect(refusals).toEqual([{ code: 'storageFailed', cause: 'full' }]);
  });

  test('tells that it had to be recovered, also when it is renewed before anybody looked at it', async () => {
    const recovery = { movedAsideAs: 'h1.json.broken', restoredFromMs: null };
    const looked = setUp();
    looked.store.recovery = recovery;
    await looked.copies.of('h1');
    await looked.copies.of('h1');
    expect(looked.recoveries).toEqual([recovery]);
    const renewed = setUp();
    renewed.store.recovery = recovery;
    await renewed.refresh(() => listed());
    expect(renewed.recoveries).toEqual([recovery]);
  });

  test('is not created by a single registration', async () => {
    const { copies, store, told } = setUp();
    await copies.read('h1', { registrationId: 'A', read: () => Promise.resolve(ok(registration('A'))) });
    await copies.written('h1', registration('B'));
    expect(await copies.of('h1')).toBeNull();
    expect([store.stored.size, told]).toEqual([0, []]);
  });

  test('is neither told nor written anew when a registration is as it was', async () => {
    const { copies, store, told } = setUp(memoryCopyStore(copyOf('h1', registration('A'))));
    const before = store.stored.get('h1');
    await copies.read('h1', { registrationId: 'A', read: () => Promise.resolve(ok(registration('A'))) });
    expect(store.stored.get('h1')).toBe(before);
    expect(told).toEqual([]);
  });

  test('is renewed by a single registration, under the ID it came with', async () => {
    const { copies, store } = setUp(memoryCopyStore(copyOf('h1', registration('REG-1'))));
    const read = () => Promise.resolve(ok(registration('REG-1', 'new')));
    await copies.read('h1', { registrationId: 'reg-1', read });
    expect(summary(store.stored.get('h1') ?? null)).toEqual(['REG-1:new']);
  });
});

describe('several refreshes at once', () => {
  test('of one hub share one request', async () => {
    const answer = deferred<Listed>();
    let requests = 0;
    const { refresh, told } = setUp();
    const ask = () => {
      requests += 1;
      return answer.promise;
    };
    const all = [refresh(ask), refresh(ask), refresh(ask)];
    answer.resolve(listed(registration('A')));
    const answers = await Promise.all(all);
    expect(answers.map((one) => one.ok && summary(one.value))).toEqual([['A:'], ['A:'], ['A:']]);
    expect([requests, told]).toEqual([1, ['h1']]);
    await refresh(ask);
    expect(requests).toBe(2);
  });

  test('share no request after one that failed', async () => {
    let requests = 0;
    const { refresh } = setUp();
    const ask = () => {
      requests += 1;
      return fail({ code: 'registrationGone' } as const);
    };
    await refresh(ask);
    await refresh(ask);
    expect(requests).toBe(2);
  });

  test('on behalf of two credentials are two, and the later question wins over the later answer', async () => {
    const slow = deferred<Listed>();
    const { refresh, copies } = setUp();
    const older = refresh(() => slow.promise, 'c1');
    await refresh(() => listed(registration('A', 'new')), 'c2');
    slow.resolve(listed(registration('A', 'old'), registration('B', 'old')));
    const answer = await older;
    expect(answer.ok && summary(answer.value)).toEqual(['A:new']);
    expect(summary(await copies.of('h1'))).toEqual(['A:new']);
  });

  test('do not share a list that was asked for before a write', async () => {
    const slow = deferred<Listed>();
    const { refresh, copies } = setUp();
    const older = refresh(() => slow.promise);
    await copies.written('h1', null);
    const newer = await refresh(() => listed(registration('A', 'made')));
    expect(newer.ok && summary(newer.value)).toEqual(['A:made']);
    slow.resolve(listed());
    expect(await older).toEqual(newer);
  });
});

describe('a removed hub', () => {
  test('leaves nothing behind, not even what was on its way', async () => {
    const slow = deferred<Listed>();
    const { refresh, copies, store, history, told } = setUp(memoryCopyStore(copyOf('h1', registration('A'))));
    await copies.of('h1');
    const refreshing = refresh(() => slow.promise);
    await untilIdle();
    expect(await copies.remove('h1')).toEqual(ok(null));
    slow.resolve(listed(registration('B')));
    await refreshing;
    expect(await copies.of('h1')).toBeNull();
    expect(await copies.pastOf('h1')).toBeNull();
    expect([store.stored.size, history.stored.size, told]).toEqual([0, 0, []]);
  });
});
