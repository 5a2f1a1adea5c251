import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileCopyStore } from '../../../../main/adapters/file-copy-store.ts';
import { savedCopyText } from '../../../../main/adapters/saved-copy-format.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import type { Registration, SavedCopy } from '../../../../preload/contract/registration.ts';
import { readRegistration } from '../../../../main/core/registrations/registration.ts';
import { recordingLog } from '../../../doubles/recording-log.ts';
import { wireRegistration } from '../../../doubles/wire-registration.ts';

const NOW = Date.UTC(2026, 10, 23, 7, 31);

let base: string;
let folder: string;
beforeEach(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'copy-store-'));
  folder = path.join(base, 'copies');
});
afterEach(() => fs.rmSync(base, { recursive: true, force: true }));

const open = (log = recordingLog()) => fileCopyStore({ folder, clock: { nowMs: () => NOW }, log });

function registration(index: number): Registration {
  const read = readRegistration({
    ...wireRegistration({ ID: `REG-${index}`, applicationDescription: 'Zażółć gęślą jaźń \u2028 and a line' }),
    nested: { list: [1, 'two', null, true] },
    ...(index % 2 === 1 && { clientSecret: 'never to be kept' }),
  });
  if (read === null) throw new Error('That is no registration');
  return read;
}
const MARK = { step: 7, sinceMs: NOW - 1000 };

const copy = (hubId: string, count: number, takenAtMs = NOW): SavedCopy => ({
  hubId,
  takenAtMs,
  registrations: Array.from({ length: count }, (_, index) => registration(index)),
});

describe('a saved copy', () => {
  it('is null before the first one', async () => {
    expect(await open().read('hub-1')).toEqual({ kept: null, recovery: null });
  });

  it('comes back as it was, after a restart too, for its owner only', async () => {
    expect(await open().write(copy('hub-1', 3), MARK)).toEqual(ok(null));
    expect(await open().read('hub-1')).toEqual({ kept: { copy: copy('hub-1', 3), mark: MARK }, recovery: null });
    expect(await open().read('hub-2')).toEqual({ kept: null, recovery: null });
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
    expect(fs.readdirSync(folder).sort()).toEqual(['hub-1.json', 'hub-1.last-good.json']);
    for (const name of fs.readdirSync(folder)) expect(fs.statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('is the last one written, however many writes wait, and reading waits for them', async () => {
    const store = open();
    const writes = Array.from({ length: 50 }, (_, index) => store.write(copy('hub-1', index), MARK));
    expect((await store.read('hub-1')).kept?.copy).toEqual(copy('hub-1', 49));
    expect(await Promise.all(writes)).toEqual(Array.from({ length: 50 }, () => ok(null)));
  });

  it('of one hub does not wait for another one', async () => {
    const store = open();
    const order: string[] = [];
    await Promise.all([
      store
        .write(copy('large', 5000), MARK)
        .then(() => store.write(copy('large', 5000), MARK))
        .then(() => order.push('large')),
      store.write(copy('small', 1), MARK).then(() => order.push('small')),
    ]);
    expect(order).toEqual(['small', 'large']);
  });

  it('is settled when everything was written', async () => {
    const store = open();
    for (const hubId of ['a', 'b', 'c']) void store.write(copy(hubId, 100), MARK);
    await store.settled();
    expect(fs.readdirSync(folder)).toHaveLength(6);
  });

  it('of ten thousand registrations is whole', async () => {
    const large = copy('hub-1', 10_000);
    expect(await open().write(large, MARK)).toEqual(ok(null));
    expect((await open().read('hub-1')).kept?.copy).toEqual(large);
  });

  it('is removed with everything that is kept of it, and others stay', async () => {
    const store = open();
    await store.write(copy('hub-1', 1), MARK);
    await store.write(copy('hub-10', 1), MARK);
    fs.writeFileSync(path.join(folder, 'hub-1.unreadable-2026.json'), 'broken');
    expect(await store.remove('hub-1')).toEqual(ok(null));
    expect(await store.remove('hub-1')).toEqual(ok(null));
    expect(await store.read('hub-1')).toEqual({ kept: null, recovery: null });
    expect(fs.readdirSync(folder).sort()).toEqual(['hub-10.json', 'hub-10.last-good.json']);
  });

  it('does not leave half-made files of a killed process behind', () => {
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, 'hub-1.json.123456'), 'half');
    fs.writeFileSync(path.join(folder, 'hub-1.history.jsonl.123456'), 'half');
    fs.writeFileSync(path.join(folder, 'hub-1.last-good.json.copying'), 'half');
    open();
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

describe('a saved copy of an earlier version', () => {
  it('of format 1 is read, and a history begins with it', async () => {
    const fixture = path.resolve(import.meta.dirname, '../../../fixtures/store/copy.format-1.json');
    fs.mkdirSync(folder);
    fs.copyFileSync(fixture, path.join(folder, 'hub-1.json'));
    const { kept, recovery } = await open().read('hub-1');
    expect(recovery).toBeNull();
    expect(kept?.mark).toEqual({ step: 0, sinceMs: 1_795_419_060_000 });
    expect(kept?.copy).toMatchObject({ hubId: 'hub-1', takenAtMs: 1_795_419_060_000 });
    expect(kept?.copy.registrations).toMatchObject([
      { id: 'REG-22951', applicationName: 'SalesDesk3', status: { kind: 'synchronizing', raw: 'Open-SyncProgress' } },
      { id: 'REG-22952', applicationName: 'ClaimsDesk', withheldFields: ['clientSecret'] },
    ]);
  });
});

describe('a saved copy that cannot be read', () => {
  it.each([
    ['is empty', ''],
    ['is cut off', '{"formatVersion":2,"hubId":"hub-1","reg'],
    ['belongs to another hub', savedCopyText(copy('hub-2', 1), MARK)],
    ['lacks something', savedCopyText(copy('hub-1', 1), MARK).replace('"mark"', '"remark"')],
    ['lists what is no registration', savedCopyText(copy('hub-1', 1), MARK).replace('"ID"', '"key"')],
    ['says no version', savedCopyText(copy('hub-1', 1), MARK).replace('"formatVersion"', '"version"')],
    ['is of format 1 and lacks something', '{"formatVersion":1,"hubId":"hub-1","takenAtMs":1,"registrations":[{}]}'],
  ])('because it %s is moved aside, and the last good one is used', async (_why, content) => {
    await open().write(copy('hub-1', 2), MARK);
    fs.writeFileSync(path.join(folder, 'hub-1.json'), content);
    const movedAsideAs = 'hub-1.unreadable-2026-11-23T07-31-00-000Z.json';
    const restoredFromMs = Math.round(fs.statSync(path.join(folder, 'hub-1.last-good.json')).mtimeMs);
    const log = recordingLog();
    expect(await open(log).read('hub-1')).toEqual({
      kept: { copy: copy('hub-1', 2), mark: MARK },
      recovery: { movedAsideAs, restoredFromMs },
    });
    expect(fs.readFileSync(path.join(folder, movedAsideAs), 'utf8')).toBe(content);
    expect(log.lines).toHaveLength(1);
  });

  it('is replaced by the one before the last, if there was one: the history tells the rest', async () => {
    await open().write(copy('hub-1', 2), { step: 1, sinceMs: 1 });
    await open().write(copy('hub-1', 3), { step: 2, sinceMs: 2 });
    fs.writeFileSync(path.join(folder, 'hub-1.json'), '');
    const { kept } = await open().read('hub-1');
    expect(kept).toEqual({ copy: copy('hub-1', 2), mark: { step: 1, sinceMs: 1 } });
  });

  it('because a newer version wrote it counts as none, and is left alone until the Hub was asked', async () => {
    const store = open();
    fs.writeFileSync(path.join(folder, 'hub-1.json'), '{"formatVersion":3}');
    expect(await store.read('hub-1')).toEqual({ kept: null, recovery: null });
    expect(fs.readdirSync(folder)).toEqual(['hub-1.json']);
  });
});

describe('what is not a name', () => {
  it.each(['', '..', '../hub', 'a/b', 'a\\b', 'a.b', 'x'.repeat(65), 'hub\0'])('is nobody (%j)', async (hubId) => {
    const store = open();
    fs.writeFileSync(path.join(base, 'hub.json'), JSON.stringify({ formatVersion: 1, ...copy(hubId, 0) }));
    expect(await store.read(hubId)).toEqual({ kept: null, recovery: null });
    const refused = fail({ code: 'storageFailed', cause: 'other' });
    expect(await store.write(copy(hubId, 1), MARK)).toEqual(refused);
    expect(await store.remove(hubId)).toEqual(refused);
    expect(fs.readdirSync(base).sort()).toEqual(['copies', 'hub.json']);
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

describe('a disk that does not take it', () => {
  it('is told, and the copy that is there stays', async () => {
    const store = open();
    await store.write(copy('hub-1', 1), MARK);
    // A folder stands where the half-made file goes on to: nothing can be renamed over it.
    fs.rmSync(path.join(folder, 'hub-1.json'));
    fs.mkdirSync(path.join(folder, 'hub-1.json'));
    const log = recordingLog();
    const refused = await fileCopyStore({ folder, clock: { nowMs: () => NOW }, log }).write(copy('hub-1', 2), MARK);
    expect(refused).toEqual(fail({ code: 'storageFailed', cause: 'other' }));
    expect(log.lines).toMatchObject([{ event: 'A saved copy was not written' }]);
  });

  it('because there is no folder to write in, is told at every write and hurts nobody', async () => {
    fs.writeFileSync(folder, 'in the way');
    const store = open();
    expect(await store.read('hub-1')).toEqual({ kept: null, recovery: null });
    expect(await store.write(copy('hub-1', 1), MARK)).toMatchObject({ ok: false, failure: { code: 'storageFailed' } });
    expect(await store.remove('hub-1')).toMatchObject({ ok: false, failure: { code: 'storageFailed' } });
    await store.settled();
  });
});
