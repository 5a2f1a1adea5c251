import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { redactText } from '../../../../../main/core/redaction/redact-text.ts';
import { shownBody as shownWith } from '../../../../../main/core/wire/shown-body.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';

const SECRET = 'FAKE0123456789ABCDEF';
const JWT = 'eyJraWQiOiIxIn0.eyJzdWIiOiJhcmVrczEifQ.c2lnbmF0dXJl';

const shownBody = (body: string): string => shownWith(body, redactText);

describe('the body of an answer, as it is shown', () => {
  test('has JSON on several lines, and every number as the Hub wrote it', () => {
    expect(shownBody('{"ID":"REG-1","clientID":69747281128570844473,"list":[1,{}],"text":"{\\"a\\":[1,2]}"}')).toBe(
      [
        '{',
        '  "ID": "REG-1",',
        '  "clientID": 69747281128570844473,',
        '  "list": [',
        '    1,',
        '    {}',
        '  ],',
        '  "text": "{\\"a\\":[1,2]}"',
        '}',
      ].join('\n'),
    );
  });

  test.each(['', 'OK', '<html>\n  <body>', '{"half": [1, '])('is as it came when it is no JSON: %j', (body) => {
    expect(shownBody(body)).toBe(body);
  });

  test('says the same as the answer', () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        expect(JSON.parse(shownBody(body))).toEqual(JSON.parse(body));
      }),
    );
  });

  test.each([
    ['clientSecret'],
    ['client_secret'],
    ['Client Secret'],
    ['client\\u0053ecret'],
    ['access_token'],
    ['refreshToken'],
    ['token'],
  ])('has no value under "%s"', (key) => {
    const body = `{"ID":"REG-1","${key}":"${SECRET}","echo":"You sent ${SECRET}.","status":"Active"}`;
    const shown = shownBody(body);
    expect(shown).not.toContain(SECRET);
    expect(shown).toContain('•••');
    expect(JSON.parse(shown)).toMatchObject({ ID: 'REG-1', status: 'Active' });
  });

  test.each<[string, string]>([
    ['under a wrapper', `{"clientSecret":{"a":["${SECRET}"],"b":"}"},"status":"Active"}`],
    ['in half a record', `{"status":"Active","clientSecret":"${SECRET}`],
    ['in half a wrapper', `{"status":"Active","clientSecret":{"value":"${SECRET}`],
    ['in a form', `status=Active&client_secret=${SECRET}&x=1`],
    ['in a sentence', `status Active, client secret: ${SECRET}`],
    ['in a header', `status Active, Authorization: Bearer ${SECRET}`],
    ['as a token', `{"status":"Active","x":"${JWT}"}`],
  ])('has no secret %s', (_where, body) => {
    const shown = shownBody(body);
    expect(shown).toContain('Active');
    for (const secret of [SECRET, JWT]) expect(shown).not.toContain(secret);
  });

  test('leaves innocent fields alone that only talk about secrets and tokens', () => {
    const body = { status: 'Active', tokenLifetime: '3600', applicationDescription: 'Tokens and secrets' };
    expect(JSON.parse(shownBody(JSON.stringify(body)))).toEqual(body);
  });

  test('never shows a secret, wherever it stands and wherever the body is cut', () => {
    const wrap = fc.array(fc.oneof(fc.constant(null), fc.string()), { maxLength: 6 });
    fc.assert(
      fc.property(wrap, fc.jsonValue(), fc.double({ min: 0, max: 1, noNaN: true }), (wraps, noise, part) => {
        const pair: JsonObject = { clientID: '1', clientSecret: SECRET };
        const buried = wraps.reduce<JsonValue>((inner, by) => (by === null ? [inner] : { [by]: inner }), pair);
        // SAFETY: fast-check makes JSON values.
        const body = JSON.stringify({ ...wireRegistration(), noise: noise as JsonValue, buried });
        expect(shownBody(body)).not.toContain(SECRET);
        expect(shownBody(body.slice(0, Math.floor(body.length * part)))).not.toMatch(/FAKE\d/);
      }),
    );
  });

  test('is cut, and of a list only the head is looked at', () => {
    const registrations = Array.from({ length: 5000 }, (_, index) => wireRegistration({ ID: `REG-${index}` }));
    const shown = shownBody(JSON.stringify({ registrations }));
    expect(shown).toHaveLength(20_000);
    expect(shown).toContain('"ID":"REG-0"');
    expect(shownBody(JSON.stringify({ long: Array(6000).fill(1) })).length).toBeLessThanOrEqual(20_000);
  });

  test('may nest without end, or be anything', () => {
    expect(shownBody('['.repeat(9_999) + ']'.repeat(9_999)).length).toBeLessThanOrEqual(20_000);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (body) => void shownBody(body)));
  });
});
