import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { originsOfHub } from '../../../../../main/core/hubs/hub-addresses.ts';
import { reachOpener } from '../../../../../main/core/reach/open-reach.ts';
import { formatIdentity } from '../../../../../main/core/reach/open-trust.ts';
import { ReachBook } from '../../../../../main/core/reach/reach-book.ts';
import { emptyStoredReach, parseStoredReach } from '../../../../../main/core/reach/stored-reach.ts';
import { sampleAuthority } from '../../../../doubles/sample-reach.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { scriptedSecretBox } from '../../../../doubles/scripted-secret-box.ts';

const URL_OF_HUB = 'https://hub.example/prweb/api/ppf/v1/registrations';
const PROXY = { kind: 'manual', address: 'http://proxy.example.com:8080', userName: 'clerk' } as const;

const hubs: Readonly<Record<string, Parameters<typeof originsOfHub>[0]>> = {
  h1: {
    baseUrl: 'https://hub.example/prweb/api/ppf/v1',
    credentials: [{ tokenEndpoint: 'https://tokens.example/token' }, { tokenEndpoint: 'https://hub.example/token' }],
  },
  h2: { baseUrl: 'https://other.example/prweb/api/ppf/v1', credentials: [] },
};
const hubOf = (hubId: string) => hubs[hubId] ?? null;

function setUp() {
  const box = scriptedSecretBox();
  const store = memoryRecordStore(emptyStoredReach);
  const book = new ReachBook({ store, secretBox: box });
  const systemProxies = () => Promise.resolve([null]);
  const opener = reachOpener({ book, systemProxies, hubOf });
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

describe('the certificates of a hub', () => {
  const client = { kind: 'pem', certificate: 'a certificate', key: 'its key', passphrase: '' } as const;
  const mine = { pem: 'of the hub', facts: sampleAuthority };
  const everybodys = { pem: 'of all hubs', facts: { ...sampleAuthority, fingerprint256: 'AA' } };

  async function withCertificates(boundOrigins: readonly string[] = originsOfHub(hubs['h1']!)) {
    const made = setUp();
    const prepared = await made.book.prepare({ clientSecret: formatIdentity(client), boundOrigins });
    if (!prepared.ok) throw new Error('The box refused');
    const clientCertificate = { fileName: 'me.pem', facts: null, secret: prepared.value.stored };
    made.book.change('h1', { certificates: [mine], clientCertificate });
    made.book.change(null, { certificates: [everybodys] });
    return { ...made, clientCertificate };
  }

  it.each(['https://hub.example/prweb/api', 'https://tokens.example/token'])('count at %s', async (url) => {
    const { opener } = await withCertificates();
    const certificates = ['of all hubs', 'of the hub'];
    expect(await opener.ways('h1', url)).toMatchObject({ value: [{ trust: { certificates, client } }] });
  });

  it.each(['https://elsewhere.example/openapi.json', 'https://hub.example:8443/', 'https://hub.example.evil.example/'])(
    'count for nothing at %s, and the key is not even opened',
    async (url) => {
      const { opener, box } = await withCertificates();
      const trust = { certificates: ['of all hubs'], client: null };
      expect(await opener.ways('h1', url)).toMatchObject({ value: [{ trust }] });
      expect(box.touched.open).toBe(0);
    },
  );

  it('are not what a proxy is judged by: only those for all hubs are, and it is never shown who we are', async () => {
    const { opener } = await withCertificates();
    expect(await opener.ways('h1', URL_OF_HUB)).toMatchObject({
      value: [{ proxyTrust: { certificates: ['of all hubs'], client: null } }],
    });
  });

  it('a client certificate that an edited file gives to another hub is not shown there', async () => {
    const { book, opener, clientCertificate } = await withCertificates();
    book.change('h2', { clientCertificate });
    expect(await opener.ways('h2', 'https://other.example/prweb/api/ppf/v1')).toEqual({
      ok: false,
      failure: { code: 'clientCertificateBoundElsewhere', host: 'other.example' },
    });
  });

  it('a client certificate that was sealed without addresses has to be chosen again', async () => {
    const { opener } = await withCertificates([]);
    expect(await opener.ways('h1', URL_OF_HUB)).toMatchObject({
      failure: { code: 'clientCertificateBoundElsewhere', host: 'hub.example' },
    });
  });
});

it('whoever has to know hears of every change of the way', () => {
  const heard: (string | null)[] = [];
  const book = new ReachBook({
    store: memoryRecordStore(emptyStoredReach),
    secretBox: scriptedSecretBox(),
    onChanged: (scope) => heard.push(scope),
  });
  book.change('h1', { proxy: { kind: 'none' } });
  book.change(null, { timeouts: null });
  expect(heard).toEqual(['h1', null]);
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
    const later = reachOpener({
      book: new ReachBook({ store, secretBox: box }),
      systemProxies: () => Promise.resolve([null]),
      hubOf,
    });
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
