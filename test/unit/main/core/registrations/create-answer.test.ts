import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UnreachableCause } from '#contract/failure.ts';
import { fail, ok } from '#contract/result.ts';
import { judgeCreateAnswer } from '../../../../../main/core/registrations/create-answer.ts';
import { judgeUnansweredWrite } from '../../../../../main/core/registrations/write-answer.ts';
import { httpAnswer } from '../../../../doubles/scripted-http-client.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';

const BASE = 'https://hub.example/prweb/api/ppf/v1';
const CONTEXT = { host: 'hub.example', nowMs: 0, baseUrl: BASE };
const LOCATION = { location: `${BASE}/registrations/REG-7` };
const judge = (status: number, body: unknown = '', headers = {}) =>
  judgeCreateAnswer(httpAnswer(status, body, headers), CONTEXT);
const PEGA_ERROR = { errors: [{ ID: 'Pega_API_001', message: 'systemURL: is not known' }] };
const PEGA_WORDS = 'systemURL: is not known';
const outcomeUnknown = (cause: UnreachableCause, status: number, message?: string) =>
  fail({ code: 'outcomeUnknown', cause, status, ...(message === undefined ? {} : { message }) });

describe('a creation that worked', () => {
  test.each([200, 201, 202])('tells the whole record, status %i', (status) => {
    expect(judge(status, wireRegistration())).toMatchObject(
      ok({ id: 'REG-22951', registration: { id: 'REG-22951', applicationName: 'SalesDesk3' } }),
    );
  });

  test.each([
    ['under its name', { registration: wireRegistration() }],
    ['as the only one of a list', { registrations: [wireRegistration()] }],
  ])('tells the whole record %s', (_where, body) => {
    expect(judge(201, body)).toMatchObject({ value: { registration: { id: 'REG-22951' } } });
  });

  test.each([
    [{ ID: 'REG-7' }, 'REG-7'],
    [{ id: 7 }, '7'],
    [{ ID: 'REG-7', status: 'Pending-Activation' }, 'REG-7'],
    [{ registration: { ID: 'REG-7' } }, 'REG-7'],
  ])('tells only the ID in %j', (body, id) => {
    expect(judge(201, body)).toEqual(ok({ registration: null, id }));
  });

  test.each([
    [200, ''],
    [201, ''],
    [204, ''],
    [201, '<html>Created</html>'],
    [200, '{"half'],
    [200, '{}'],
  ])('tells only the address: status %i with %j', (status, body) => {
    expect(judge(status, body, LOCATION)).toEqual(ok({ registration: null, id: 'REG-7' }));
  });

  test('believes the body more than the address', () => {
    expect(judge(201, { ID: 'REG-8' }, LOCATION)).toEqual(ok({ registration: null, id: 'REG-8' }));
  });

  test.each([
    [200, ''],
    [201, ''],
    [202, ''],
    [204, ''],
    [201, '<html>'],
    [201, '{"half'],
    [200, '{}'],
    [200, '"created"'],
    [201, { registrations: [wireRegistration({ ID: 'A' }), wireRegistration({ ID: 'B' })] }],
  ])('may tell nothing: status %i with %j', (status, body) => {
    expect(judge(status, body)).toEqual(ok({ registration: null, id: null }));
  });

  test('does not follow an address to another host', () => {
    const headers = { location: 'https://evil.example/prweb/api/ppf/v1/registrations/REG-7' };
    expect(judge(201, '', headers)).toEqual(ok({ registration: null, id: null }));
  });
});

describe('a creation that was refused', () => {
  test.each([400, 409, 415, 422, 500])('says so in words, by field, with status %i', (status) => {
    expect(judge(status, PEGA_ERROR)).toEqual(
      fail({
        code: 'hubRefused',
        status,
        message: null,
        fields: [{ field: 'systemUrl', problem: 'refusedByHub', message: 'systemURL: is not known' }],
      }),
    );
  });

  test('says so with the status of a success', () => {
    expect(judge(200, PEGA_ERROR)).toMatchObject({ failure: { code: 'hubRefused', status: 200 } });
  });

  test.each([401, 403])('was turned away with %i', (status) => {
    expect(judge(status)).toEqual(fail({ code: 'accessDenied', status, message: null }));
  });

  test.each([429, 503])('is asked to come back later with %i', (status) => {
    expect(judge(status, '', { 'retry-after': '9' })).toEqual(fail({ code: 'hubBusy', status, retryAfterSeconds: 9 }));
  });

  test.each([301, 302, 307, 308])('was sent elsewhere with %i', (status) => {
    expect(judge(status)).toMatchObject({ failure: { code: 'hubUnreachable', cause: 'redirected' } });
  });

  test('met a web page that refused', () => {
    expect(judge(404, '<html>Not Found</html>')).toEqual(
      fail({ code: 'answerUnreadable', status: 404, found: 'html' }),
    );
  });
});

describe('a creation whose outcome is unknown', () => {
  test.each<[number, string, UnreachableCause, string?]>([
    [500, '', 'other'],
    [500, '<html>Internal Server Error</html>', 'other'],
    [500, '{"errors":[', 'other'],
    [500, '{}', 'other'],
    [500, '{"errors":[{"ID":"Pega_API_055","message":"Internal server error"}]}', 'other', 'Internal server error'],
    [501, 'oops', 'other', 'oops'],
    [502, JSON.stringify(PEGA_ERROR), 'other', PEGA_WORDS],
    [503, '{"message":"Service Unavailable"}', 'other', 'Service Unavailable'],
    [503, 'upstream connect error', 'other', 'upstream connect error'],
    [504, JSON.stringify(PEGA_ERROR), 'timeout', PEGA_WORDS],
    [303, '', 'redirected'],
    [200, '<html>Please sign in</html>', 'other'],
    [200, 'OK', 'other'],
    [200, '{"ID":"REG-', 'cut'],
  ])('was answered with %i and %j, which is told with it', (status, body, cause, message) => {
    expect(judge(status, body)).toEqual(outcomeUnknown(cause, status, message));
  });

  test.each<UnreachableCause>(['timeout', 'cut', 'answerTooLarge', 'redirected', 'other'])(
    'was not answered (%s) and may have arrived',
    (cause) => {
      expect(judgeUnansweredWrite({ kind: 'trouble', trouble: { cause, mayHaveArrived: true } }, CONTEXT)).toEqual({
        code: 'outcomeUnknown',
        cause,
      });
    },
  );
});

test('a creation that certainly never arrived is simply out of reach', () => {
  const trouble = { cause: 'refused', mayHaveArrived: false } as const;
  expect(judgeUnansweredWrite({ kind: 'trouble', trouble }, CONTEXT)).toEqual({
    code: 'hubUnreachable',
    cause: 'refused',
    host: 'hub.example',
  });
});

test('a creation that was never sent keeps its failure', () => {
  expect(judgeUnansweredWrite({ kind: 'unsent', failure: { code: 'credentialMissing' } }, CONTEXT)).toEqual({
    code: 'credentialMissing',
  });
});

test('no server error that names no field ever counts as refused', () => {
  const wordless = fc.oneof(fc.constant(''), fc.constant('<html>'), fc.constant('{}'), fc.constant('{"message":"no"}'));
  fc.assert(
    fc.property(fc.integer({ min: 500, max: 599 }), wordless, (status, body) => {
      expect(judge(status, body)).toMatchObject({ ok: false, failure: { code: 'outcomeUnknown' } });
    }),
  );
});

test('a refusal about the weighting, which Create does not have, stands with the rest of the words', () => {
  const errors = [
    { message: 'Not like this.' },
    { message: 'weighting: is missing' },
    { message: 'platform: is missing' },
  ];
  expect(judge(400, { errors })).toEqual(
    fail({
      code: 'hubRefused',
      status: 400,
      message: 'Not like this. weighting: is missing',
      fields: [{ field: 'platform', problem: 'refusedByHub', message: 'platform: is missing' }],
    }),
  );
});
