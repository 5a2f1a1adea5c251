import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  call,
  configurator,
  idIn,
  jsonField,
  newApplication,
  pairIn,
  postForm,
  startHub,
  tokenFor,
} from './hub-caller.ts';

const GRANT = { grant_type: 'client_credentials' };

function basic(clientId: string, clientSecret: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` };
}

function decodePart(token: string, index: number): unknown {
  const value: unknown = JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString('utf8'));
  return value;
}

describe('the token endpoint', () => {
  it('answers 201 with a bearer token, as the source document shows it', async () => {
    const hub = await startHub();
    const answer = await postForm(hub, { ...GRANT, client_id: hub.clientId, client_secret: hub.clientSecret });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ token_type: 'bearer', expires_in: 3_600 });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('can answer 200, as OAuth itself says', async () => {
    const hub = await startHub({ tokenStatus: 200 });
    const answer = await postForm(hub, GRANT, { headers: basic(hub.clientId, hub.clientSecret) });
    expect(answer.status).toBe(200);
  });

  it('takes the client from a Basic header too, with both halves form-url-encoded', async () => {
    const hub = await startHub();
    const encoded = hub.clientSecret.replace(/./g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
    const answer = await postForm(hub, GRANT, { headers: basic(hub.clientId, encoded) });
    expect(answer.status).toBe(201);
  });

  it('puts the documented claims into a token that its public key verifies', async () => {
    const hub = await startHub({ clock: () => 1_619_067_849_500 });
    const token = await tokenFor(hub);
    const keys = jsonField(await (await fetch(`${hub.tokenEndpoint}/keys`)).json(), 'keys');
    const key: unknown = Array.isArray(keys) ? keys[0] : undefined;
    expect(decodePart(token, 0)).toEqual({ kid: jsonField(key, 'kid'), typ: 'JWT', alg: 'RS256' });
    expect(decodePart(token, 1)).toMatchObject({
      aud: `urn:${hub.clientId}`,
      sub: 'practice1',
      app_name: 'PPF',
      operator_access: 'PPF:Configurators',
      iat: 1_619_067_849,
      nbf: 1_619_067_849,
      exp: 1_619_071_449,
    });
    const [head = '', claims = '', signature = ''] = token.split('.');
    // SAFETY: the hub says that this is a JSON web key; anything else fails in the next line.
    const publicKey = createPublicKey({ key: key as JsonWebKey, format: 'jwk' });
    const isGood = verify(
      'RSA-SHA256',
      Buffer.from(`${head}.${claims}`),
      publicKey,
      Buffer.from(signature, 'base64url'),
    );
    expect(isGood).toBe(true);
  });

  it.each([
    ['a wrong secret', { client_secret: '0'.repeat(32) }, 401, 'invalid_client'],
    ['an unknown client', { client_id: '1'.repeat(20) }, 401, 'invalid_client'],
    ['no secret', { client_secret: '' }, 401, 'invalid_client'],
    ['no grant type', { grant_type: '' }, 400, 'invalid_request'],
    ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('refuses %s', async (_name, change, status, error) => {
    const hub = await startHub();
    const form = { ...GRANT, client_id: hub.clientId, client_secret: hub.clientSecret, ...change };
    const answer = await postForm(hub, form);
    expect([answer.status, answer.json?.['error']]).toEqual([status, error]);
    expect(answer.text).not.toContain(hub.clientSecret);
  });

  it('does not understand the misprinted parameter of the documentation', async () => {
    const hub = await startHub();
    const form = { grandtype: 'client_credentials', client_id: hub.clientId, client_secret: hub.clientSecret };
    expect((await postForm(hub, form)).json?.['error']).toBe('invalid_request');
  });

  it('refuses two ways of authentication at once, a repeated parameter and another content type', async () => {
    const hub = await startHub();
    const form = { ...GRANT, client_id: hub.clientId, client_secret: hub.clientSecret };
    const both = await postForm(hub, form, { headers: basic(hub.clientId, hub.clientSecret) });
    const twice = await postForm(hub, `${new URLSearchParams(form).toString()}&grant_type=client_credentials`);
    const json = await postForm(hub, JSON.stringify(form), { headers: { 'content-type': 'application/json' } });
    expect([both, twice, json].map(({ status, json: body }) => [status, body?.['error']])).toEqual([
      [400, 'invalid_request'],
      [400, 'invalid_request'],
      [400, 'invalid_request'],
    ]);
  });

  it('challenges a refused Basic header', async () => {
    const hub = await startHub();
    const answer = await postForm(hub, GRANT, { headers: basic(hub.clientId, 'not-a-real-secret') });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /);
  });

  it("can answer errors in Pega's own envelope", async () => {
    const hub = await startHub({ tokenErrorStyle: 'pega' });
    const answer = await postForm(hub, { ...GRANT, client_id: hub.clientId, client_secret: 'not-a-real-secret' });
    expect(answer.status).toBe(401);
    expect(answer.json).toEqual({
      errors: [{ ID: 'invalid_client', message: 'The client ID or the client secret is wrong.' }],
    });
  });

  it('says at the authorization endpoint that only client credentials are possible', async () => {
    const hub = await startHub();
    const response = await fetch(hub.tokenEndpoint.replace(/token$/, 'authorize'));
    expect([response.status, jsonField(await response.json(), 'error')]).toEqual([400, 'unsupported_response_type']);
  });
});

describe('an access token', () => {
  it('is good until it expires, and the same pair gets the next one', async () => {
    let nowMs = Date.UTC(2026, 5, 1);
    const hub = await startHub({ clock: () => nowMs, tokenLifetimeSeconds: 60 });
    const token = await tokenFor(hub);
    nowMs += 59_999;
    expect((await call(hub, 'GET /registrations', { token })).status).toBe(200);
    nowMs += 1;
    const late = await call(hub, 'GET /registrations', { token });
    expect(late.status).toBe(401);
    expect(late.headers.get('www-authenticate')).toContain('error="invalid_token"');
    expect((await call(hub, 'GET /registrations', { token: await tokenFor(hub) })).status).toBe(200);
  });

  it('is needed, and must be one that the hub gave', async () => {
    const hub = await startHub();
    expect((await call(hub, 'GET /registrations')).status).toBe(401);
    expect((await call(hub, 'GET /registrations', { token: 'made-up' })).status).toBe(401);
  });

  it('ends when an administrator revokes all tokens, and the pair stays good', async () => {
    const hub = await startHub();
    const token = await tokenFor(hub);
    hub.revokeTokens();
    expect((await call(hub, 'GET /registrations', { token })).status).toBe(401);
    expect((await call(hub, 'GET /registrations', { token: await tokenFor(hub) })).status).toBe(200);
  });

  it('ends when its own client revokes it, and not when another client tries', async () => {
    const hub = await startHub({
      operators: [
        { operator: 'practice1', accessGroup: 'PPF:Configurators' },
        { operator: 'practice2', accessGroup: 'PPF:Configurators' },
      ],
    });
    const token = await tokenFor(hub);
    const url = hub.tokenEndpoint.replace(/token$/, 'revoke');
    const [, otherId = '', , otherSecret = ''] = hub.credentialsFileText('practice2').split('\n');
    await postForm(hub, { token }, { url, headers: basic(otherId, otherSecret) });
    expect((await call(hub, 'GET /registrations', { token })).status).toBe(200);
    const revoked = await postForm(hub, { token }, { url, headers: basic(hub.clientId, hub.clientSecret) });
    expect([revoked.status, revoked.text]).toEqual([200, '']);
    expect((await call(hub, 'GET /registrations', { token })).status).toBe(401);
  });

  it('ends with the secret that it came from', async () => {
    const hub = await startHub();
    const [token, oldSecret, oldFile] = [await tokenFor(hub), hub.clientSecret, hub.credentialsFileText()];
    await hub.regenerateSecret();
    expect(hub.clientSecret).not.toBe(oldSecret);
    expect(hub.credentialsFileText()).toBe(oldFile.replace(oldSecret, hub.clientSecret));
    expect((await call(hub, 'GET /registrations', { token })).status).toBe(401);
    await expect(tokenFor(hub, { clientId: hub.clientId, clientSecret: oldSecret })).rejects.toThrow('401');
    expect((await call(hub, 'GET /registrations', { token: await tokenFor(hub) })).status).toBe(200);
  });
});

describe('access groups', () => {
  it.each([
    ['PPF:Configurators', 200],
    ['PPF:Administrators', 200],
    ['PPF:Users', 403],
  ])('let %s in with %i', async (accessGroup, status) => {
    const hub = await startHub({ operators: [{ operator: 'practice1', accessGroup }] });
    const answer = await call(hub, 'GET /registrations', { token: await tokenFor(hub) });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.text).toContain('Pega_API_019');
  });

  it('make each operator the one who is noted', async () => {
    const hub = await startHub({
      operators: [
        { operator: 'practice1', accessGroup: 'PPF:Configurators' },
        { operator: 'practice2', accessGroup: 'PPF:Configurators' },
      ],
    });
    const [, clientId = '', , clientSecret = ''] = hub.credentialsFileText('practice2').split('\n');
    const token = await tokenFor(hub, { clientId, clientSecret });
    const answer = await call(hub, 'POST /registrations', { token, body: newApplication('SalesDesk9') });
    expect(answer.json?.['createOperator']).toBe('practice2');
  });
});

describe('the two kinds of credentials', () => {
  it('are not interchangeable', async () => {
    const hub = await startHub();
    const send = await configurator(hub);
    const id = idIn(await send('POST /registrations', newApplication('SalesDesk9')));
    const dataSyncToken = await tokenFor(hub, pairIn(await send(`POST /registrations/${id}/actions/enablesync`)));
    const body = { requests: [] };
    expect((await call(hub, 'GET /registrations', { token: dataSyncToken })).status).toBe(403);
    expect((await call(hub, 'POST /tasks/batch', { token: dataSyncToken, body })).status).toBe(202);
    expect((await call(hub, 'POST /tasks/batch', { token: await tokenFor(hub), body })).status).toBe(403);
  });
});
