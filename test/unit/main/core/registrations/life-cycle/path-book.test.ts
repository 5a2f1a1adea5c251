import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import { pathBook } from '../../../../../../main/core/registrations/life-cycle/path-book.ts';
import {
  emptyStoredActionPaths,
  parseStoredActionPaths,
} from '../../../../../../main/core/registrations/life-cycle/stored-action-paths.ts';
import { memoryRecordStore } from '../../../../../doubles/memory-record-store.ts';

const FIXTURE = resolve(import.meta.dirname, '../../../../../fixtures/store/action-paths.format-1.json');
const ENABLE = ['actions/enable', 'actions/enableregistration'];
const REACTIVATE = ['actions/enablesync', 'actions/reactivate', 'actions/reactivatesync'];

function setUp() {
  const store = memoryRecordStore(emptyStoredActionPaths);
  return { store, book: pathBook(store) };
}

describe('the paths of a hub', () => {
  test('are the most plausible ones as long as nothing is known', () => {
    const { book } = setUp();
    expect(book.pathsOf('h1')).toEqual([
      { action: 'enable', path: 'actions/enable', origin: 'assumed', candidates: ENABLE },
      { action: 'reactivate', path: 'actions/enablesync', origin: 'assumed', candidates: REACTIVATE },
    ]);
    expect(book.toTry('h1', 'enable')).toEqual(ENABLE);
    expect(book.toTry('h1', 'reactivate')).toEqual(REACTIVATE);
  });

  test('that worked are tried first from then on, and only at that hub', () => {
    const { book, store } = setUp();
    book.found('h1', 'reactivate', 'actions/reactivate');
    book.found('h1', 'reactivate', 'actions/reactivate');
    expect(store.writes()).toBe(1);
    expect(book.toTry('h1', 'reactivate')).toEqual([
      'actions/reactivate',
      'actions/enablesync',
      'actions/reactivatesync',
    ]);
    expect(book.pathsOf('h1')[1]).toMatchObject({ path: 'actions/reactivate', origin: 'found' });
    expect(book.toTry('h2', 'reactivate')).toEqual(REACTIVATE);
    expect(book.toTry('h1', 'enable')).toEqual(ENABLE);
  });

  test('that were set are the only ones, until they are taken back', () => {
    const { book } = setUp();
    book.found('h1', 'enable', 'actions/enableregistration');
    expect(book.set({ hubId: 'h1', action: 'enable', path: 'actions/show' })).toEqual(ok(null));
    book.found('h1', 'enable', 'actions/enable');
    expect(book.toTry('h1', 'enable')).toEqual(['actions/show']);
    expect(book.pathsOf('h1')[0]).toMatchObject({ path: 'actions/show', origin: 'set', candidates: ENABLE });
    book.set({ hubId: 'h1', action: 'enable', path: null });
    expect(book.pathsOf('h1')[0]).toMatchObject({ path: 'actions/enable', origin: 'assumed' });
  });

  test('go with the hub', () => {
    const { book, store } = setUp();
    book.found('h1', 'enable', 'actions/enable');
    book.found('h2', 'enable', 'actions/enable');
    book.removeOfHub('h1');
    expect(store.read().paths.map(({ hubId }) => hubId)).toEqual(['h2']);
    book.removeOfHub('h1');
    expect(store.writes()).toBe(3);
  });

  test('are as before when the disk refuses', () => {
    const { book, store } = setUp();
    store.refuse('full');
    const refused = fail({ code: 'storageFailed', cause: 'full' });
    expect(book.set({ hubId: 'h1', action: 'enable', path: 'actions/show' })).toEqual(refused);
    book.found('h1', 'enable', 'actions/enableregistration');
    expect(book.toTry('h1', 'enable')).toEqual(ENABLE);
  });
});

describe('the stored paths', () => {
  test('of the released format are read as they were written', () => {
    const fixture: unknown = JSON.parse(readFileSync(FIXTURE, 'utf8'));
    expect(parseStoredActionPaths(fixture)).toEqual(ok(fixture));
  });

  test.each([
    ['leads out of the registration', '../REG-2'],
    ['is an address', 'https://elsewhere.example'],
    ['has a question', 'actions/enable?force=1'],
    ['is empty', ''],
  ])('are not used when one %s', (_how, path) => {
    const paths = [{ hubId: 'h1', action: 'enable', path, origin: 'set' }];
    expect(parseStoredActionPaths({ formatVersion: 1, paths })).toEqual(fail('unreadable'));
  });

  test('of a newer app stay as they are', () => {
    expect(parseStoredActionPaths({ formatVersion: 2 })).toEqual(fail('newer'));
  });
});
