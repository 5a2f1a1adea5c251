// Manners through the real HTTP client against a practice hub that is busy, restarts, or breaks down.
import { describe, expect, test } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import { checkedHub } from '../checkup/checked-hub.ts';

const LIST = { method: 'GET', path: /\/registrations$/ };
const CREATE = { method: 'POST', path: /\/registrations$/ };
const TOKEN = { method: 'POST', path: /\/token$/ };
const FORM = {
  systemUrl: 'https://sales.example',
  applicationName: 'SalesDesk9000',
  applicationLabel: 'Sales Desk 9000',
  description: '',
  platform: 'Example platform',
  productionLevel: 3,
};
const hubId = 'h1';

describe('a list', () => {
  test.each([
    ['a gateway that restarts', { kind: 'status', status: 502 }],
    ['a connection that is cut in the middle', { kind: 'cutOff', at: 'midBody' }],
  ] as const)('comes in spite of %s', async (_name, fault) => {
    const { registrations, pauses } = await checkedHub({ faults: [{ ...fault, match: LIST, times: 2 }] });
    const listed = await registrations.refresh({ hubId });
    expect(listed.ok && listed.value.registrations.length).toBe(12);
    expect(pauses).toEqual([300, 900]);
  });

  test('is asked for three times, not four', async () => {
    const { registrations, hub } = await checkedHub({ faults: [{ kind: 'status', status: 504, match: LIST }] });
    expect(await registrations.refresh({ hubId })).toMatchObject({ failure: { code: 'hubBusy', status: 504 } });
    expect(hub.requests.find(({ method }) => method === 'GET')?.count).toBe(3);
  });
});

describe('a registration', () => {
  test('is sent once, whatever becomes of it', async () => {
    for (const fault of [
      { kind: 'status', status: 503 },
      { kind: 'cutOff', at: 'midBody' },
    ] as const) {
      const { registrations, hub } = await checkedHub({ faults: [{ ...fault, match: CREATE }] });
      expect(await registrations.register({ hubId, form: FORM })).toMatchObject({
        failure: { code: 'outcomeUnknown' },
      });
      expect(
        hub.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('registrations')),
      ).toMatchObject([{ count: 1 }]);
    }
  });

  test('is not sent, and not written down as sent, while the Hub asks to be left alone', async () => {
    const { registrations, activity, asked, madeCalls, timePasses } = await checkedHub({
      faults: [{ kind: 'status', status: 429, retryAfter: '60', match: LIST, times: 1 }],
    });
    expect(await registrations.refresh({ hubId })).toEqual(
      fail({ code: 'hubBusy', status: 429, retryAfterSeconds: 60 }),
    );
    const before = asked();
    timePasses(20_000);
    expect(await registrations.register({ hubId, form: FORM })).toMatchObject({
      failure: { code: 'hubBusy', status: 429 },
    });
    expect(asked()).toBe(before);
    expect(activity.entries.at(-1)).toMatchObject({
      action: 'register',
      outcome: { kind: 'notSent', failure: 'hubBusy' },
    });
    expect(madeCalls).toEqual(['list']);
    timePasses(41_000);
    expect(await registrations.register({ hubId, form: FORM })).toMatchObject({ ok: true });
  });
});

describe('a token', () => {
  test('is not asked for again by itself, neither after trouble nor after a refusal', async () => {
    const { registrations, hub } = await checkedHub({ faults: [{ kind: 'cutOff', at: 'midBody', match: TOKEN }] });
    await registrations.refresh({ hubId });
    expect(hub.requests).toMatchObject([{ count: 1 }]);
  });
});

describe('a Hub that breaks down', () => {
  test('is left alone after five failures, says so, and is asked again when a person insists', async () => {
    const { registrations, checkup, asked, hub } = await checkedHub({
      faults: [{ kind: 'status', status: 502, match: TOKEN, times: 5 }],
    });
    for (let count = 0; count < 5; count += 1) {
      expect(await registrations.refresh({ hubId })).toMatchObject({ failure: { code: 'hubBusy' } });
    }
    expect(await registrations.refresh({ hubId })).toMatchObject({
      failure: { code: 'hubRests', host: new URL(hub.origin).host },
    });
    expect(asked()).toBe(5);
    expect(await checkup.tryNow({ hubId })).toEqual(ok(null));
    expect(await registrations.refresh({ hubId })).toMatchObject({ ok: true });
  });
});
