import { describe, expect, test } from 'vitest';
import { clockAheadMs } from '../../../../../main/core/tokens/clock-difference.ts';
import { peekTimes } from '../../../../../main/core/tokens/token-claims.ts';
import { askForToken, expiresAtMs } from '../../../../../main/core/tokens/token.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { answered, scriptedHttpClient } from '../../../../doubles/scripted-http-client.ts';
import { clientAccess } from './client-access.ts';

const ASKED = Date.UTC(2026, 10, 23, 9, 0, 0);
const MINUTE = 60_000;
const NO_TIMES = { issuedAtSeconds: null, endsAtSeconds: null };

const dated = (timeMs: number) => ({ headers: { date: new Date(timeMs).toUTCString() } });
const receipt = { times: NO_TIMES, lifetimeSeconds: 3600, askedAtMs: ASKED, receivedAtMs: ASKED + 400 };

describe('how far the Hub’s clock is away', () => {
  test.each([
    ['agrees', 0, 0],
    ['agrees within the second that a date is rounded down to', -900, 0],
    ['is ahead', 7 * MINUTE, 7 * MINUTE - 400],
    ['is behind', -7 * MINUTE, -7 * MINUTE + 1000],
  ])('it %s by the date of the answer', (_name, offsetMs, ahead) => {
    expect(clockAheadMs({ ...receipt, answer: dated(ASKED + offsetMs) })).toBe(ahead);
  });

  test('is told by the token’s own time where the answer has no date, or nonsense', () => {
    const times = { issuedAtSeconds: (ASKED + 5 * MINUTE) / 1000, endsAtSeconds: (ASKED + 65 * MINUTE) / 1000 };
    for (const headers of [{}, { date: 'yesterday' }]) {
      expect(clockAheadMs({ ...receipt, times, answer: { headers } })).toBe(5 * MINUTE - 400);
    }
  });

  test('is not told by a token that was made earlier and is given out again', () => {
    const times = { issuedAtSeconds: ASKED / 1000 - 3000, endsAtSeconds: ASKED / 1000 + 600 };
    expect(clockAheadMs({ ...receipt, times, lifetimeSeconds: 600, answer: { headers: {} } })).toBeNull();
  });

  test('is not known when the Hub did not say its time', () => {
    expect(clockAheadMs({ ...receipt, answer: { headers: {} } })).toBeNull();
  });
});

describe('the times in a token', () => {
  const jwt = (claims: unknown) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

  test('are read where they are numbers, and not known otherwise', () => {
    expect(peekTimes(jwt({ iat: 1_000, exp: 4_600 }))).toEqual({ issuedAtSeconds: 1_000, endsAtSeconds: 4_600 });
    for (const token of ['opaque', jwt({ iat: 'soon', exp: null }), jwt([]), 'a.b.c']) {
      expect(peekTimes(token)).toEqual(NO_TIMES);
    }
  });
});

describe('a token from a Hub whose clock is off', () => {
  test.each([-60, 60])('lives as long as it says from when it was asked for: %i minutes', async (minutes) => {
    const clock = fixedClock(ASKED);
    const grant = { access_token: 'opaque', token_type: 'bearer', expires_in: 600 };
    const http = scriptedHttpClient(() => answered(200, grant, dated(ASKED + minutes * MINUTE).headers));
    const asked = await askForToken({ http, clock }, clientAccess());
    if (!asked.ok) throw new Error('No token came');
    expect(expiresAtMs(asked.value)).toBe(ASKED + 600_000);
    expect(Math.round((asked.value.clockAheadMs ?? 0) / MINUTE)).toBe(minutes);
  });
});
