import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { findPair } from '../../../../../../main/core/registrations/life-cycle/received-pair.ts';
import { readRegistration } from '../../../../../../main/core/registrations/registration.ts';
import { wireRegistration } from '../../../../../doubles/wire-registration.ts';

const SECRET = 'FAKE0123456789ABCDEF';
const ID = '69747281128570844473';
const find = (value: JsonValue) => findPair(JSON.stringify(value));

describe('the pair in an answer', () => {
  test.each([
    'clientSecret',
    'client_secret',
    'clientsecret',
    'ClientSecret',
    'client secret',
    'client-secret',
    'pyClientSecret',
    'pyClient.Secret',
    'CLIENT_SECRET',
    'dataSyncClientSecretValue',
  ])('has its secret under "%s"', (key) => {
    expect(find(wireRegistration({ [key]: SECRET }))).toEqual({ clientId: ID, clientSecret: SECRET });
  });

  test.each(['clientID', 'clientId', 'client_id', 'client id', 'ClientID'])('has its ID under "%s"', (key) => {
    expect(find({ [key]: ID, clientSecret: SECRET })).toEqual({ clientId: ID, clientSecret: SECRET });
  });

  test.each<[string, JsonValue]>([
    ['an object', { credentials: { client_id: ID, client_secret: SECRET } }],
    ['a list', { ID: 'REG-1', pairs: [{ clientID: ID, clientSecret: SECRET }] }],
    ['a list around all', [{ clientID: ID, clientSecret: SECRET }]],
    ['a secret with a wrapper', { clientID: ID, clientSecret: { value: SECRET, version: 1 } }],
  ])('is found in %s', (_where, value) => {
    expect(find(value)).toEqual({ clientId: ID, clientSecret: SECRET });
  });

  test('has the ID that stands beside the secret, whatever else there is', () => {
    const pair = { clientID: ID, clientSecret: SECRET };
    expect(find({ clientID: '11111111111111111111', pair })).toEqual({ clientId: ID, clientSecret: SECRET });
  });

  test('has no ID when the answer names none', () => {
    expect(find({ ID: 'REG-1', clientSecret: SECRET })).toEqual({ clientId: '', clientSecret: SECRET });
  });

  test('prefers the name that says nothing else', () => {
    expect(find({ clientSecretHint: 'ask me', deep: { client_secret: SECRET } })?.clientSecret).toBe(SECRET);
  });

  test.each<[string, JsonValue]>([
    ['says nothing of a secret', wireRegistration()],
    ['has an empty one', wireRegistration({ clientSecret: '' })],
    ['has null for one', wireRegistration({ clientSecret: null })],
    ['only talks about one', { message: 'The client secret is shown once' }],
  ])('is not there when the answer %s', (_how, value) => {
    expect(find(value)).toBeNull();
  });

  test.each(['', '<html>', 'OK', '{"clientSecret":"FAKE01234', '{"clientSecret"'])('is not there in %j', (body) => {
    expect(findPair(body)).toBeNull();
  });

  test('is saved from a body that broke off behind it', () => {
    const body = JSON.stringify({ clientID: ID, clientSecret: `${SECRET}"\\`, status: 'Open-SyncProgress' });
    expect(findPair(body.slice(0, -8))).toEqual({ clientId: ID, clientSecret: `${SECRET}"\\` });
  });

  test('is found wherever it is hidden, and the registration that is handed on holds nothing of it', () => {
    const key = fc.constantFrom('clientSecret', 'client_secret', 'Client Secret', 'pyClient-Secret');
    const wrap = fc.array(fc.oneof(fc.constant(null), fc.string()), { maxLength: 12 });
    fc.assert(
      fc.property(key, wrap, fc.jsonValue(), (name, wraps, noise) => {
        const pair: JsonObject = { client_id: ID, [name]: SECRET };
        const buried = wraps.reduce<JsonValue>((inner, by) => (by === null ? [inner] : { [by]: inner }), pair);
        // SAFETY: fast-check makes JSON values.
        const body = JSON.stringify({ ...wireRegistration({ clientID: '' }), noise: noise as JsonValue, buried });
        expect(findPair(body)).toEqual({ clientId: ID, clientSecret: SECRET });
        expect(JSON.stringify(readRegistration(JSON.parse(body) as JsonValue))).not.toContain(SECRET);
      }),
    );
  });

  test('is looked for in anything without failing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => void findPair(body)));
    expect(findPair(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).toBeNull();
    expect(find(Array<string>(200_000).fill('x'))).toBeNull();
  });
});
