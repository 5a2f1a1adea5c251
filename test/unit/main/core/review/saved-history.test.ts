import { describe, expect, test } from 'vitest';
import type { Registration, SavedCopy } from '#contract/registration.ts';
import { ok } from '#contract/result.ts';
import type { StorageFailure } from '../../../../../main/core/ports.ts';
import { copyAt, momentsOf } from '../../../../../main/core/review/past.ts';
import { savedCopies } from '../../../../../main/core/review/saved-copies.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryCopyStore } from '../../../../doubles/memory-copy-store.ts';
import { memoryHistoryStore } from '../../../../doubles/memory-history-store.ts';
import { copyOf, registration, summary } from './registrations.ts';

const DAY_MS = 86_400_000;

/** The disk of a machine, on which the app can be started several times. */
function machine(...copies: readonly SavedCopy[]) {
  return { store: memoryCopyStore(...copies), history: memoryHistoryStore(), clock: fixedClock(5000) };
}
type Machine = ReturnType<typeof machine>;

function start({ store, history, clock }: Machine, historyDays = 400) {
  const refusals: StorageFailure[] = [];
  const copies = savedCopies({
    store,
    history,
    clock,
    historyDays: () => historyDays,
    onRenewed: () => undefined,
    onRecovered: () => undefined,
    onStorageFailed: (_hubId, failure) => refusals.push(failure),
  });
  /** Reads a list a second after what was before. */
  const see = (...registrations: readonly Registration[]) => {
    clock.advance(1000);
    return copies.refresh('h1', { asker: 'c1', list: () => Promise.resolve(ok(registrations)) });
  };
  /** What happened, step by step: `A changed`. */
  const told = async () => {
    const past = await copies.pastOf('h1');
    return past?.steps.map(({ happenings }) => happenings.map(({ id, kind }) => `${id} ${kind}`).join());
  };
  const moments = async () => {
    const past = await copies.pastOf('h1');
    return past === null ? null : momentsOf(past);
  };
  return { copies, see, told, moments, refusals };
}

const [a, b, c] = [registration('A'), registration('B'), registration('C')];
const newA = registration('A', 'new');

describe('the history of a hub', () => {
  test('does not exist before the first list', async () => {
    const { told, moments } = start(machine());
    expect([await told(), await moments()]).toEqual([undefined, null]);
  });

  test('begins with the first list, in which nothing happened', async () => {
    const { see, told, moments } = start(machine());
    await see(a, b);
    expect([await told(), await moments()]).toEqual([[], [6000]]);
  });

  test('begins with a copy that an earlier version left', async () => {
    const { see, told, moments } = start(machine(copyOf('h1', a)));
    await see(newA);
    expect([await told(), await moments()]).toEqual([['A changed'], [6000, 1]]);
  });

  test('tells what each look showed, and goes on after a restart', async () => {
    const disk = machine();
    const first = start(disk);
    await first.see(a, b);
    await first.see(a, b);
    await first.see(newA, b, c);
    const second = start(disk);
    await second.see(newA, c);
    expect(await second.told()).toEqual(['A changed,C appeared', 'B disappeared']);
    expect(await second.moments()).toEqual([9000, 8000, 6000]);
    const past = await second.copies.pastOf('h1');
    expect(summary(past && copyAt(past, 8500))).toEqual(['A:new', 'C:', 'B:']);
    expect(summary(past && copyAt(past, 7999))).toEqual(['A:', 'B:']);
  });

  test('also tells what was seen of one registration, at the time it was seen', async () => {
    const disk = machine();
    const { see, copies, told, moments } = start(disk);
    await see(a, b);
    disk.clock.advance(500);
    await copies.read('h1', { registrationId: 'A', read: () => Promise.resolve(ok(newA)) });
    await copies.written('h1', c);
    expect(await told()).toEqual(['A changed', 'C appeared']);
    expect(await moments()).toEqual([6500, 6000]);
  });

  test('is gone with its hub', async () => {
    const disk = machine();
    const { see, copies, told } = start(disk);
    await see(a);
    await see(b);
    await copies.remove('h1');
    expect(disk.history.stored.size).toBe(0);
    await see(a);
    expect(await told()).toEqual([]);
  });
});

describe('a process that is killed while it keeps a list', () => {
  /** The app sees A, then A changed; of that the disk takes only so much, and the app is started again. */
  async function afterDeath(lost: readonly ('history' | 'copy')[]) {
    const disk = machine();
    const before = start(disk);
    await before.see(a, b);
    const [stored, marks] = [new Map(disk.store.stored), new Map(disk.store.marks)];
    const steps = new Map(disk.history.stored);
    await before.see(newA, c);
    if (lost.includes('copy')) {
      disk.store.stored.set('h1', stored.get('h1') ?? copyOf('h1'));
      disk.store.marks.set('h1', marks.get('h1') ?? { step: 0, sinceMs: 0 });
    }
    if (lost.includes('history')) disk.history.stored.set('h1', steps.get('h1') ?? []);
    return start(disk);
  }

  test('before anything was written, tells it at the next look', async () => {
    const app = await afterDeath(['history', 'copy']);
    expect(summary(await app.copies.of('h1'))).toEqual(['A:', 'B:']);
    await app.see(newA, c);
    expect(await app.told()).toEqual(['A changed,C appeared,B disappeared']);
  });

  test('between history and copy, has the copy all the same, and does not tell it twice', async () => {
    const app = await afterDeath(['copy']);
    expect(summary(await app.copies.of('h1'))).toEqual(['A:new', 'C:']);
    expect((await app.copies.of('h1'))?.takenAtMs).toBe(7000);
    await app.see(newA, c);
    expect(await app.told()).toEqual(['A changed,C appeared,B disappeared']);
    expect(await app.moments()).toEqual([7000, 6000]);
  });

  test('after both, has both', async () => {
    const app = await afterDeath([]);
    await app.see(newA, c);
    expect(await app.told()).toEqual(['A changed,C appeared,B disappeared']);
  });

  test('writes history before copy', async () => {
    const disk = machine();
    const app = start(disk);
    await app.see(a);
    const order: string[] = [];
    const { history, store } = disk;
    const watchedHistory = {
      ...history,
      append: async (...given: Parameters<typeof history.append>) => {
        const appended = await history.append(...given);
        order.push('history');
        return appended;
      },
    };
    const watchedStore = {
      ...store,
      write: (...given: Parameters<typeof store.write>) => {
        order.push('copy');
        return store.write(...given);
      },
    };
    await start({ ...disk, history: watchedHistory, store: watchedStore }).see(newA);
    expect(order).toEqual(['history', 'copy']);
  });
});

describe('a disk that refuses the history', () => {
  test('is told, keeps the copy, and gets what it lacks with the next step', async () => {
    const disk = machine();
    const { see, told, refusals } = start(disk);
    await see(a);
    disk.history.refusal = { code: 'storageFailed', cause: 'full' };
    await see(newA);
    expect(refusals).toEqual([{ code: 'storageFailed', cause: 'full' }]);
    expect(summary(disk.store.stored.get('h1') ?? null)).toEqual(['A:new']);
    disk.history.refusal = null;
    await see(newA, b);
    expect(await told()).toEqual(['A changed', 'B appeared']);
    expect(await start(disk).told()).toEqual(['A changed', 'B appeared']);
  });

  test('for good, leaves a gap that is not built across', async () => {
    const disk = machine();
    const first = start(disk);
    await first.see(a);
    await first.see(a, b);
    disk.history.refusal = { code: 'storageFailed', cause: 'full' };
    await first.see(newA, b);
    disk.history.refusal = null;
    const second = start(disk);
    await second.see(newA, b, c);
    expect(await second.told()).toEqual(['B appeared', 'C appeared']);
    expect(await second.moments()).toEqual([9000, 8000]);
  });
});

test('a copy that was lost begins anew, and what was known before is told but not rebuilt', async () => {
  const disk = machine();
  const first = start(disk);
  await first.see(a);
  await first.see(newA);
  disk.store.stored.clear();
  disk.store.marks.clear();
  const second = start(disk);
  await second.see(a);
  await second.see(a, b);
  expect(await second.told()).toEqual(['A changed', 'B appeared']);
  expect(await second.moments()).toEqual([9000, 8000]);
});

describe('an old history', () => {
  async function oldHistory(): Promise<Machine> {
    const disk = machine();
    const { see } = start(disk);
    await see(a);
    await see(newA);
    await see(a);
    disk.clock.advance(10 * DAY_MS);
    await see(newA);
    return disk;
  }
  const settle = async (disk: Machine, days: number) => {
    const app = start(disk, days);
    await app.told();
    await app.told();
    return app;
  };

  test('is kept in full as long as the person wants it', async () => {
    const disk = await oldHistory();
    await settle(disk, 11);
    expect(disk.history.stored.get('h1')).toHaveLength(3);
  });

  test('is folded when somebody asks for it, and stays folded', async () => {
    const disk = await oldHistory();
    const app = await settle(disk, 9);
    expect(disk.history.stored.get('h1')).toHaveLength(2);
    expect(await app.told()).toEqual(['A changed', 'A changed']);
    await app.see(newA, b);
    expect(await start(disk).told()).toEqual(['A changed', 'A changed', 'B appeared']);
    expect((await start(disk).moments())?.length).toBe(4);
  });

  test('stays as it is when the disk does not take the folded one', async () => {
    const disk = await oldHistory();
    disk.history.refusal = { code: 'storageFailed', cause: 'full' };
    const app = await settle(disk, 9);
    disk.history.refusal = null;
    await app.see(newA, b);
    expect(disk.history.stored.get('h1')).toHaveLength(4);
    expect(await app.told()).toHaveLength(4);
  });
});
