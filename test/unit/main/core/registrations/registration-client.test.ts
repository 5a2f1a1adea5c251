import { describe, expect, test } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { HttpAnswer } from '../../../../../main/core/ports.ts';
import { createRegistration } from '../../../../../main/core/registrations/create-registration.ts';
import { hubLine } from '../../../../../main/core/registrations/hub-line.ts';
import { hubWriter } from '../../../../../main/core/registrations/recorded-write.ts';
import { registrationClient } from '../../../../../main/core/registrations/registration-client.ts';
import type { ApiRequest, SendFailure } from '../../../../../main/core/tokens/authorized-send.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { recordingActivity } from '../../../../doubles/recording-activity.ts';
import { httpAnswer } from '../../../../doubles/scripted-http-client.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';

const BASE = 'https://hub.example/prweb/api/ppf/v1';
const FORM = {
  systemUrl: 'https://ap15.uplustelco.com',
  applicationName: 'SalesDesk3',
  applicationLabel: 'Sales Desk 3',
  description: 'Sells',
  platform: 'uPlusTelco',
  productionLevel: 2,
};

type Sent = Result<HttpAnswer, SendFailure>;

/** A client whose requests are answered one after the other. */
function clientOf(...answers: readonly Sent[]) {
  const requests: ApiRequest[] = [];
  const left = [...answers];
  const line = hubLine({
    baseUrl: BASE,
    clock: fixedClock(0),
    send: (request) => {
      requests.push(request);
      return Promise.resolve(left.shift() ?? ok(httpAnswer(599, 'This request was not expected')));
    },
  });
  const client = registrationClient(line);
  const activity = recordingActivity();
  const write = hubWriter({ line, activity, hubId: 'h1', credentialId: 'c1' });
  const create = () => createRegistration({ client, write }, FORM);
  return { client, create, requests, activity };
}
const gave = (...parameters: Parameters<typeof httpAnswer>): Sent => ok(httpAnswer(...parameters));
const cut: Sent = fail({ kind: 'trouble', trouble: { cause: 'cut', mayHaveArrived: true } });

describe('listing', () => {
  test('asks once for everything, and allows for a large answer', async () => {
    const { client, requests } = clientOf(gave(200, { registrations: [wireRegistration()] }));
    expect(await client.list()).toMatchObject(ok([{ id: 'REG-22951' }]));
    expect(requests).toEqual([{ method: 'GET', url: `${BASE}/registrations`, answerLimitBytes: 64 * 1024 * 1024 }]);
  });

  test('takes "no content" for none', async () => {
    expect(await clientOf(gave(204)).client.list()).toEqual(ok([]));
  });

  test('does not take another JSON for an empty list', async () => {
    expect(await clientOf(gave(200, { version: '1.0' })).client.list()).toEqual(
      fail({ code: 'answerUnreadable', status: 200, found: 'otherJson' }),
    );
  });

  test('tells when to come back, counted from now', async () => {
    const { client } = clientOf(gave(429, '', { 'retry-after': 'Thu, 01 Jan 1970 00:01:00 GMT' }));
    expect(await client.list()).toEqual(fail({ code: 'hubBusy', status: 429, retryAfterSeconds: 60 }));
  });

  test('names the host that did not answer', async () => {
    expect(await clientOf(cut).client.list()).toEqual(
      fail({ code: 'hubUnreachable', cause: 'cut', host: 'hub.example' }),
    );
  });
});

describe('reading one', () => {
  test('asks for its address', async () => {
    const { client, requests } = clientOf(gave(200, wireRegistration({ ID: 'a/b c' })));
    expect(await client.read('a/b c')).toMatchObject(ok({ id: 'a/b c' }));
    expect(requests).toEqual([{ method: 'GET', url: `${BASE}/registrations/a%2Fb%20c` }]);
  });

  test.each([404, 410])('says that it is gone, with %i', async (status) => {
    expect(await clientOf(gave(status, '<html>')).client.read('REG-1')).toEqual(fail({ code: 'registrationGone' }));
  });

  test('says that it is gone without asking when its ID cannot stand in an address', async () => {
    const { client, requests } = clientOf();
    expect(await client.read('..')).toEqual(fail({ code: 'registrationGone' }));
    expect(requests).toEqual([]);
  });

  test('does not take another JSON for a registration', async () => {
    expect(await clientOf(gave(200, { name: 'x' })).client.read('REG-1')).toEqual(
      fail({ code: 'answerUnreadable', status: 200, found: 'otherJson' }),
    );
  });

  test('tells that access is denied', async () => {
    expect(await clientOf(gave(403)).client.read('REG-1')).toMatchObject({ failure: { code: 'accessDenied' } });
  });
});

describe('creating', () => {
  test('posts the six fields and takes the record', async () => {
    const { create, requests } = clientOf(gave(201, wireRegistration()));
    expect(await create()).toMatchObject(ok({ registration: { id: 'REG-22951' } }));
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'POST', url: `${BASE}/registrations` });
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      systemURL: 'https://ap15.uplustelco.com',
      applicationName: 'SalesDesk3',
      applicationLabel: 'Sales Desk 3',
      applicationDescription: 'Sells',
      platform: 'uPlusTelco',
      productionLevel: 2,
    });
  });

  test.each([
    ['only the ID', gave(201, { ID: 'REG-7' })],
    ['nothing but a Location', gave(204, '', { location: `${BASE}/registrations/REG-7` })],
  ])('reads the record when the Hub tells %s', async (_what, answer) => {
    const { create, requests } = clientOf(answer, gave(200, wireRegistration({ ID: 'REG-7' })));
    expect(await create()).toMatchObject(ok({ registration: { id: 'REG-7' } }));
    expect(requests[1]).toEqual({ method: 'GET', url: `${BASE}/registrations/REG-7` });
  });

  test.each([
    ['not found', gave(404)],
    ['cut', cut],
    ['denied', gave(403)],
  ])('is a success also when the record is then %s', async (_what, second) => {
    const { create } = clientOf(gave(201, { ID: 'REG-7' }), second);
    expect(await create()).toEqual(ok({ registration: null }));
  });

  test('is a success when the Hub tells nothing, and asks no more', async () => {
    const { create, requests } = clientOf(gave(204));
    expect(await create()).toEqual(ok({ registration: null }));
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['a cut connection', cut, { code: 'outcomeUnknown', cause: 'cut' }],
    ['a wordless error', gave(500), { code: 'outcomeUnknown', cause: 'other' }],
    ['a busy Hub', gave(429), { code: 'hubBusy', status: 429, retryAfterSeconds: null }],
    ['a duplicate', gave(409, { errors: [{ message: 'Taken' }] }), { code: 'hubRefused', message: 'Taken' }],
  ])('is never sent twice: %s', async (_what, answer, failure) => {
    const { create, requests } = clientOf(answer);
    expect(await create()).toMatchObject({ ok: false, failure });
    expect(requests).toHaveLength(1);
  });
});
