import { describe, expect, test, vi } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { UnreachableCause } from '#contract/failure.ts';
import { mannerlyHttpClient } from '../../../../../main/core/manners/mannerly-http-client.ts';
import type { HttpRequest, HttpTrouble } from '../../../../../main/core/ports.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { answered, scriptedHttpClient } from '../../../../doubles/scripted-http-client.ts';

const HUB = 'https://hub.example/prweb';
const OTHER = 'https://other.example/prweb';
const MINUTE_MS = 60_000;

type Sent = ReturnType<typeof answered>;

const get = (url = HUB): HttpRequest => ({ method: 'GET', url, headers: {} });
const write = (method: 'POST' | 'PATCH' | 'DELETE' = 'POST'): HttpRequest => ({ method, url: HUB, headers: {} });
const broken = (cause: UnreachableCause, more: Partial<HttpTrouble> = {}): Sent =>
  fail({ cause, mayHaveArrived: true, ...more });

/** `answers` come one after the other, the last one for ever; time passes only in pauses, and as `tookMs` says. */
function setUp(answers: readonly Sent[], { tookMs = 0, chance = 0.5 } = {}) {
  const clock = fixedClock();
  const pauses: number[] = [];
  let upcoming = answers;
  const http = scriptedHttpClient(() => {
    clock.advance(tookMs);
    const [next, ...rest] = upcoming;
    if (rest.length > 0) upcoming = rest;
    return next ?? answered(200);
  });
  const knocks: (readonly [string, string | null])[] = [];
  let door: Result<null, HttpTrouble> = ok(null);
  const client = mannerlyHttpClient({
    http,
    knock: (...at) => {
      knocks.push(at);
      return Promise.resolve(door);
    },
    clock,
    pause: (ms) => {
      pauses.push(ms);
      clock.advance(ms);
      return Promise.resolve();
    },
    chance: () => chance,
  });
  return {
    client,
    clock,
    http,
    pauses,
    knocks,
    closeDoor: (trouble: HttpTrouble) => (door = fail(trouble)),
    answerFromNowOn: (answer: Sent) => (upcoming = [answer]),
    failTimes: async (times: number) => {
      for (let count = 0; count < times; count += 1) await client.send(write());
    },
  };
}

describe('a question that met passing trouble', () => {
  test.each<[string, Sent]>([
    ['a name that was not found', broken('dns')],
    ['a refused connection', broken('refused')],
    ['no way to the network', broken('noRoute')],
    ['a connection that was cut', broken('cut')],
    ['a timeout', broken('timeout')],
    ['502', answered(502)],
    ['503', answered(503)],
    ['504', answered(504)],
  ])('is asked again after %s', async (_name, trouble) => {
    const { client, http, pauses } = setUp([trouble, answered(200)]);
    expect(await client.send(get())).toEqual(answered(200));
    expect([http.requests.length, pauses]).toEqual([2, [300]]);
  });

  test('is asked twice more, after longer waits, and no more', async () => {
    const { client, http, pauses } = setUp([broken('refused')]);
    expect(await client.send(get())).toEqual(broken('refused'));
    expect([http.requests.length, pauses]).toEqual([3, [300, 900]]);
  });

  test('comes back at another moment than others that failed with it', async () => {
    const waits = await Promise.all(
      [0, 0.999].map(async (chance) => {
        const { client, pauses } = setUp([broken('cut')], { chance });
        await client.send(get());
        return pauses;
      }),
    );
    expect(waits).toEqual([
      [150, 450],
      [450, 1349],
    ]);
  });

  test('is not asked again when the attempts took long already', async () => {
    const { client, http } = setUp([broken('timeout')], { tookMs: 10_001 });
    await client.send(get());
    expect(http.requests).toHaveLength(1);
  });

  test.each([429, 503])('waits as long as a %i asks, if that is short', async (status) => {
    const { client, pauses } = setUp([answered(status, '', { 'retry-after': '3' }), answered(200)]);
    expect(await client.send(get())).toEqual(answered(200));
    expect(pauses).toEqual([3_000]);
  });

  test('keeps everybody else from asking while a short wait is waited out; other questions wait with it', async () => {
    const clock = fixedClock();
    const waiting: (() => void)[] = [];
    const answers = [answered(429, '', { 'retry-after': '2' })];
    const http = scriptedHttpClient(() => answers.pop() ?? answered(200));
    const pause = (ms: number) =>
      new Promise<void>((resolve) => {
        waiting.push(() => {
          clock.advance(ms);
          resolve();
        });
      });
    const client = mannerlyHttpClient({ http, knock: () => Promise.resolve(ok(null)), clock, pause, chance: () => 0 });
    const questions = [client.send(get())];
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    expect(await client.send(write())).toMatchObject({
      failure: { mayHaveArrived: false, failure: { code: 'hubBusy' } },
    });
    questions.push(client.send(get()));
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    expect(http.requests).toHaveLength(1);
    for (const go of waiting) go();
    expect(await Promise.all(questions)).toEqual([answered(200), answered(200)]);
    expect(http.requests).toHaveLength(3);
  });

  test('keeps what it was sent with', async () => {
    const { client, http } = setUp([broken('cut'), answered(200)]);
    await client.send(get(), { answerLimitBytes: 7, hubId: 'h1' });
    expect(http.limits).toEqual([7, 7]);
  });
});

describe('what is never sent twice', () => {
  test.each(['POST', 'PATCH', 'DELETE'] as const)('is a %s, whatever came of it', async (method) => {
    for (const trouble of [broken('refused'), broken('cut'), answered(503), answered(502)]) {
      const { client, http } = setUp([trouble]);
      expect(await client.send(write(method))).toEqual(trouble);
      expect(http.requests).toHaveLength(1);
    }
  });

  test.each<[string, Sent]>([
    ['an answer', answered(200)],
    ['a refusal', answered(403)],
    ['a server error', answered(500)],
    ['too many requests', answered(429)],
    ['a certificate that is not believed', broken('tls')],
    ['a redirect', broken('redirected')],
    ['an answer that is too large', broken('answerTooLarge')],
    ['a proxy', broken('proxy')],
    ['a secret that is gone', broken('other', { failure: { code: 'reachSecretGone', what: 'proxyPassword' } })],
  ])('is a question after %s', async (_name, sent) => {
    const { client, http } = setUp([sent]);
    expect(await client.send(get())).toEqual(sent);
    expect(http.requests).toHaveLength(1);
  });
});

describe('a host that asks to be left alone', () => {
  test.each([429, 503])('is, for as long as its %s says, and is asked again then', async (status) => {
    const { client, clock, http } = setUp([answered(status, '', { 'retry-after': '90' }), answered(200)]);
    await client.send(get());
    clock.advance(30_000);
    expect(await client.send(write())).toEqual(
      fail({ cause: 'other', mayHaveArrived: false, failure: { code: 'hubBusy', status, retryAfterSeconds: 60 } }),
    );
    expect(http.requests).toHaveLength(1);
    clock.advance(60_000);
    expect(await client.send(write())).toEqual(answered(200));
  });

  test('may name a date', async () => {
    const { client, clock } = setUp([
      answered(429, '', { 'retry-after': new Date(fixedClock().nowMs() + 45_000).toUTCString() }),
    ]);
    await client.send(write());
    clock.advance(5_000);
    expect(await client.send(get())).toMatchObject({ failure: { failure: { retryAfterSeconds: 40 } } });
  });

  test('is asked at once when it names no time, or none that makes sense', async () => {
    for (const headers of [{}, { 'retry-after': 'soon' }, { 'retry-after': '0' }]) {
      const { client, http } = setUp([answered(429, '', headers)]);
      await client.send(write());
      await client.send(write());
      expect(http.requests).toHaveLength(2);
    }
  });

  test('does not keep another host from being asked', async () => {
    const { client } = setUp([answered(429, '', { 'retry-after': '90' }), answered(200)]);
    await client.send(write());
    expect(await client.send(get(OTHER))).toEqual(answered(200));
  });
});

test('a host to which another way leads now is as good as new', async () => {
  const { client, failTimes } = setUp([broken('cut')]);
  await failTimes(5);
  client.startAnew([`${HUB}/api`]);
  await failTimes(4);
  expect(await client.send(write())).toEqual(broken('cut'));
});

describe('a host that fails again and again', () => {
  const resting = (waitSeconds: number) =>
    fail({ cause: 'other', mayHaveArrived: false, failure: { code: 'hubRests', host: 'hub.example', waitSeconds } });

  test.each<[string, Sent]>([
    ['refused connections', broken('refused')],
    ['timeouts', broken('timeout')],
    ['cut connections', broken('cut')],
    ['502', answered(502)],
    ['503', answered(503)],
    ['504', answered(504)],
  ])('is left alone for a minute after five %s in a row', async (_name, trouble) => {
    const { client, clock, http, failTimes } = setUp([trouble]);
    await failTimes(5);
    clock.advance(20_000);
    expect(await client.send(get())).toEqual(resting(40));
    expect(await client.send(write())).toEqual(resting(40));
    expect(http.requests).toHaveLength(5);
  });

  test('is tried once after that, and left alone for longer each time, up to five minutes', async () => {
    const { client, clock, failTimes } = setUp([broken('timeout')]);
    await failTimes(5);
    const rests: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const held = await client.send(write());
      const seconds = !held.ok && held.failure.failure?.code === 'hubRests' ? held.failure.failure.waitSeconds : 0;
      rests.push(seconds);
      clock.advance(seconds * 1000);
      await client.send(write());
    }
    expect(rests).toEqual([60, 120, 240, 300, 300]);
  });

  test('is as good as new after one answer, even one that refuses', async () => {
    const { client, answerFromNowOn, failTimes, http } = setUp([broken('cut')]);
    await failTimes(4);
    answerFromNowOn(answered(403));
    await client.send(write());
    answerFromNowOn(broken('cut'));
    await failTimes(4);
    expect(await client.send(write())).toEqual(broken('cut'));
    expect(http.requests).toHaveLength(10);
  });

  test('counts a question that was asked three times as one', async () => {
    const { client, http } = setUp([broken('cut')]);
    for (let count = 0; count < 5; count += 1) await client.send(get());
    expect(http.requests).toHaveLength(15);
    expect(await client.send(get())).toEqual(resting(60));
  });

  test('is asked at once when a person insists; if it fails then, it is left alone for longer', async () => {
    const { client, failTimes } = setUp([broken('cut')]);
    await failTimes(5);
    client.tryNow([`${HUB}/api`]);
    expect(await client.send(write())).toEqual(broken('cut'));
    expect(await client.send(write())).toEqual(resting(120));
  });

  test.each<[string, Sent]>([
    ['its name is not found', broken('dns')],
    ['there is no network', broken('noRoute')],
    ['its certificate is not believed', broken('tls')],
    ['the proxy is in the way', broken('proxy')],
    ['the way to it is not open', broken('other', { failure: { code: 'vaultLocked' } })],
  ])('is not what it is called while %s', async (_name, trouble) => {
    const { http, failTimes } = setUp([trouble]);
    await failTimes(8);
    expect(http.requests).toHaveLength(8);
  });

  test('is not left alone for hours because this computer’s clock was put back', async () => {
    const { client, clock, failTimes } = setUp([broken('cut')]);
    await failTimes(5);
    clock.advance(-60 * MINUTE_MS);
    expect(await client.send(write())).toEqual(broken('cut'));
  });

  test('hears nothing of what was under way when its rest began', async () => {
    const { client, failTimes, clock } = setUp([broken('cut')]);
    await failTimes(4);
    await Promise.all([client.send(write()), client.send(write()), client.send(write())]);
    expect(await client.send(write())).toEqual(resting(60));
    clock.advance(MINUTE_MS);
    await client.send(write());
    expect(await client.send(write())).toEqual(resting(120));
  });
});

describe('a host that is knocked at before a secret is opened', () => {
  const closed: HttpTrouble = { cause: 'refused', mayHaveArrived: false };

  test('is knocked at once, with the hub whose way counts, and nothing is sent', async () => {
    const { client, http, knocks } = setUp([]);
    expect(await client.knock(HUB, 'h1')).toEqual(ok(null));
    expect(knocks).toEqual([[HUB, 'h1']]);
    expect(http.requests).toEqual([]);
  });

  test('has failed as if it had been asked when nobody is there, and is left alone after the fifth time', async () => {
    const { client, knocks, closeDoor } = setUp([]);
    closeDoor(closed);
    for (let count = 0; count < 5; count += 1) expect(await client.knock(HUB, null)).toEqual(fail(closed));
    expect(await client.knock(HUB, null)).toMatchObject({
      failure: { failure: { code: 'hubRests', waitSeconds: 60 } },
    });
    expect(await client.send(write())).toMatchObject({ failure: { failure: { code: 'hubRests' } } });
    expect(knocks).toHaveLength(5);
  });

  test('is waited for like a question where it asked for a short wait', async () => {
    const { client, pauses } = setUp([answered(429, '', { 'retry-after': '2' })]);
    await client.send(write());
    await client.knock(HUB, null);
    expect(pauses[0]).toBeGreaterThanOrEqual(2_000);
  });

  test('is not as good as new because somebody opened', async () => {
    const { client, failTimes } = setUp([broken('cut')]);
    await failTimes(4);
    await client.knock(HUB, null);
    await failTimes(1);
    expect(await client.knock(HUB, null)).toMatchObject({ failure: { failure: { code: 'hubRests' } } });
  });
});
