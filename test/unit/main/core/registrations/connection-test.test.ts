import { describe, expect, test } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import { connectionTest } from '../../../../../main/core/registrations/connection-test.ts';
import { tokenKeeper } from '../../../../../main/core/tokens/token-keeper.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { recordingActivity } from '../../../../doubles/recording-activity.ts';
import { answered, scriptedHttpClient } from '../../../../doubles/scripted-http-client.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';
import { clientAccess, HUB, TOKEN_ENDPOINT } from '../tokens/client-access.ts';

const BASE = `${HUB}/prweb/api/ppf/v1`;
const CLAIMS = Buffer.from('{"sub":"areks1","operator_access":"PPF:Configurators"}').toString('base64url');

function setUp(given: { token?: () => ReturnType<typeof answered>; list?: () => ReturnType<typeof answered> } = {}) {
  const clock = fixedClock();
  let tokens = 0;
  const http = scriptedHttpClient((request) => {
    clock.advance(20);
    if (request.url !== TOKEN_ENDPOINT) return given.list?.() ?? answered(200, { registrations: [wireRegistration()] });
    tokens += 1;
    const grant = { access_token: `h.${CLAIMS}.${tokens}`, token_type: 'bearer', expires_in: 600 };
    return given.token?.() ?? answered(200, grant);
  });
  const activity = recordingActivity();
  const keeper = tokenKeeper({
    http,
    clock,
    knock: () => Promise.resolve(ok(null)),
    openCredential: () => Promise.resolve(ok(clientAccess())),
    activity,
    hubIdOf: () => 'h1',
    onChanged: () => undefined,
  });
  return {
    keeper,
    http,
    activity,
    tester: connectionTest({ http, hubIdAt: () => 'h1', clock, tokens: keeper, activity }),
  };
}

const REPORT = {
  operator: 'areks1',
  accessGroup: 'PPF:Configurators',
  tokenLifetimeSeconds: 600,
  registrationCount: 1,
  durationMs: 40,
};

describe('testing a draft', () => {
  test('asks for one token, reads the registrations once, and keeps nothing', async () => {
    const { tester, http, keeper } = setUp();
    expect(await tester.testDraft(clientAccess(), BASE)).toEqual(ok(REPORT));
    expect(http.requests.map(({ url }) => url)).toEqual([TOKEN_ENDPOINT, `${BASE}/registrations`]);
    expect(keeper.status('c1').state).toBe('none');
    await tester.testDraft(clientAccess(), BASE);
    expect(http.requests).toHaveLength(4);
  });

  test('is written down, for no hub and no credential', async () => {
    const { tester, activity } = setUp();
    await tester.testDraft(clientAccess(), BASE);
    expect(activity.entries).toMatchObject([
      { hubId: '', credentialId: null, action: 'token', outcome: { kind: 'done', status: 200 } },
    ]);
  });

  test('ends with the token when there is none', async () => {
    const { tester, http } = setUp({ token: () => answered(401, { error: 'invalid_client' }) });
    expect(await tester.testDraft(clientAccess(), BASE)).toMatchObject({ failure: { code: 'tokenRefused' } });
    expect(http.requests).toHaveLength(1);
  });

  test('tells that the Hub lets nobody in with a token that was just made', async () => {
    const { tester, http } = setUp({ list: () => answered(401) });
    expect(await tester.testDraft(clientAccess(), BASE)).toEqual(
      fail({ code: 'accessDenied', status: 401, message: null }),
    );
    expect(http.requests).toHaveLength(2);
  });

  test('sends no token to a base URL on another host than the credentials are bound to', async () => {
    const { tester, http } = setUp();
    expect(await tester.testDraft(clientAccess(), 'https://evil.example/prweb/api/ppf/v1')).toEqual(
      fail({ code: 'secretBoundElsewhere', host: 'evil.example' }),
    );
    expect(http.requests.map(({ url }) => url)).toEqual([TOKEN_ENDPOINT]);
  });
});

describe('testing a saved credential', () => {
  test('replaces the token that is kept by a fresh one', async () => {
    const { tester, keeper, http } = setUp();
    await keeper.send('c1', { method: 'GET', url: `${BASE}/registrations` });
    expect(await tester.testSaved('c1', BASE)).toEqual(ok(REPORT));
    await keeper.send('c1', { method: 'GET', url: `${BASE}/registrations` });
    const bearers = http.requests.map(({ headers }) => headers['authorization']).filter(Boolean);
    expect(bearers.map((bearer) => bearer?.slice(-2))).toEqual(['.1', '.2', '.2']);
  });

  test('tries a secret again that was refused', async () => {
    let isRefused = true;
    const { tester, keeper } = setUp({
      token: () =>
        isRefused
          ? answered(401, { error: 'invalid_client' })
          : answered(200, { access_token: 'opaque', token_type: 'bearer', expires_in: 600 }),
    });
    expect(await tester.testSaved('c1', BASE)).toMatchObject({ failure: { code: 'tokenRefused' } });
    expect(keeper.status('c1').state).toBe('refused');
    isRefused = false;
    expect(await tester.testSaved('c1', BASE)).toMatchObject(ok({ operator: null, accessGroup: null }));
    expect(keeper.status('c1').state).toBe('valid');
  });
});
