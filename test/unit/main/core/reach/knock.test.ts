import { describe, expect, it } from 'vitest';
import type { UnreachableCause } from '#contract/failure.ts';
import { fail, ok } from '#contract/result.ts';
import { knockBy } from '../../../../../main/core/reach/knock.ts';
import { reachOpener } from '../../../../../main/core/reach/open-reach.ts';
import { proxyMemory } from '../../../../../main/core/reach/proxy-memory.ts';
import { ReachBook } from '../../../../../main/core/reach/reach-book.ts';
import type { SystemProxies } from '../../../../../main/core/reach/reach-ports.ts';
import { emptyStoredReach } from '../../../../../main/core/reach/stored-reach.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { scriptedSecretBox } from '../../../../doubles/scripted-secret-box.ts';

const HUB = 'https://hub.example.com/prweb/PRRestService/oauth2/v1/token';

/** `away` are the doors that stay shut, as `host:port`, and why. */
function setUp(away: Readonly<Record<string, UnreachableCause>> = {}, systemProxies?: SystemProxies) {
  const box = scriptedSecretBox();
  const book = new ReachBook({ store: memoryRecordStore(emptyStoredReach), secretBox: box });
  const tried: string[] = [];
  const waited: number[] = [];
  const clock = fixedClock();
  const knock = knockBy({
    proxies: proxyMemory(clock),
    opener: reachOpener({ book, hubOf: () => null, systemProxies: systemProxies ?? (() => Promise.resolve([null])) }),
    probe: {
      connect({ hostname, port }, patienceMs) {
        const door = `${hostname}:${port}`;
        tried.push(door);
        waited.push(patienceMs);
        const cause = away[door];
        return Promise.resolve(cause === undefined ? ok(null) : fail(cause));
      },
    },
  });
  return { box, book, knock, tried, waited };
}

describe('who is knocked at', () => {
  it('is the host itself where nothing else is set, for as long as a connection may take', async () => {
    const { book, knock, tried, waited } = setUp();
    book.change('h1', { timeouts: { connectSeconds: 3, answerSeconds: 4 } });
    expect(await knock(HUB, 'h1')).toEqual(ok(null));
    expect([tried, waited]).toEqual([['hub.example.com:443'], [3000]]);
  });

  it('is the proxy where one is set, without opening its password', async () => {
    const { box, book, knock, tried } = setUp();
    const address = 'http://proxy.example.com:3128';
    const prepared = await book.prepare({ clientSecret: 'proxy password', boundOrigins: [address] });
    if (!prepared.ok) throw new Error('It was not sealed');
    const proxy = { kind: 'manual', address, userName: 'me', password: prepared.value.stored } as const;
    book.change(null, { proxy });
    expect(await knock(HUB, 'h1')).toEqual(ok(null));
    expect(tried).toEqual(['proxy.example.com:3128']);
    expect(box.touched.open).toBe(0);
  });

  it.each([
    ['socks5://proxy.example.com:9050', 'proxy.example.com:9050'],
    ['socks4://[::1]', '::1:1080'],
  ])('is the SOCKS proxy %s at %s', async (address, door) => {
    const { knock, tried } = setUp({}, () => Promise.resolve([{ address }]));
    expect(await knock(HUB, null)).toEqual(ok(null));
    expect(tried).toEqual([door]);
  });

  it('is this computer for plain HTTP, whatever is set', async () => {
    const { book, knock, tried } = setUp();
    book.change(null, { proxy: { kind: 'manual', address: 'http://proxy:1', userName: '', password: null } });
    expect(await knock('http://[::1]:8080/prweb', null)).toEqual(ok(null));
    expect(tried).toEqual(['::1:8080']);
  });
});

describe('when nobody answers', () => {
  const systemProxies: SystemProxies = () =>
    Promise.resolve([{ address: 'http://one:8080' }, { address: 'http://two:8080' }]);

  it('the trouble is the one that a request would meet', async () => {
    const { knock } = setUp({ 'hub.example.com:443': 'dns' });
    expect(await knock(HUB, null)).toEqual(fail({ cause: 'dns', mayHaveArrived: false }));
  });

  it('the next proxy is tried, and any that answers will do', async () => {
    const { knock, tried } = setUp({ 'one:8080': 'refused' }, systemProxies);
    expect(await knock(HUB, null)).toEqual(ok(null));
    expect(tried).toEqual(['one:8080', 'two:8080']);
  });

  it('a proxy that was away is tried last for a while', async () => {
    const { knock, tried } = setUp({ 'one:8080': 'refused' }, systemProxies);
    await knock(HUB, null);
    tried.length = 0;
    expect(await knock(HUB, null)).toEqual(ok(null));
    expect(tried).toEqual(['two:8080']);
  });

  it('a proxy is named where it is the proxy that is away', async () => {
    const { knock } = setUp({ 'one:8080': 'refused', 'two:8080': 'timeout' }, systemProxies);
    const failure = { code: 'proxyUnreachable', proxy: 'two:8080' };
    expect(await knock(HUB, null)).toEqual(fail({ cause: 'proxy', mayHaveArrived: false, failure }));
  });
});
