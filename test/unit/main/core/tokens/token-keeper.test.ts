import { describe, expect, test } from 'vitest';
import type { TokenStatus } from '#contract/credentials.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { HttpAnswer, HttpRequest, HttpTrouble } from '../../../../../main/core/ports.ts';
import type { ClientAccess } from '../../../../../main/core/tokens/client-access.ts';
import { tokenKeeper } from '../../../../../main/core/tokens/token-keeper.ts';
import { tokenService } from '../../../../../main/core/tokens/token-service.ts';
import { deferred, untilIdle } from '../../../../doubles/deferred.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { recordingActivity } from '../../../../doubles/recording-activity.ts';
import { answered, scriptedHttpClient } from '../../../../doubles/scripted-http-client.ts';
import { clientAccess, FAKE_SECRET, HUB, TOKEN_ENDPOINT } from './client-access.ts';

type Sent = Result<HttpAnswer, HttpTrouble>;

const API = { method: 'GET', url: `${HUB}/prweb/api/ppf/v1/registrations` } as const;
const isTokenRequest = (request: HttpRequest) => request.url === TOKEN_ENDPOINT;
const grant = (value: string, lifetimeSeconds = 3600) =>
  answered(201, { access_token: value, token_type: 'bearer', expires_in: lifetimeSeconds });
const REFUSAL = answered(401, { error: 'invalid_client', error_description: `No such client ${FAKE_SECRET}` });
const REFUSED = { code: 'tokenRefused', status: 401, error: 'invalid_client', description: 'No such client •••' };

interface Script {
  /** Answers the nth token request; `token-1`, `token-2` ... by default. */
  readonly token?: (index: number) => Sent | Promise<Sent>;
  /** Answers a request of the API; 200 by default. */
  readonly api?: (token: string) => Sent | Promise<Sent>;
  readonly open?: (credentialId: string) => Result<ClientAccess>;
  readonly knock?: (credentialId: string) => Result<null>;
  readonly activity?: ReturnType<typeof recordingActivity>;
}

function setUp({
  token = (index) => grant(`token-${index + 1}`),
  api = () => answered(200, '{}'),
  open,
  knock = () => ok(null),
  activity = recordingActivity(),
}: Script = {}) {
  const clock = fixedClock();
  const changes: TokenStatus[] = [];
  let asked = 0;
  const http = scriptedHttpClient((request) =>
    isTokenRequest(request) ? token(asked++) : api(request.headers['authorization']?.slice('Bearer '.length) ?? ''),
  );
  const opened: string[] = [];
  const keeper = tokenKeeper({
    http,
    clock,
    knock: (credentialId) => Promise.resolve(knock(credentialId)),
    openCredential: (credentialId) => {
      opened.push(credentialId);
      return Promise.resolve(open?.(credentialId) ?? ok(clientAccess()));
    },
    activity,
    hubIdOf: (credentialId) => `hub of ${credentialId}`,
    onChanged: (status) => changes.push(status),
  });
  return {
    keeper,
    activity,
    clock,
    changes,
    opened,
    http,
    tokenRequests: () => http.requests.filter(isTokenRequest).length,
    sentTokens: () =>
      http.requests.filter((request) => !isTokenRequest(request)).map((request) => request.headers['authorization']),
  };
}

describe('sending with a token', () => {
  test('asks for a token first and sends it as a Bearer token', async () => {
    const { keeper, http } = setUp();
    expect(await keeper.send('c1', API)).toMatchObject(ok({ status: 200 }));
    expect(http.requests.map(({ url }) => url)).toEqual([TOKEN_ENDPOINT, API.url]);
    expect(http.requests[1]).toEqual({
      ...API,
      headers: { accept: 'application/json', authorization: 'Bearer token-1' },
    });
  });

  test('marks a body as JSON and passes the limit of the answer on', async () => {
    const { keeper, http } = setUp();
    await keeper.send('c1', { method: 'POST', url: API.url, body: '{"a":1}', answerLimitBytes: 5 });
    expect(http.requests[1]).toMatchObject({ body: '{"a":1}', headers: { 'content-type': 'application/json' } });
    expect(http.limits).toEqual([null, 5]);
  });

  test('takes the token out of an answer that echoes it', async () => {
    const { keeper } = setUp({ api: (token) => answered(200, { note: `You sent ${token}` }) });
    expect(await keeper.send('c1', API)).toMatchObject({ value: { body: '{"note":"You sent •••"}' } });
  });

  test('sends neither secret nor token to an address they are not bound to', async () => {
    const { keeper, sentTokens } = setUp();
    const sent = await keeper.send('c1', { method: 'GET', url: 'https://evil.example/prweb/api' });
    expect(sent).toEqual(fail({ kind: 'unsent', failure: { code: 'secretBoundElsewhere', host: 'evil.example' } }));
    expect(sentTokens()).toEqual([]);
  });

  test('tells why a credential could not be opened, and tries again the next time', async () => {
    let isLocked = true;
    const { keeper } = setUp({ open: () => (isLocked ? fail({ code: 'secretLocked' }) : ok(clientAccess())) });
    expect(await keeper.send('c1', API)).toEqual(fail({ kind: 'unsent', failure: { code: 'secretLocked' } }));
    isLocked = false;
    expect(await keeper.send('c1', API)).toMatchObject({ ok: true });
  });

  test('opens no secret while the Hub cannot be reached, writes nothing down, and tries again the next time', async () => {
    const away = { code: 'hubUnreachable', cause: 'dns', host: 'hub.example' } as const;
    const knocked: string[] = [];
    const { keeper, opened, http, changes, activity } = setUp({
      knock: (credentialId) => (knocked.push(credentialId) < 3 ? fail(away) : ok(null)),
    });
    expect(await keeper.send('c1', API)).toEqual(fail({ kind: 'unsent', failure: away }));
    expect(await keeper.renew('c1')).toEqual(fail(away));
    expect([opened, http.requests, activity.entries]).toEqual([[], [], []]);
    expect(changes.map(({ state }) => state)).toEqual(['none', 'none']);
    expect(await keeper.send('c1', API)).toMatchObject(ok({ status: 200 }));
    expect(knocked).toEqual(['c1', 'c1', 'c1']);
    expect(opened).toEqual(['c1']);
  });

  test('tells that no answer came', async () => {
    const trouble: HttpTrouble = { cause: 'cut', mayHaveArrived: true };
    const { keeper } = setUp({ api: () => fail(trouble) });
    expect(await keeper.send('c1', API)).toEqual(fail({ kind: 'trouble', trouble }));
  });
});

describe('one token a credential', () => {
  test('is asked for once, however many calls need it at the same time', async () => {
    const { keeper, tokenRequests, opened, http } = setUp();
    const sent = await Promise.all(Array.from({ length: 1000 }, () => keeper.send('c1', API)));
    expect(sent.every((answer) => answer.ok)).toBe(true);
    expect(tokenRequests()).toBe(1);
    expect(opened).toEqual(['c1']);
    expect(http.requests).toHaveLength(1001);
  });

  test('is not shared with another credential', async () => {
    const { keeper, tokenRequests, sentTokens } = setUp();
    await keeper.send('c1', API);
    await keeper.send('c2', API);
    expect(tokenRequests()).toBe(2);
    expect(sentTokens()).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('is used again until a minute before its end, then replaced', async () => {
    const { keeper, clock, tokenRequests } = setUp();
    await keeper.send('c1', API);
    clock.advance(3_539_999);
    await keeper.send('c1', API);
    expect(tokenRequests()).toBe(1);
    clock.advance(1);
    await keeper.send('c1', API);
    expect(tokenRequests()).toBe(2);
  });

  test('is used for half its life when it lives for less than two minutes', async () => {
    const { keeper, clock, tokenRequests } = setUp({ token: (index) => grant(`token-${index}`, 40) });
    await keeper.send('c1', API);
    clock.advance(19_999);
    await keeper.send('c1', API);
    expect(tokenRequests()).toBe(1);
    clock.advance(1);
    await keeper.send('c1', API);
    expect(tokenRequests()).toBe(2);
  });

  test('is asked for again after a request that failed without a refusal', async () => {
    const { keeper, tokenRequests } = setUp({
      token: (index) => (index === 0 ? fail({ cause: 'timeout', mayHaveArrived: true }) : grant('token-2')),
    });
    expect(await keeper.send('c1', API)).toMatchObject({
      failure: { failure: { code: 'hubUnreachable', cause: 'timeout' } },
    });
    expect(await keeper.send('c1', API)).toMatchObject({ ok: true });
    expect(tokenRequests()).toBe(2);
  });

  test('is asked for again after a defect', async () => {
    let isBroken = true;
    const { keeper } = setUp({
      open: () => {
        if (isBroken) throw new Error('a defect');
        return ok(clientAccess());
      },
    });
    await expect(keeper.send('c1', API)).rejects.toThrow('a defect');
    isBroken = false;
    expect(await keeper.send('c1', API)).toMatchObject({ ok: true });
  });
});

describe('a 401 of the API', () => {
  test('drops the token, and the request is sent once more with a new one', async () => {
    const { keeper, sentTokens } = setUp({ api: (token) => answered(token === 'token-1' ? 401 : 200) });
    expect(await keeper.send('c1', API)).toMatchObject({ value: { status: 200 } });
    expect(sentTokens()).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('is the answer when it comes a second time', async () => {
    const { keeper, tokenRequests, sentTokens } = setUp({ api: () => answered(401) });
    expect(await keeper.send('c1', API)).toMatchObject({ value: { status: 401 } });
    expect(tokenRequests()).toBe(2);
    expect(sentTokens()).toHaveLength(2);
  });

  test('makes one new request of many calls with the same old token', async () => {
    const { keeper, tokenRequests, sentTokens } = setUp({ api: (token) => answered(token === 'token-1' ? 401 : 200) });
    const sent = await Promise.all(Array.from({ length: 100 }, () => keeper.send('c1', API)));
    expect(sent.every((answer) => answer.ok && answer.value.status === 200)).toBe(true);
    expect(tokenRequests()).toBe(2);
    expect(sentTokens()).toHaveLength(200);
  });

  test('that comes late does not drop the token that has come meanwhile', async () => {
    const late = deferred<Sent>();
    let calls = 0;
    const { keeper, tokenRequests } = setUp({
      api: (token) => {
        calls += 1;
        if (calls === 1) return late.promise;
        return answered(token === 'token-1' ? 401 : 200);
      },
    });
    const slow = keeper.send('c1', API);
    await untilIdle();
    await keeper.send('c1', API);
    expect(tokenRequests()).toBe(2);
    late.resolve(answered(401));
    expect(await slow).toMatchObject({ value: { status: 200 } });
    expect(tokenRequests()).toBe(2);
  });

  test('asks for a new token also when the Hub gives the same text again', async () => {
    const { keeper, tokenRequests } = setUp({ token: () => grant('always-the-same'), api: () => answered(401) });
    await keeper.send('c1', API);
    expect(tokenRequests()).toBe(2);
  });

  test('tells why no new token could be had', async () => {
    const { keeper } = setUp({
      token: (index) => (index === 0 ? grant('token-1') : REFUSAL),
      api: () => answered(401),
    });
    expect(await keeper.send('c1', API)).toEqual(fail({ kind: 'unsent', failure: REFUSED }));
    expect(keeper.status('c1').state).toBe('refused');
  });

  test.each([400, 403, 500])('is not meant by %i', async (status) => {
    const { keeper, tokenRequests } = setUp({ api: () => answered(status) });
    await keeper.send('c1', API);
    expect(tokenRequests()).toBe(1);
  });
});

describe('a rejected secret', () => {
  test('is not sent again: the refusal is answered from memory', async () => {
    const { keeper, tokenRequests, opened } = setUp({ token: () => REFUSAL });
    const expected = fail({ kind: 'unsent', failure: REFUSED });
    expect(await keeper.send('c1', API)).toEqual(expected);
    expect(await keeper.send('c1', API)).toEqual(expected);
    expect(await Promise.all([keeper.send('c1', API), keeper.send('c1', API)])).toEqual([expected, expected]);
    expect(tokenRequests()).toBe(1);
    expect(opened).toEqual(['c1']);
  });

  test('is tried again after it was forgotten', async () => {
    const { keeper, tokenRequests } = setUp({ token: (index) => (index === 0 ? REFUSAL : grant('token-2')) });
    await keeper.send('c1', API);
    keeper.forget('c1');
    expect(await keeper.send('c1', API)).toMatchObject({ ok: true });
    expect(tokenRequests()).toBe(2);
  });

  test('is tried again when the person tests the connection, and then as usual', async () => {
    const { keeper, tokenRequests } = setUp({
      token: (index) => (index === 0 ? REFUSAL : fail({ cause: 'refused', mayHaveArrived: false })),
    });
    await keeper.send('c1', API);
    expect(await keeper.renew('c1')).toMatchObject({ failure: { code: 'hubUnreachable' } });
    expect(keeper.status('c1').state).toBe('none');
    await keeper.send('c1', API);
    expect(tokenRequests()).toBe(3);
  });

  test('of one credential does not stop another', async () => {
    const { keeper } = setUp({ token: (index) => (index === 0 ? REFUSAL : grant('token-2')) });
    await keeper.send('c1', API);
    expect(await keeper.send('c2', API)).toMatchObject({ ok: true });
  });
});

describe('renewing', () => {
  test('replaces a token that is still good', async () => {
    const { keeper, sentTokens } = setUp();
    await keeper.send('c1', API);
    await keeper.renew('c1');
    await keeper.send('c1', API);
    expect(sentTokens()).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('waits for the request that is in flight instead of sending a second', async () => {
    const { keeper, tokenRequests } = setUp();
    await Promise.all([keeper.send('c1', API), keeper.renew('c1'), keeper.renew('c1')]);
    expect(tokenRequests()).toBe(1);
  });

  test('leaves the old token in use when the Hub cannot be reached', async () => {
    const { keeper, sentTokens } = setUp({
      token: (index) => (index === 0 ? grant('token-1') : fail({ cause: 'dns', mayHaveArrived: false })),
    });
    await keeper.send('c1', API);
    await keeper.renew('c1');
    await keeper.send('c1', API);
    expect(sentTokens()).toEqual(['Bearer token-1', 'Bearer token-1']);
  });

  test('ends the old token when the secret is refused', async () => {
    const { keeper } = setUp({ token: (index) => (index === 0 ? grant('token-1') : REFUSAL) });
    await keeper.send('c1', API);
    await keeper.renew('c1');
    expect(keeper.status('c1')).toEqual({
      credentialId: 'c1',
      state: 'refused',
      expiresAtMs: null,
      operator: null,
      accessGroup: null,
      clockAheadMs: null,
    });
    expect(await keeper.send('c1', API)).toMatchObject({ ok: false });
  });

  test('does not bring back a token that a refusal ended', async () => {
    const answers = [grant('token-1'), REFUSAL, fail({ cause: 'dns', mayHaveArrived: false } as const)];
    const { keeper } = setUp({ token: (index) => answers[index] ?? grant('token-4') });
    await keeper.send('c1', API);
    await keeper.renew('c1');
    await keeper.renew('c1');
    expect(keeper.status('c1').state).toBe('none');
  });
});

describe('forgetting', () => {
  test('makes the next call ask for a new token', async () => {
    const { keeper, tokenRequests } = setUp();
    await keeper.send('c1', API);
    expect(keeper.forget('c1').state).toBe('none');
    expect(keeper.status('c1').state).toBe('none');
    await keeper.send('c1', API);
    expect(tokenRequests()).toBe(2);
  });

  test('outlives a token request in flight: its token is never used, and who waited asks anew', async () => {
    const late = deferred<Sent>();
    const { keeper, changes, sentTokens } = setUp({ token: (index) => (index === 0 ? late.promise : grant('new')) });
    const waiting = keeper.send('c1', API);
    await untilIdle();
    keeper.forget('c1');
    late.resolve(grant('old'));
    expect(await waiting).toMatchObject({ ok: true });
    expect(sentTokens()).toEqual(['Bearer new']);
    expect(changes.map(({ state }) => state)).toEqual(['none', 'valid']);
  });

  test('outlives a test in flight: nothing is kept of it', async () => {
    const late = deferred<Sent>();
    let isRemoved = false;
    const { keeper, sentTokens } = setUp({
      token: () => late.promise,
      open: () => (isRemoved ? fail({ code: 'credentialMissing' }) : ok(clientAccess())),
    });
    const waiting = keeper.renew('c1');
    await untilIdle();
    isRemoved = true;
    keeper.forget('c1');
    late.resolve(grant('old'));
    expect(await waiting).toEqual(fail({ code: 'credentialMissing' }));
    expect(keeper.status('c1').state).toBe('none');
    expect(sentTokens()).toEqual([]);
  });

  test('of a refusal in flight leaves no refusal behind', async () => {
    const late = deferred<Sent>();
    const { keeper } = setUp({ token: (index) => (index === 0 ? late.promise : grant('new')) });
    const waiting = keeper.send('c1', API);
    await untilIdle();
    keeper.forget('c1');
    late.resolve(REFUSAL);
    expect(await waiting).toMatchObject({ ok: true });
    expect(keeper.status('c1').state).toBe('valid');
  });
});

describe('the status', () => {
  test('asks nobody', () => {
    const { keeper, http, opened } = setUp();
    expect(keeper.status('c1')).toEqual({
      credentialId: 'c1',
      state: 'none',
      expiresAtMs: null,
      operator: null,
      accessGroup: null,
      clockAheadMs: null,
    });
    expect([http.requests, opened]).toEqual([[], []]);
  });

  test('is valid until the token really ends, with what its claims tell', async () => {
    const claims = Buffer.from('{"sub":"areks1","operator_access":"PPF:Configurators"}').toString('base64url');
    const { keeper, clock } = setUp({ token: () => grant(`h.${claims}.s`, 3600) });
    const startMs = clock.nowMs();
    await keeper.send('c1', API);
    clock.advance(3_599_999);
    expect(keeper.status('c1')).toEqual({
      credentialId: 'c1',
      state: 'valid',
      expiresAtMs: startMs + 3_600_000,
      operator: 'areks1',
      accessGroup: 'PPF:Configurators',
      clockAheadMs: null,
    });
    clock.advance(1);
    expect(keeper.status('c1').state).toBe('none');
  });

  test('is told after every token request and after forgetting, and holds no token', async () => {
    const { keeper, changes } = setUp({ api: (token) => answered(token === 'token-1' ? 401 : 200) });
    await keeper.send('c1', API);
    keeper.forget('c1');
    expect(changes.map(({ state }) => state)).toEqual(['valid', 'valid', 'none']);
    expect(JSON.stringify(changes)).not.toMatch(/token-\d/);
  });

  test('reaches the window through the token operations', async () => {
    const { keeper } = setUp();
    await keeper.send('c1', API);
    const service = tokenService(keeper);
    expect(await service.status({ credentialId: 'c1' })).toMatchObject(ok({ state: 'valid' }));
    expect(await service.forget({ credentialId: 'c1' })).toMatchObject(ok({ state: 'none' }));
    expect(await service.status({ credentialId: 'c1' })).toMatchObject(ok({ state: 'none' }));
  });
});

describe('what is written down of token requests', () => {
  const ABOUT = {
    hubId: 'hub of c1',
    credentialId: 'c1',
    registrationId: '',
    applicationName: '',
    action: 'token',
    sent: 'POST /prweb/PRRestService/oauth2/v1/token\ngrant_type=client_credentials',
    learned: null,
  };

  test('each is written down once, without the client and its secret', async () => {
    const { keeper, activity } = setUp();
    await Promise.all([keeper.send('c1', API), keeper.send('c1', API)]);
    expect(activity.entries).toEqual([{ ...ABOUT, outcome: { kind: 'done', status: 201 } }]);
    expect(JSON.stringify(activity.entries)).not.toContain(FAKE_SECRET);
  });

  test('before it is sent', async () => {
    const answer = deferred<Sent>();
    const { keeper, activity, tokenRequests } = setUp({ token: () => answer.promise });
    const sending = keeper.send('c1', API);
    await untilIdle();
    expect(tokenRequests()).toBe(1);
    expect(activity.entries).toEqual([{ ...ABOUT, outcome: null }]);
    answer.resolve(grant('token-1'));
    await sending;
    expect(activity.entries[0]?.outcome).toEqual({ kind: 'done', status: 201 });
  });

  const ENDINGS: readonly (readonly [string, Sent, object])[] = [
    ['a refusal', REFUSAL, { kind: 'refused', status: 401, failure: 'tokenRefused' }],
    ['no token in the answer', answered(200, {}), { kind: 'refused', status: 200, failure: 'answerUnreadable' }],
    ['silence', fail({ cause: 'timeout', mayHaveArrived: true }), { kind: 'unknown', cause: 'timeout' }],
    [
      'a Hub out of reach',
      fail({ cause: 'dns', mayHaveArrived: false }),
      { kind: 'notSent', failure: 'hubUnreachable' },
    ],
  ];
  test.each(ENDINGS)('%s is told as what it was', async (_what, answer, outcome) => {
    const { keeper, activity } = setUp({ token: () => answer });
    await keeper.send('c1', API);
    expect(activity.entries).toMatchObject([{ outcome }]);
  });

  test('an address that the secret is not bound to is told as not sent', async () => {
    const { keeper, activity } = setUp({ open: () => ok(clientAccess({ boundOrigins: [] })) });
    await keeper.send('c1', API);
    expect(activity.entries).toMatchObject([{ outcome: { kind: 'notSent', failure: 'secretBoundElsewhere' } }]);
  });

  test('nothing is written down when the secret could not be opened', async () => {
    const { keeper, activity } = setUp({ open: () => fail({ code: 'secretLocked' }) });
    await keeper.send('c1', API);
    expect(activity.entries).toEqual([]);
  });

  test('the operator is known when the end is written down', async () => {
    const claims = Buffer.from('{"sub":"areks1"}').toString('base64url');
    const operatorsAtEnd: (string | null)[] = [];
    const activity = recordingActivity((step) => {
      if (step === 'end') operatorsAtEnd.push(keeper.status('c1').operator);
    });
    const { keeper } = setUp({ token: () => grant(`h.${claims}.s`), activity });
    await keeper.send('c1', API);
    expect(operatorsAtEnd).toEqual(['areks1']);
  });
});
