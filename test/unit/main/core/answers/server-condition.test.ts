import { describe, expect, test } from 'vitest';
import { judgeCondition, judgeTrouble, retryAfterSeconds } from '../../../../../main/core/answers/server-condition.ts';
import { httpAnswer } from '../../../../doubles/scripted-http-client.ts';

const NOW_MS = Date.UTC(2026, 10, 23, 9, 0, 0);
const CONTEXT = { host: 'hub.example', nowMs: NOW_MS };

describe('what a status means by itself', () => {
  test.each([301, 302, 303, 307, 308])('%i: the server is elsewhere', (status) => {
    expect(judgeCondition(httpAnswer(status, '', { location: 'https://elsewhere.example' }), CONTEXT)).toEqual({
      code: 'hubUnreachable',
      cause: 'redirected',
      host: 'hub.example',
    });
  });

  test.each([
    [407, 'proxy'],
    [408, 'timeout'],
  ])('%i: the server was not reached (%s)', (status, cause) => {
    expect(judgeCondition(httpAnswer(status), CONTEXT)).toEqual({ code: 'hubUnreachable', cause, host: 'hub.example' });
  });

  test.each([429, 502, 503, 504])('%i: the server is busy', (status) => {
    expect(judgeCondition(httpAnswer(status, '<html>'), CONTEXT)).toEqual({
      code: 'hubBusy',
      status,
      retryAfterSeconds: null,
    });
  });

  test.each([200, 201, 204, 400, 401, 403, 404, 409, 422, 500, 501])('%i: nothing without the body', (status) => {
    expect(judgeCondition(httpAnswer(status), CONTEXT)).toBeNull();
  });

  test.each([
    ['120', 120],
    [' 0 ', 0],
    ['Mon, 23 Nov 2026 09:01:30 GMT', 90],
    ['Monday, 23-Nov-26 09:01:30 GMT', 90],
    ['Mon, 23 Nov 2026 08:00:00 GMT', 0],
    ['99999999999999999999', 86_400],
    ['Tue, 01 Jan 2999 00:00:00 GMT', 86_400],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['', null],
  ])('Retry-After %j means %j seconds', (value, seconds) => {
    expect(retryAfterSeconds(httpAnswer(429, '', { 'retry-after': value }), NOW_MS)).toBe(seconds);
  });

  test('a date is one of the host’s clock, however wrong this computer’s is', () => {
    const headers = { 'retry-after': 'Mon, 23 Nov 2026 12:00:20 GMT', date: 'Mon, 23 Nov 2026 12:00:00 GMT' };
    expect(retryAfterSeconds(httpAnswer(429, '', headers), NOW_MS)).toBe(20);
  });

  test('no Retry-After means no number', () => {
    expect(retryAfterSeconds(httpAnswer(429), NOW_MS)).toBeNull();
  });

  test('a request without an answer keeps its cause', () => {
    expect(judgeTrouble({ cause: 'tls', mayHaveArrived: false }, 'hub.example')).toEqual({
      code: 'hubUnreachable',
      cause: 'tls',
      host: 'hub.example',
    });
  });
});
