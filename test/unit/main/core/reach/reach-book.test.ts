import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reachOpener } from '../../../../../main/core/reach/open-reach.ts';
import { ReachBook } from '../../../../../main/core/reach/reach-book.ts';
import { emptyStoredReach, parseStoredReach } from '../../../../../main/core/reach/stored-reach.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { scriptedSecretBox } from '../../../../doubles/scripted-secret-box.ts';

const URL_OF_HUB = 'https://hub.example/prweb/api/ppf/v1/registrations';
const PROXY = { kind: 'manual', address: 'http://proxy.example.com:8080', userName: 'clerk' } as const;

function setUp() {
  const box = scriptedSecretBox();
  const store = memoryRecordStore(emptyStoredReach);
  const book = new ReachBook({ store, secretBox: box });
  const opener = reachOpener(book, () => Promise.resolve([null]));
  async function setPassword(hubId: string | null, password: string): Promise<void> {
    const prepared = await book.prepare({ clientSecret: password, boundOrigins: [PROXY.address] });
    if (!prepared.ok) throw new Error('The box refused');
    book.change(hubId, { proxy: { ...PROXY, password: prepared.value.stored } });
    book.keep(hubId, 'proxy', prepared.value);
  }
  return { box, store, book, opener, setPassword };
}

describe('the stored record', () => {
  it('of format 1 is read as it was written', () => {
    const json: unknown = JSON.parse(readFileSync('test/fixtures/store/reach.format-1.json', 'utf8'));
    expect(parseStoredReach(json)).toEqual({ ok: true, value: json });
    expect(parseStoredReach(emptyStoredReach)).toEqual({ ok: true, value: emptyStoredReach });
  });

  it('of a newer app is left alone, and one with an address nobody could type is not believed', () => {
    expect(parseStoredReach({ ...emptyStoredReach, formatVersion: 2 })).toEqual({ ok: false, failure: 'newer' });
    const proxy = { ...PROXY, address: 'ftp://proxy.example.com', password: null };
    const edited = { ...emptyStoredReach, all: { ...emptyStoredReach.all, proxy } };
    expect(parseStoredReach(edited)).toEqual({ ok: false, failure: 'unreadable' });
  });
});

describe('what counts for a hub', () => {
  it('is its own, and where it has nothing, what is set for all', async () => {
    const { book, opener } = setUp();
    book.change(null, { proxy: { ...PROXY, password: null }, timeouts: { connectSeconds: 3, answerSeconds: 4 } });
    expect(await opener.ways('h1', URL_OF_HUB)).toMatchObject({
      value: [{ proxy: { address: PROXY.address, password: '' }, timeouts: { connectSeconds: 3 } }],
    });
    book.change('h1', { proxy: { kind: 'none' } });
    expect(await opener.ways('h1', URL_OF_HUB)).toMatchObject({
      value: [{ proxy: null, timeouts: { connectSeconds: 3 } }],
    });
    expect(await opener.ways('h2', URL_OF_HUB)).toMatchObject({ value: [{ proxy: { address: PROXY.address } }] });
  });

  it('is gone when the hub is, and nothing to remove is no mistake', () => {
    const { book, store } = setUp();
    book.change('h1', { proxy: { kind: 'none' } });
    expect(book.removeOfHub('h1')).toMatchObject({ ok: true });
    expect(store.read()).toEqual(emptyStoredReach);
    expect(book.removeOfHub('h1')).toMatchObject({ ok: true });
  });
});

describe('the proxy’s password', () => {
  it('is stored sealed, without its last characters, and sent to its own proxy only', async () => {
    const { book, store, opener, setPassword } = setUp();
    await setPassword('h1', 'a-password-that-is-long-enough');
    expect(store.text()).not.toContain('ough');
    expect(await opener.ways('h1', URL_OF_HUB)).toMatchObject({
      value: [{ proxy: { userName: 'clerk', password: 'a-password-that-is-long-enough' } }],
    });
    const { proxy } = book.scope('h1');
    if (proxy?.kind !== 'manual') throw new Error('It was saved by hand');
    book.change('h1', { proxy: { ...proxy, address: 'http://elsewhere.example.com:8080' } });
    expect(await opener.ways('h1', URL_OF_HUB)).toEqual({
      ok: false,
      failure: { code: 'secretBoundElsewhere', host: 'elsewhere.example.com:8080' },
    });
  });

  it('without a keystore lives as long as this run, and says afterwards that it is gone', async () => {
    const { box, store, book, opener, setPassword } = setUp();
    box.become('unprotected');
    await setPassword(null, 'secret');
    expect(book.view(null).proxy).toMatchObject({ password: { protection: { level: 'sessionOnly' }, state: 'ready' } });
    expect(await opener.ways('h1', URL_OF_HUB)).toMatchObject({ value: [{ proxy: { password: 'secret' } }] });
    const later = reachOpener(new ReachBook({ store, secretBox: box }), () => Promise.resolve([null]));
    expect(await later.ways('h1', URL_OF_HUB)).toEqual({
      ok: false,
      failure: { code: 'reachSecretGone', what: 'proxyPassword' },
    });
  });

  it('is not asked for where nothing goes through a proxy', async () => {
    const { box, opener, setPassword } = setUp();
    await setPassword('h1', 'secret');
    await opener.ways('h1', 'http://127.0.0.1:8080/prweb');
    expect(box.touched.open).toBe(0);
  });
});
