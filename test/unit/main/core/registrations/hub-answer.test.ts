import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import { judgeHubAnswer, judgeUnanswered } from '../../../../../main/core/registrations/hub-answer.ts';
import { httpAnswer } from '../../../../doubles/scripted-http-client.ts';

const CONTEXT = { host: 'hub.example', nowMs: 0 };
const judge = (status: number, body: unknown = '', headers = {}) =>
  judgeHubAnswer(httpAnswer(status, body, headers), CONTEXT);
const PEGA_ERROR = { errors: [{ ID: 'Pega_API_019', message: 'Insufficient privilege' }] };

describe('an answer to a question', () => {
  test.each([200, 201, 202])('is its JSON with status %i', (status) => {
    expect(judge(status, { registrations: [] })).toEqual(ok({ registrations: [] }));
  });

  test.each([
    [200, '', 'nothing'],
    [200, '<!doctype html><html>Sign in</html>', 'html'],
    [200, '{"registrations":[{"ID":', 'brokenJson'],
    [200, 'OK', 'text'],
    [404, '<html>Not Found</html>', 'html'],
    [500, '<html>Internal Server Error</html>', 'html'],
    [400, '{"errors":[', 'brokenJson'],
  ])('with status %i and body %j is unreadable', (status, body, found) => {
    expect(judge(status, body)).toEqual(fail({ code: 'answerUnreadable', status, found }));
  });

  test.each([401, 403])('with status %i denies access, whatever its body', (status) => {
    expect(judge(status, PEGA_ERROR)).toEqual(
      fail({ code: 'accessDenied', status, message: 'Insufficient privilege' }),
    );
    expect(judge(status, '<html>')).toEqual(fail({ code: 'accessDenied', status, message: null }));
    expect(judge(status, '')).toEqual(fail({ code: 'accessDenied', status, message: null }));
  });

  test('that denies access says all it has to say', () => {
    const errors = [{ message: 'Not you.' }, { message: 'platform: is not yours.' }];
    expect(judge(403, { errors })).toMatchObject({ failure: { message: 'Not you. platform: is not yours.' } });
  });

  test.each([400, 404, 409, 415, 422, 500, 501])('with status %i and words refuses', (status) => {
    expect(judge(status, PEGA_ERROR)).toEqual(
      fail({ code: 'hubRefused', status, message: 'Insufficient privilege', fields: [] }),
    );
  });

  test.each([
    ['', null],
    ['{}', null],
    ['[]', null],
    ['No such resource', 'No such resource'],
  ])('with status 404 and body %j refuses with %j', (body, message) => {
    expect(judge(404, body)).toEqual(fail({ code: 'hubRefused', status: 404, message, fields: [] }));
  });

  test('refuses although its status says success', () => {
    expect(judge(200, PEGA_ERROR)).toMatchObject({ failure: { code: 'hubRefused', status: 200 } });
  });

  test('is no refusal because one of its fields is called message', () => {
    expect(judge(200, { ID: 'REG-1', message: 'Hello' }).ok).toBe(true);
  });

  test.each([429, 502, 503, 504])('with status %i is busy', (status) => {
    expect(judge(status, PEGA_ERROR, { 'retry-after': '3' })).toEqual(
      fail({ code: 'hubBusy', status, retryAfterSeconds: 3 }),
    );
  });

  test('with a redirect is out of reach', () => {
    expect(judge(307)).toEqual(fail({ code: 'hubUnreachable', cause: 'redirected', host: 'hub.example' }));
  });

  test('never makes the judge throw', () => {
    const body = fc.oneof(fc.json(), fc.string({ unit: 'binary' }));
    fc.assert(fc.property(fc.integer({ min: 200, max: 599 }), body, (status, text) => void judge(status, text)));
  });
});

describe('a question without an answer', () => {
  test('keeps the failure of what never was sent', () => {
    expect(judgeUnanswered({ kind: 'unsent', failure: { code: 'secretLocked' } }, CONTEXT)).toEqual({
      code: 'secretLocked',
    });
  });

  test.each([true, false])('names the host, whether the question arrived (%s) or not', (mayHaveArrived) => {
    expect(judgeUnanswered({ kind: 'trouble', trouble: { cause: 'cut', mayHaveArrived } }, CONTEXT)).toEqual({
      code: 'hubUnreachable',
      cause: 'cut',
      host: 'hub.example',
    });
  });
});
