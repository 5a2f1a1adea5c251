import { describe, expect, it } from 'vitest';
import { defaultTimeouts } from '#contract/reach.ts';
import { fail, ok } from '#contract/result.ts';
import { proxyMemory } from '../../../../../main/core/reach/proxy-memory.ts';
import type { OpenReach } from '../../../../../main/core/reach/reach-ports.ts';
import { reachTransport } from '../../../../../main/core/reach/reach-transport.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { httpAnswer } from '../../../../doubles/scripted-http-client.ts';

const MINUTE_MS = 60_000;
const nobody = { certificates: [], client: null };
const way = (address: string | null): OpenReach => ({
  proxy: address === null ? null : { address, userName: '', password: '' },
  trust: nobody,
  proxyTrust: nobody,
  timeouts: defaultTimeouts,
});

function setUp(...addresses: readonly (string | null)[]) {
  const clock = fixedClock();
  const proxies = proxyMemory(clock);
  const dead = new Set<string>();
  const tried: string[] = [];
  const transport = reachTransport({
    proxies,
    opener: {
      firstHops: () => Promise.reject(new Error('Nobody is knocked at here')),
      ways: () => Promise.resolve(ok(addresses.map(way))),
    },
    client: {
      send(_request, { reach } = {}) {
        const address = reach?.proxy?.address ?? 'directly';
        tried.push(address);
        const failure = { code: 'proxyUnreachable', proxy: address } as const;
        return Promise.resolve(
          dead.has(address) ? fail({ cause: 'proxy', mayHaveArrived: false, failure }) : ok(httpAnswer(200, {})),
        );
      },
    },
  });
  async function send(): Promise<readonly string[]> {
    tried.length = 0;
    await transport.send({ method: 'POST', url: 'https://hub.example/', headers: {}, body: '' });
    return [...tried];
  }
  return { clock, dead, proxies, send };
}

describe('a proxy that does not answer', () => {
  it('gives way to the next at once, and for five minutes is asked last', async () => {
    const { clock, dead, send } = setUp('http://a.example', 'http://b.example', null);
    dead.add('http://a.example');
    expect(await send()).toEqual(['http://a.example', 'http://b.example']);
    expect(await send()).toEqual(['http://b.example']);
    clock.advance(5 * MINUTE_MS);
    expect(await send()).toEqual(['http://a.example', 'http://b.example']);
  });

  it('is asked all the same where it is the only way, or the others do not answer either', async () => {
    const { dead, send } = setUp('http://a.example', 'http://b.example');
    dead.add('http://a.example').add('http://b.example');
    await send();
    expect(await send()).toEqual(['http://a.example', 'http://b.example']);
    dead.delete('http://a.example');
    expect(await send()).toEqual(['http://a.example']);
    expect(await send()).toEqual(['http://a.example']);
  });

  it('is asked at once when a person insists or sets something else', async () => {
    const { dead, proxies, send } = setUp('http://a.example', null);
    dead.add('http://a.example');
    await send();
    proxies.forget();
    expect(await send()).toEqual(['http://a.example', 'directly']);
  });

  it('does not stay aside for an hour because the clock was put back', async () => {
    const { clock, dead, send } = setUp('http://a.example', null);
    dead.add('http://a.example');
    await send();
    clock.advance(-60 * MINUTE_MS);
    expect(await send()).toEqual(['http://a.example', 'directly']);
  });
});
