import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import { judgeTokenAnswer } from '../../../../../main/core/tokens/token-answer.ts';
import { secretsOf } from '../../../../../main/core/tokens/token-request.ts';
import { httpAnswer } from '../../../../doubles/scripted-http-client.ts';
import { clientAccess, FAKE_SECRET } from './client-access.ts';

const CONTEXT = { host: 'hub.example', nowMs: 0, secrets: secretsOf(clientAccess()) };
const GRANT = { access_token: 'an-opaque-token', token_type: 'bearer', expires_in: 3600 };

const judge = (status: number, body: unknown, headers = {}) =>
  judgeTokenAnswer(httpAnswer(status, body, headers), CONTEXT);

describe('a token', () => {
  test.each([200, 201])('is taken from an answer with status %i', (status) => {
    expect(judge(status, GRANT)).toEqual(ok({ accessToken: 'an-opaque-token', lifetimeSeconds: 3600 }));
  });

  test.each(['bearer', 'Bearer', 'BEARER'])('is taken with the type %s', (tokenType) => {
    expect(judge(200, { ...GRANT, token_type: tokenType }).ok).toBe(true);
  });

  test.each([
    [3600, 3600],
    ['3600', 3600],
    [' 90 ', 90],
    [59.5, 59.5],
    [undefined, 300],
    [null, 300],
    ['', 300],
    ['soon', 300],
    [0, 300],
    [-1, 300],
    [3_600_000, 86_400],
    ['1e400', 86_400],
    [{}, 300],
  ])('whose lifetime is given as %j lives %i seconds', (expiresIn, lifetimeSeconds) => {
    expect(judge(200, { ...GRANT, expires_in: expiresIn })).toEqual(
      ok({ accessToken: 'an-opaque-token', lifetimeSeconds }),
    );
  });

  test.each([
    ['no token', { token_type: 'bearer' }],
    ['an empty token', { ...GRANT, access_token: '' }],
    ['a token that is no text', { ...GRANT, access_token: 7 }],
    ['a token that would break out of its header', { ...GRANT, access_token: 'a\r\nx-evil: 1' }],
    ['a token that a header cannot carry', { ...GRANT, access_token: 'tökén' }],
    ['no type', { access_token: 'a' }],
    ['another type', { ...GRANT, token_type: 'mac' }],
    ['a list', [GRANT]],
  ])('is not taken from an answer with %s', (_what, body) => {
    expect(judge(200, body)).toEqual(fail({ code: 'answerUnreadable', status: 200, found: 'otherJson' }));
  });

  test('is not taken from an answer with another status', () => {
    expect(judge(202, GRANT)).toEqual(fail({ code: 'answerUnreadable', status: 202, found: 'otherJson' }));
  });
});

describe('a refusal', () => {
  test.each([400, 401, 403])('is understood in the words of OAuth, status %i', (status) => {
    const body = { error: 'invalid_client', error_description: 'Wrong secret.' };
    expect(judge(status, body)).toEqual(
      fail({ code: 'tokenRefused', status, error: 'invalid_client', description: 'Wrong secret.' }),
    );
  });

  test('needs no description', () => {
    expect(judge(400, { error: 'invalid_grant' })).toEqual(
      fail({ code: 'tokenRefused', status: 400, error: 'invalid_grant', description: null }),
    );
  });

  test('is understood in Pega’s envelope, with several errors at once', () => {
    const body = {
      errors: [
        { ID: 'unsupported_grant_type', message: 'The grant type is not supported by the authorization server.' },
        { ID: 'invalid_request', message: 'The request is missing a required parameter.' },
      ],
    };
    expect(judge(400, body)).toEqual(
      fail({
        code: 'tokenRefused',
        status: 400,
        error: 'unsupported_grant_type, invalid_request',
        description:
          'The grant type is not supported by the authorization server. The request is missing a required parameter.',
      }),
    );
  });

  test('is one even with the status of a success', () => {
    expect(judge(200, { error: 'invalid_client' })).toMatchObject({ failure: { code: 'tokenRefused', status: 200 } });
  });

  test.each(['', '<html>Unauthorized</html>', '{"error'])('is what a 401 means, whatever it says: %j', (body) => {
    expect(judge(401, body)).toEqual(fail({ code: 'tokenRefused', status: 401, error: null, description: null }));
  });

  test.each([
    ['as it is', FAKE_SECRET],
    ['in the Authorization header', Buffer.from(`69886076323519860336:${FAKE_SECRET}`).toString('base64')],
  ])('does not hand out a secret that the server echoes %s', (_how, echo) => {
    const oauth = judge(401, { error: `bad ${echo}`, error_description: `What is ${echo}?` });
    const pega = judge(400, { errors: [{ ID: echo, message: `No: ${echo}` }] });
    const text = JSON.stringify([oauth, pega]);
    expect(text).not.toContain(echo);
    expect(text).toContain('•••');
  });

  test('is shortened', () => {
    const judged = judge(400, { error: 'x'.repeat(5000), error_description: 'y'.repeat(5000) });
    expect(JSON.stringify(judged).length).toBeLessThan(800);
  });
});

describe('everything else', () => {
  test.each(['server_error', 'temporarily_unavailable'])('%s is the Hub’s own trouble, no refusal', (error) => {
    expect(judge(400, { error })).toEqual(fail({ code: 'hubRefused', status: 400, message: error, fields: [] }));
  });

  test('a server error with words is the Hub’s own trouble', () => {
    expect(judge(500, { errors: [{ ID: 'Pega_API_055', message: 'Out of memory' }] })).toEqual(
      fail({ code: 'hubRefused', status: 500, message: 'Out of memory', fields: [] }),
    );
  });

  test.each([
    [200, '', 'nothing'],
    [200, '<!doctype html><html>', 'html'],
    [200, '{"access_token":"abc', 'brokenJson'],
    [403, '<html>Blocked by the firewall</html>', 'html'],
    [404, '<html>Not Found</html>', 'html'],
    [500, '', 'nothing'],
    [500, 'Internal Server Error', 'text'],
    [404, {}, 'otherJson'],
  ])('status %i with %j is unreadable', (status, body, found) => {
    expect(judge(status, body)).toEqual(fail({ code: 'answerUnreadable', status, found }));
  });

  test('a busy Hub says when to come back', () => {
    expect(judge(429, '', { 'retry-after': '7' })).toEqual(
      fail({ code: 'hubBusy', status: 429, retryAfterSeconds: 7 }),
    );
    expect(judge(503, '<html>')).toEqual(fail({ code: 'hubBusy', status: 503, retryAfterSeconds: null }));
  });

  test('a redirect is not followed', () => {
    expect(judge(302, '', { location: 'https://evil.example' })).toEqual(
      fail({ code: 'hubUnreachable', cause: 'redirected', host: 'hub.example' }),
    );
  });

  test('no body makes the judge throw', () => {
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .record({ error: fc.jsonValue(), errors: fc.jsonValue(), access_token: fc.jsonValue() })
        .map((it) => JSON.stringify(it)),
    );
    fc.assert(fc.property(fc.integer({ min: 200, max: 599 }), body, (status, text) => void judge(status, text)));
  });
});
