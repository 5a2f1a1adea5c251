// The registration operations through the real got adapter against the practice hub, with everything that can go wrong.
import { afterEach, describe, expect, test } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import { gotHttpClient } from '../../../../../main/adapters/got-http-client.ts';
import type { HttpClient } from '../../../../../main/core/ports.ts';
import { connectionTest } from '../../../../../main/core/registrations/connection-test.ts';
import { registrationService } from '../../../../../main/core/registrations/registration-service.ts';
import type { ClientAccess } from '../../../../../main/core/tokens/client-access.ts';
import { tokenKeeper } from '../../../../../main/core/tokens/token-keeper.ts';
import type { PracticeHubOptions } from '../../../../../main/practice-hub/options.ts';
import { startPracticeHub } from '../../../../../main/practice-hub/practice-hub.ts';
import { memoryCopies } from '../../../../doubles/memory-copies.ts';
import { recordingActivity } from '../../../../doubles/recording-activity.ts';

/** Short only for answers that never come: the first token of a practice hub costs it the making of a key. */
const phases = (responseMs: number) => ({
  lookup: 5_000,
  connect: 5_000,
  secureConnect: 5_000,
  send: 5_000,
  response: responseMs,
  total: 30_000,
});
const clientOf = (responseMs: number) =>
  gotHttpClient({ userAgent: 'FabricRegistrar/test', trustedCertificates: () => [], timeouts: phases(responseMs) });
const patient = clientOf(20_000);
const impatient = clientOf(400);
const CREATE = { method: 'POST', path: /\/registrations$/ };
const LIST = { method: 'GET', path: /\/registrations$/ };
const ONE = { method: 'GET', path: /\/registrations\/./ };
const FORM = {
  systemUrl: 'https://sales.example',
  applicationName: 'SalesDesk9000',
  applicationLabel: 'Sales Desk 9000',
  description: 'Sells\nthings',
  platform: 'Example platform',
  productionLevel: 3,
};

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function setUp(options: PracticeHubOptions = {}) {
  const hub = await startPracticeHub({ ...options, recordRequests: true });
  closers.push(() => hub.close());
  let isImpatient = false;
  const http: HttpClient = {
    send: (...parameters) => (isImpatient ? impatient : patient).send(...parameters),
  };
  const clock = { nowMs: () => Date.now() };
  const access = (): ClientAccess => ({
    clientId: hub.clientId,
    clientSecret: hub.clientSecret,
    tokenEndpoint: hub.tokenEndpoint,
    clientAuthentication: 'body',
    boundOrigins: [hub.origin],
  });
  const tokens = tokenKeeper({
    http,
    clock,
    knock: () => Promise.resolve(ok(null)),
    openCredential: () => Promise.resolve(ok(access())),
    activity: recordingActivity(),
    hubIdOf: () => 'h1',
    onChanged: () => undefined,
  });
  const copies = memoryCopies(clock);
  const service = registrationService({
    hubOf: () => ({ baseUrl: hub.baseUrl, credentialInUseId: 'c1' }),
    tokens,
    copies,
    clock,
    activity: recordingActivity(),
    exchanges: { note: () => undefined },
  });
  const countOf = (method: string, path: RegExp) =>
    hub.requests.filter((one) => one.method === method && path.test(one.path)).reduce((sum, one) => sum + one.count, 0);
  return {
    hub,
    /** From now on four tenths of a second are long enough for an answer. */
    hurry: () => {
      isImpatient = true;
    },
    access,
    tokens,
    service,
    tester: connectionTest({ http, hubIdAt: () => 'h1', clock, tokens, activity: recordingActivity() }),
    refresh: () => service.refresh({ hubId: 'h1' }),
    register: () => service.register({ hubId: 'h1', form: FORM }),
    lookUp: () => service.lookUp({ hubId: 'h1', applicationName: FORM.applicationName }),
    tokenRequests: () => countOf('POST', /\/token$/),
    creates: () => countOf('POST', /\/registrations$/),
  };
}

describe('the registrations of the practice hub', () => {
  test('are listed, every one in a status that is known', async () => {
    const { refresh, service } = await setUp();
    const listed = await refresh();
    expect(listed.ok && listed.value.registrations.length).toBeGreaterThan(5);
    const kinds = listed.ok ? listed.value.registrations.map(({ status }) => status.kind) : [];
    expect(kinds).not.toContain('unknown');
    expect(await service.saved({ hubId: 'h1' })).toEqual(listed);
  });

  test('are read one by one as they are listed', async () => {
    const { refresh, service } = await setUp();
    const listed = await refresh();
    const first = listed.ok ? listed.value.registrations[0] : undefined;
    expect(first).toBeDefined();
    const read = await service.read({ hubId: 'h1', registrationId: first?.id ?? '' });
    expect(read).toEqual(ok(first));
    expect(await service.read({ hubId: 'h1', registrationId: 'REG-0' })).toEqual(fail({ code: 'registrationGone' }));
  });

  test('may be many', async () => {
    const { refresh } = await setUp({ seed: 5000 });
    const listed = await refresh();
    expect(listed.ok && listed.value.registrations.length).toBe(5000);
  });
});

describe('registering at the practice hub', () => {
  test.each(['record201', 'record200', 'onlyId', 'onlyLocation'] as const)(
    'ends with the record when the hub answers %s',
    async (createAnswer) => {
      const { register, refresh, service } = await setUp({ createAnswer });
      await refresh();
      const registered = await register();
      expect(registered).toMatchObject(
        ok({
          registration: {
            applicationName: FORM.applicationName,
            description: FORM.description,
            systemUrl: FORM.systemUrl,
            productionLevel: '3',
            status: { kind: 'pending' },
          },
        }),
      );
      const saved = await service.saved({ hubId: 'h1' });
      expect(saved.ok && saved.value?.registrations.at(-1)?.applicationName).toBe(FORM.applicationName);
    },
  );

  test.each(['v1', 'v2'] as const)(
    'tells what the hub does not accept, under its field, in style %s',
    async (style) => {
      const { service } = await setUp({ apiErrorStyle: style });
      const form = { ...FORM, systemUrl: 'http://sales.example', applicationName: '9 lives' };
      const refused = await service.register({ hubId: 'h1', form });
      expect(refused).toMatchObject({
        failure: {
          code: 'hubRefused',
          message: null,
          fields: [
            { field: 'systemUrl', problem: 'refusedByHub' },
            { field: 'applicationName', problem: 'refusedByHub' },
          ],
        },
      });
    },
  );

  test('asks for a new token and sends once more when the hub turns it away at the door', async () => {
    const { hub, register, lookUp, tokenRequests, refresh } = await setUp();
    await refresh();
    hub.revokeTokens();
    expect(await register()).toMatchObject(ok({ registration: { applicationName: FORM.applicationName } }));
    expect(tokenRequests()).toBe(2);
    expect(await lookUp()).toMatchObject({ value: { length: 1 } });
  });

  test.each([
    ['hangs', { kind: 'hang' }, 'timeout'],
    ['hangs up', { kind: 'cutOff', at: 'beforeAnswer' }, 'cut'],
    ['hangs up in the middle of its answer', { kind: 'cutOff', at: 'midBody' }, 'cut'],
    ['fails', { kind: 'status', status: 500 }, 'other'],
    ['is lost behind a gateway', { kind: 'status', status: 502 }, 'other'],
    ['is too slow for its gateway', { kind: 'status', status: 504 }, 'timeout'],
    ['answers with a sign-in page', { kind: 'html' }, 'other'],
    ['answers too much', { kind: 'hugeBody' }, 'answerTooLarge'],
  ] as const)(
    'does not know what became of it when the hub %s, and finds it by looking',
    async (_how, fault, cause) => {
      const { refresh, hurry, register, lookUp, creates } = await setUp({
        faults: [{ ...fault, match: CREATE, workDone: true }],
      });
      await refresh();
      if (cause === 'timeout') hurry();
      expect(await register()).toMatchObject(fail({ code: 'outcomeUnknown', cause }));
      expect(await lookUp()).toMatchObject(ok([{ applicationName: FORM.applicationName }]));
      expect(creates()).toBe(1);
    },
  );

  test('looks in vain when the hub had not made it', async () => {
    const { refresh, hurry, register, lookUp } = await setUp({ faults: [{ kind: 'hang', match: CREATE }] });
    await refresh();
    hurry();
    expect(await register()).toMatchObject({ failure: { code: 'outcomeUnknown' } });
    expect(await lookUp()).toEqual(ok([]));
  });

  test('reads the record at its address when the answer was cut in half', async () => {
    const { register, lookUp } = await setUp({ faults: [{ kind: 'truncatedJson', match: CREATE }] });
    expect(await register()).toMatchObject(ok({ registration: { applicationName: FORM.applicationName } }));
    expect(await lookUp()).toMatchObject({ value: { length: 1 } });
  });

  test('knows that it was made although it cannot be read', async () => {
    const faults = [{ kind: 'status', status: 500, match: ONE }] as const;
    const { register } = await setUp({ createAnswer: 'onlyId', faults });
    expect(await register()).toEqual(ok({ registration: null }));
  });

  test.each([429, 503] as const)('is asked to come back later with %i, and was not made', async (status) => {
    const faults = [{ kind: 'status', status, retryAfter: '12', match: CREATE }] as const;
    const { register, lookUp } = await setUp({ faults });
    expect(await register()).toEqual(fail({ code: 'hubBusy', status, retryAfterSeconds: 12 }));
    expect(await lookUp()).toEqual(ok([]));
  });

  test('was certainly not made when nobody is there', async () => {
    const { hub, refresh, register } = await setUp();
    await refresh();
    await hub.close();
    const { host } = new URL(hub.origin);
    expect(await register()).toEqual(fail({ code: 'hubUnreachable', cause: 'refused', host }));
  });
});

describe('a practice hub in trouble', () => {
  test.each([
    ['is late', { kind: 'slow', delayMs: 200 }, { ok: true }],
    ['hangs', { kind: 'hang' }, { failure: { code: 'hubUnreachable', cause: 'timeout' } }],
    ['hangs up', { kind: 'cutOff', at: 'midBody' }, { failure: { code: 'hubUnreachable', cause: 'cut' } }],
    [
      'is busy',
      { kind: 'status', status: 429, retryAfter: '7' },
      { failure: { code: 'hubBusy', retryAfterSeconds: 7 } },
    ],
    ['fails', { kind: 'status', status: 500 }, { failure: { code: 'hubRefused', status: 500 } }],
    ['restarts', { kind: 'status', status: 502 }, { failure: { code: 'hubBusy', status: 502 } }],
    ['signs in', { kind: 'html' }, { failure: { code: 'answerUnreadable', status: 200, found: 'html' } }],
    ['cuts its JSON', { kind: 'truncatedJson' }, { failure: { code: 'answerUnreadable', found: 'brokenJson' } }],
    ['says something else', { kind: 'hugeBody' }, { failure: { code: 'answerUnreadable', found: 'otherJson' } }],
    [
      'sends elsewhere',
      { kind: 'redirect', location: 'https://elsewhere.invalid/' },
      { failure: { code: 'hubUnreachable', cause: 'redirected' } },
    ],
  ] as const)('leaves the saved copy alone when it %s', async (_how, fault, expected) => {
    const { hub, refresh, service, hurry } = await setUp();
    const before = await refresh();
    hub.setFaults([{ ...fault, match: LIST }]);
    if (fault.kind === 'hang') hurry();
    const after = await refresh();
    expect(after).toMatchObject(expected);
    expect(await service.saved({ hubId: 'h1' })).toEqual(after.ok ? after : before);
  });

  test('may end a session in the middle: one new token, and the person notices nothing', async () => {
    const { hub, refresh, tokenRequests } = await setUp();
    await refresh();
    hub.setFaults([{ kind: 'status', status: 401, match: LIST, times: 1 }]);
    expect(await refresh()).toMatchObject({ ok: true });
    expect(tokenRequests()).toBe(2);
  });

  test('may turn away every token: that is said after one more try', async () => {
    const { hub, refresh, tokenRequests } = await setUp();
    hub.setFaults([{ kind: 'status', status: 401, match: LIST }]);
    expect(await refresh()).toMatchObject({ failure: { code: 'accessDenied', status: 401 } });
    expect(tokenRequests()).toBe(2);
  });

  test('may have a new secret: the old one is refused, and not sent again', async () => {
    const hub = await setUp();
    const old = hub.access();
    await hub.hub.regenerateSecret();
    expect(await hub.tester.testDraft(old, hub.hub.baseUrl)).toMatchObject({
      failure: { code: 'tokenRefused', status: 401, error: 'invalid_client' },
    });
    expect(await hub.refresh()).toMatchObject({ ok: true });
  });
});

describe('a connection test at the practice hub', () => {
  test.each(['body', 'basic'] as const)(
    'reports what it saw, with the client in the %s',
    async (clientAuthentication) => {
      const { tester, access, hub } = await setUp({ tokenLifetimeSeconds: 900 });
      const report = await tester.testDraft({ ...access(), clientAuthentication }, hub.baseUrl);
      expect(report).toMatchObject(
        ok({ operator: 'practice1', accessGroup: 'PPF:Configurators', tokenLifetimeSeconds: 900 }),
      );
      expect(report.ok && report.value.registrationCount).toBeGreaterThan(5);
    },
  );

  test('of a saved credential leaves its fresh token in use', async () => {
    const { tester, hub, refresh, tokens, tokenRequests } = await setUp();
    expect(await tester.testSaved('c1', hub.baseUrl)).toMatchObject({ ok: true });
    expect(tokens.status('c1')).toMatchObject({ state: 'valid', operator: 'practice1' });
    await refresh();
    expect(tokenRequests()).toBe(1);
  });

  test.each([
    ['oauth', 'invalid_client'],
    ['pega', 'invalid_client'],
  ] as const)('understands a refusal in the %s style', async (tokenErrorStyle, error) => {
    const { tester, access, hub } = await setUp({ tokenErrorStyle });
    const refused = await tester.testDraft({ ...access(), clientSecret: 'FAKE-wrong' }, hub.baseUrl);
    expect(refused).toMatchObject({ failure: { code: 'tokenRefused', status: 401, error } });
  });
});
