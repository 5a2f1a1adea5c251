import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact as redactWith } from '../../../../../main/core/activity/redact.ts';
import { redactText } from '../../../../../main/core/redaction/redact-text.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl';

const redact = (sent: string): string => redactWith(sent, redactText);

describe('what is written down of a request', () => {
  test.each([
    [
      'a first line alone stays',
      'POST /registrations/REG-1/actions/enablesync',
      'POST /registrations/REG-1/actions/enablesync',
    ],
    ['an innocent body stays', 'POST /r\n{"a":"b","n":2}', 'POST /r\n{"a":"b","n":2}'],
    ['a secret in a field', 'POST /r\n{"client_secret":"s3"}', 'POST /r\n{"client_secret":"•••"}'],
    ['a secret deep inside', 'POST /r\n{"p":[{"Client Secret":{"v":1}}]}', 'POST /r\n{"p":[{"Client Secret":"•••"}]}'],
    ['a form', 'POST /t\ngrant_type=x&client_secret=a%2Fb&z=1', 'POST /t\ngrant_type=x&client_secret=•••&z=1'],
    ['an address', 'GET /r?access_token=abc&x=1', 'GET /r?access_token=•••&x=1'],
    ['half a JSON', 'POST /r\n{"clientSecret": "s3\\"cret", "b": 1', 'POST /r\n{"clientSecret": "•••", "b": 1'],
    ['a cut one', 'POST /r\n{"clientSecret":"s3cre', 'POST /r\n{"clientSecret":"•••"'],
    ['a token in a text', `POST /r\n{"d":"Bearer ${TOKEN}"}`, 'POST /r\n{"d":"Bearer •••"}'],
    ['a pair in a header', 'POST /r\nauthorization: Basic dXNlcjpwYXNzd29yZDE=', 'POST /r\nauthorization: Basic •••'],
    [
      'a sentence is none',
      'POST /r\n{"d":"A basic application, bearer of news"}',
      'POST /r\n{"d":"A basic application, bearer of news"}',
    ],
  ])('%s', (_what, sent, written) => {
    expect(redact(sent)).toBe(written);
  });

  test('is cut when it is longer than any form', () => {
    const sent = `POST /r\n${'😀'.repeat(20_000)}`;
    expect(redact(sent).length).toBeLessThanOrEqual(20_001);
    expect(redact(sent)).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });

  test('never holds the value of a secret field, whatever else is in the body', () => {
    const name = fc.constantFrom('clientSecret', 'client_secret', 'x-client-secret', 'accessToken', 'Authorization');
    fc.assert(
      fc.property(fc.jsonValue(), name, fc.array(fc.string()), (value, secretName, path) => {
        const leaf = { other: value as object, [secretName]: 'MARKER-7C1E' };
        const body = path.reduce<unknown>((inner, key) => ({ [key]: inner }), leaf);
        expect(redact(`POST /r\n${JSON.stringify(body)}`)).not.toContain('MARKER-7C1E');
      }),
    );
  });
});
