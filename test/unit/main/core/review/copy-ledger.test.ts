import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISK_TICKET, EMPTY_LEDGER, enterChange, enterList } from '../../../../../main/core/review/copy-ledger.ts';
import type { Ledger } from '../../../../../main/core/review/copy-ledger.ts';
import { copyOf, registration, summary } from './registrations.ts';

const list =
  (ticket: number, ...seen: [string, string][]) =>
  (ledger: Ledger) =>
    enterList(ledger, { ticket, copy: copyOf('h1', ...seen.map(([id, text]) => registration(id, text))) });
const seen = (ticket: number, id: string, text: string) => (ledger: Ledger) =>
  enterChange(ledger, { ticket, id, registration: registration(id, text) });
const gone = (ticket: number, id: string) => (ledger: Ledger) =>
  enterChange(ledger, { ticket, id, registration: null });
const after = (...news: ((ledger: Ledger) => Ledger)[]) =>
  summary(news.reduce((ledger, enter) => enter(ledger), EMPTY_LEDGER).copy);

describe('what a copy holds', () => {
  test('is the list', () => {
    expect(after(list(1, ['A', 'old'], ['B', 'old']))).toEqual(['A:old', 'B:old']);
  });

  test('is the list that was asked for last, whichever comes last', () => {
    expect(after(list(2, ['A', 'new']), list(1, ['A', 'old'], ['B', 'old']))).toEqual(['A:new']);
  });

  test('is what came from the disk only until a list comes', () => {
    expect(after(list(DISK_TICKET, ['A', 'disk']))).toEqual(['A:disk']);
    expect(after(list(1, ['A', 'new']), list(DISK_TICKET, ['A', 'disk']))).toEqual(['A:new']);
  });

  test('has one registration renewed in its place, or added at the end', () => {
    expect(after(list(1, ['A', ''], ['B', '']), seen(2, 'A', 'new'), seen(3, 'C', 'new'))).toEqual([
      'A:new',
      'B:',
      'C:new',
    ]);
  });

  test('keeps what was made while the list was on its way', () => {
    expect(after(seen(2, 'C', 'made'), list(1, ['A', '']))).toEqual(['A:', 'C:made']);
  });

  test('does not bring back what was found to be gone while the list was on its way', () => {
    expect(after(list(1, ['A', ''], ['B', '']), gone(3, 'A'), list(2, ['A', ''], ['B', '']))).toEqual(['B:']);
  });

  test('gives way to a list that was asked for after the change', () => {
    expect(after(list(1, ['A', '']), seen(2, 'A', 'changed'), list(3, ['A', 'newest']))).toEqual(['A:newest']);
  });

  test('is not changed by a registration that was asked for before the list', () => {
    expect(after(list(2, ['A', 'new']), seen(1, 'A', 'old'), gone(1, 'A'))).toEqual(['A:new']);
  });

  test('is nothing as long as there is no list: one registration would pass for all', () => {
    expect(after(seen(1, 'A', 'new'))).toBeNull();
  });

  test('keeps the time of its list', () => {
    const ledger = seen(9, 'A', 'new')(list(1, ['A', ''])(EMPTY_LEDGER));
    expect(ledger.copy?.takenAtMs).toBe(1);
  });
});

test('in whatever order answers come, the newest word on each registration stands', () => {
  const id = fc.constantFrom('A', 'B', 'C');
  const news = fc.oneof(
    fc.record({ kind: fc.constant('list' as const), ids: fc.uniqueArray(id) }),
    fc.record({ kind: fc.constant('seen' as const), id }),
    fc.record({ kind: fc.constant('gone' as const), id }),
  );
  const asked = fc.array(news, { maxLength: 8 }).map((all) => all.map((one, index) => ({ ...one, ticket: index + 1 })));
  const orders = asked.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  fc.assert(
    fc.property(orders, ([inOrder, shuffled]) => {
      const final = shuffled.reduce((ledger, one) => {
        const text = String(one.ticket);
        if (one.kind === 'list') return list(one.ticket, ...one.ids.map((it): [string, string] => [it, text]))(ledger);
        return one.kind === 'seen' ? seen(one.ticket, one.id, text)(ledger) : gone(one.ticket, one.id)(ledger);
      }, EMPTY_LEDGER);
      const lastList = inOrder.findLast((one) => one.kind === 'list');
      if (lastList === undefined) {
        expect(final.copy).toBeNull();
        return;
      }
      const expected = new Map<string, string>(lastList.ids.map((it) => [it, String(lastList.ticket)]));
      for (const one of inOrder.slice(lastList.ticket)) {
        if (one.kind === 'seen') expected.set(one.id, String(one.ticket));
        if (one.kind === 'gone') expected.delete(one.id);
      }
      const held = [...(summary(final.copy) ?? [])].sort();
      expect(held).toEqual([...expected].map(([key, text]) => `${key}:${text}`).sort());
    }),
    { numRuns: 500 },
  );
});
