import { describe, expect, test } from 'vitest';
import { fail } from '#contract/result.ts';
import { askForToken, expiresAtMs, isBoundTo, isReusable } from '../../../../../main/core/tokens/token.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { answered, scriptedHttpClient } from '../../../../doubles/scripted-http-client.ts';
import { clientAccess, HUB } from './client-access.ts';

const token = (lifetimeSeconds: number) => ({
  value: 'a-token',
  askedAtMs: 1_000_000,
  lifetimeSeconds,
  boundOrigins: [HUB],
  operator: null,
  accessGroup: null,
  clockAheadMs: null,
});

describe('the use of a token', () => {
  test.each([
    [3600, 3540],
    [120, 60],
    [119, 59.5],
    [60, 30],
    [1, 0.5],
  ])('of %d seconds ends after %d', (lifetimeSeconds, usedSeconds) => {
    const endMs = 1_000_000 + usedSeconds * 1000;
    expect(isReusable(token(lifetimeSeconds), endMs - 1)).toBe(true);
    expect(isReusable(token(lifetimeSeconds), endMs)).toBe(false);
  });

  test('is counted from the moment it was asked for', async () => {
    const clock = fixedClock(1_000_000);
    const http = scriptedHttpClient(() => {
      clock.advance(5_000);
      return answered(201, { access_token: 'a-token', token_type: 'bearer', expires_in: 3600 });
    });
    const asked = await askForToken({ http, clock }, clientAccess());
    expect(asked.ok && expiresAtMs(asked.value)).toBe(1_000_000 + 3_600_000);
  });
});

describe('asking for a token', () => {
  test.each([
    ['another host', 'https://evil.example/token'],
    ['another port', 'https://hub.example:8443/token'],
    ['another scheme', 'http://hub.example/token'],
    ['no address', 'token'],
  ])('sends nothing to %s than the secret is bound to', async (_what, tokenEndpoint) => {
    const http = scriptedHttpClient(() => answered(200));
    const asked = await askForToken({ http, clock: fixedClock() }, clientAccess({ tokenEndpoint }));
    expect(asked).toMatchObject({ failure: { code: 'secretBoundElsewhere' } });
    expect(http.requests).toEqual([]);
  });

  test('names the host that could not be reached', async () => {
    const http = scriptedHttpClient(() => fail({ cause: 'dns', mayHaveArrived: false }));
    expect(await askForToken({ http, clock: fixedClock() }, clientAccess())).toEqual(
      fail({ code: 'hubUnreachable', cause: 'dns', host: 'hub.example' }),
    );
  });
});

test('an origin counts as bound whatever its spelling', () => {
  expect(isBoundTo([HUB], 'HTTPS://HUB.example:443/prweb/api')).toBe(true);
  expect(isBoundTo([HUB], 'https://hub.example.evil.example/')).toBe(false);
  expect(isBoundTo([HUB], 'https://hub.example@evil.example/')).toBe(false);
});
