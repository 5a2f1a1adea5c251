// The token code through the real got adapter against a real OAuth server.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TokenStatus } from '#contract/credentials.ts';
import { fail, ok } from '#contract/result.ts';
import { gotHttpClient } from '../../../../../main/adapters/got-http-client.ts';
import type { ClientAccess } from '../../../../../main/core/tokens/client-access.ts';
import { tokenKeeper } from '../../../../../main/core/tokens/token-keeper.ts';
import { askForToken } from '../../../../../main/core/tokens/token.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { recordingActivity } from '../../../../doubles/recording-activity.ts';
import { BASIC_CLIENT, BODY_CLIENT, startOAuthServer } from './oauth-server.ts';
import type { OAuthServer } from './oauth-server.ts';

const http = gotHttpClient({ userAgent: 'FabricRegistrar/test', trustedCertificates: () => [] });

function accessTo(server: OAuthServer, changes: Partial<ClientAccess> = {}): ClientAccess {
  const { tokenEndpoint, origin } = server;
  return { ...BODY_CLIENT, tokenEndpoint, clientAuthentication: 'body', boundOrigins: [origin], ...changes };
}

const basic = { ...BASIC_CLIENT, clientAuthentication: 'basic' } as const;

describe('asking a real OAuth server for a token', () => {
  let server: OAuthServer;
  beforeEach(async () => {
    server = await startOAuthServer({ lifetimeSeconds: 600 });
  });
  afterEach(() => server.close());

  const ask = (changes: Partial<ClientAccess> = {}) =>
    askForToken({ http, clock: fixedClock() }, accessTo(server, changes));

  test.each([
    ['in the body', {}],
    ['with Basic', basic],
  ])('works with the client %s, whatever characters its ID and secret are made of', async (_how, changes) => {
    expect(await ask(changes)).toMatchObject(ok({ lifetimeSeconds: 600, operator: null, accessGroup: null }));
  });

  test.each([
    ['in the body', { clientSecret: 'FAKE-wrong' }],
    ['with Basic', { ...basic, clientSecret: 'FAKE-wrong' }],
    ['of a client that does not exist', { clientId: 'nobody' }],
  ])('is refused with a wrong secret %s', async (_how, changes) => {
    const refused = await ask(changes);
    expect(refused).toMatchObject({ failure: { code: 'tokenRefused', status: 401, error: 'invalid_client' } });
    expect(JSON.stringify(refused)).not.toContain('FAKE');
  });

  test('says what it found at an address that is no token endpoint', async () => {
    const elsewhere = await ask({ tokenEndpoint: `${server.origin}/nowhere` });
    expect(elsewhere.ok).toBe(false);
    expect(elsewhere).toMatchObject({ failure: { status: 404 } });
  });

  test('names the host when nobody is there any more', async () => {
    await server.close();
    const { host } = new URL(server.origin);
    expect(await ask()).toEqual(fail({ code: 'hubUnreachable', cause: 'refused', host }));
  });
});

test('operator and access group are read from the claims of a real JWT', async () => {
  const server = await startOAuthServer({ format: 'jwt', lifetimeSeconds: 90 });
  const asked = await askForToken({ http, clock: fixedClock() }, accessTo(server));
  await server.close();
  // A token of the client itself: this server puts the client's ID where Pega puts the operator.
  expect(asked).toMatchObject(
    ok({ operator: BODY_CLIENT.clientId, accessGroup: 'PPF:Configurators', lifetimeSeconds: 90 }),
  );
});

describe('keeping the token of a real OAuth server', () => {
  let server: OAuthServer;
  let changes: TokenStatus[];
  let access: ClientAccess;
  const clock = fixedClock();
  beforeEach(async () => {
    server = await startOAuthServer({ lifetimeSeconds: 600 });
    access = accessTo(server);
    changes = [];
  });
  afterEach(() => server.close());

  const keep = () =>
    tokenKeeper({
      http,
      clock,
      knock: () => Promise.resolve(ok(null)),
      openCredential: () => Promise.resolve(ok(access)),
      activity: recordingActivity(),
      hubIdOf: () => 'h1',
      onChanged: (status) => changes.push(status),
    });
  const statusOf = async (sending: ReturnType<ReturnType<typeof keep>['send']>) => {
    const sent = await sending;
    return sent.ok ? sent.value.status : sent.failure;
  };

  test('one request serves a hundred calls at once, and the calls after', async () => {
    const keeper = keep();
    const call = () => statusOf(keeper.send('c1', { method: 'GET', url: server.apiAddress }));
    const statuses = await Promise.all(Array.from({ length: 100 }, call));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await call()).toBe(200);
    expect(server.tokenRequests()).toBe(1);
  });

  test('a minute before its end it is replaced', async () => {
    const keeper = keep();
    const call = () => statusOf(keeper.send('c1', { method: 'GET', url: server.apiAddress }));
    await call();
    clock.advance(540_000);
    await call();
    expect(server.tokenRequests()).toBe(2);
  });

  test('tokens that the server revoked are replaced by one new request, and nobody notices', async () => {
    const keeper = keep();
    const call = () => statusOf(keeper.send('c1', { method: 'GET', url: server.apiAddress }));
    await call();
    server.revokeTokens();
    expect(new Set(await Promise.all(Array.from({ length: 20 }, call)))).toEqual(new Set([200]));
    expect(server.tokenRequests()).toBe(2);
  });

  test('a rejected secret is sent once, until it is replaced', async () => {
    const keeper = keep();
    const call = () => statusOf(keeper.send('c1', { method: 'GET', url: server.apiAddress }));
    access = accessTo(server, { clientSecret: 'FAKE-wrong' });
    expect(await call()).toMatchObject({ kind: 'unsent', failure: { code: 'tokenRefused' } });
    expect(await call()).toMatchObject({ kind: 'unsent', failure: { code: 'tokenRefused' } });
    expect(server.tokenRequests()).toBe(1);
    access = accessTo(server);
    keeper.forget('c1');
    expect(await call()).toBe(200);
    expect(changes.map(({ state }) => state)).toEqual(['refused', 'none', 'valid']);
  });
});
