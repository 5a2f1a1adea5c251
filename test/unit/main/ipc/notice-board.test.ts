import { expect, it } from 'vitest';
import type { Notice } from '#contract/app.ts';
import { fail, ok } from '#contract/result.ts';
import { emptyStoredNotices, noticeBoard, parseStoredNotices } from '../../../../main/ipc/notice-board.ts';
import { memoryRecordStore } from '../../../doubles/memory-record-store.ts';

const RECOVERY = { movedAsideAs: 'hubs.unreadable-2026.json', restoredFromMs: 42 };

function boardOver(store = memoryRecordStore(emptyStoredNotices)) {
  let changes = 0;
  let ids = 0;
  const board = noticeBoard({ store, newId: () => `notice-${(ids += 1)}`, onChanged: () => (changes += 1) });
  return { board, store, changes: () => changes };
}

it('notices stay, oldest first, until they are taken away for good', () => {
  const { board, store, changes } = boardOver();
  board.addRecovery('storeRestored', RECOVERY);
  board.addRecovery('copyRestored', { movedAsideAs: 'copy', restoredFromMs: null });
  expect(board.notices()).toEqual([
    { id: 'notice-1', kind: 'storeRestored', ...RECOVERY },
    { id: 'notice-2', kind: 'copyRestored', movedAsideAs: 'copy', restoredFromMs: null },
  ]);
  expect(board.dismiss('notice-1')).toEqual(ok(null));
  // After a restart too.
  expect(
    boardOver(store)
      .board.notices()
      .map(({ id }) => id),
  ).toEqual(['notice-2']);
  expect(changes()).toBe(3);
});

it('taking away what is gone is no mistake and changes nothing', () => {
  const { board, store, changes } = boardOver();
  expect(board.dismiss('notice-9')).toEqual(ok(null));
  expect([store.writes(), changes()]).toEqual([0, 0]);
});

it('of the practice hub’s moves only the last one counts', () => {
  const { board } = boardOver();
  board.addPracticeHubMoved('http://127.0.0.1:1');
  board.addRecovery('storeRestored', RECOVERY);
  board.addPracticeHubMoved('http://127.0.0.1:2');
  expect(board.notices().map((notice: Notice) => ('origin' in notice ? notice.origin : notice.kind))).toEqual([
    'storeRestored',
    'http://127.0.0.1:2',
  ]);
});

it('a full disk is told to who takes a notice away, and the notice stays', () => {
  const { board, store } = boardOver();
  board.addRecovery('storeRestored', RECOVERY);
  store.refuse('full');
  expect(board.dismiss('notice-1')).toEqual(fail({ code: 'storageFailed', cause: 'full' }));
  expect(board.notices()).toHaveLength(1);
});

it('a machine that loses something at every start does not fill the disk with notices', () => {
  const { board } = boardOver();
  for (let start = 0; start < 100; start += 1) board.addRecovery('copyRestored', RECOVERY);
  expect(board.notices()).toHaveLength(20);
  expect(board.notices().at(-1)?.id).toBe('notice-100');
});

it('what was stored is read again; anything else is unreadable, and a later format is newer', () => {
  const { board, store } = boardOver();
  board.addRecovery('storeRestored', RECOVERY);
  board.addRecovery('pairsRestored', RECOVERY);
  board.addPracticeHubMoved('http://127.0.0.1:1');
  expect(parseStoredNotices(JSON.parse(store.text()))).toEqual(ok(store.read()));
  expect(parseStoredNotices({ formatVersion: 1, notices: [{ kind: 'gossip' }] })).toEqual(fail('unreadable'));
  expect(parseStoredNotices([])).toEqual(fail('unreadable'));
  expect(parseStoredNotices({ formatVersion: 2 })).toEqual(fail('newer'));
});
