import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quote } from '../../../../../main/core/answers/server-text.ts';
import { formEncode, withoutSecrets } from '../../../../../main/core/redaction/spellings.ts';

const SECRET = 'NOT/A+REAL=SECRET&0123456789';

describe('quoting a server', () => {
  test('leaves an ordinary sentence as it is', () => {
    expect(quote('The client ID or the client secret is wrong.', [SECRET])).toBe(
      'The client ID or the client secret is wrong.',
    );
  });

  test.each([undefined, null, 7, true, {}, [], '', ' \n ', '\u0000\u200b'])('finds no sentence in %j', (value) => {
    expect(quote(value, [])).toBeNull();
  });

  test('makes one printable line of it, without invisible and direction-changing characters', () => {
    expect(quote('one\r\n\ttwo\u0007three \u202Efour\u200B\uD800!', [])).toBe('one two three four!');
  });

  test('cuts what is longer than 300 characters, and never in the middle of a character', () => {
    expect(quote('x'.repeat(300), [])).toBe('x'.repeat(300));
    expect(quote('x'.repeat(301), [])).toBe(`${'x'.repeat(299)}…`);
    expect(quote(`${'x'.repeat(298)}😀${'y'.repeat(10)}`, [])).toBe(`${'x'.repeat(298)}…`);
  });

  test.each([
    ['as it is', SECRET],
    ['in lower case', SECRET.toLowerCase()],
    ['form-encoded', formEncode(SECRET)],
    ['percent-encoded', encodeURIComponent(SECRET)],
    ['percent-encoded in lower case', encodeURIComponent(SECRET).toLowerCase()],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64 without padding', Buffer.from(SECRET).toString('base64').replace(/=+$/, '')],
    ['in base64url', Buffer.from(SECRET).toString('base64url')],
    ['with escaped slashes', SECRET.replaceAll('/', '\\/')],
  ])('takes a secret out that was echoed %s', (_how, echo) => {
    const said = quote(`No client "${echo}" here, ${echo}.`, [SECRET]) ?? '';
    expect(said).toMatch(/^No client "•••=*" here, •••=*\.$/);
  });

  test('takes a secret out that only appears when the text is cleaned', () => {
    expect(quote(`wrong: ${SECRET.slice(0, 5)}\u200B${SECRET.slice(5)}`, [SECRET])).toBe('wrong: •••');
  });

  test('takes a secret out that cleaning would only disguise', () => {
    expect(quote('wrong: FAKE  SECRET\tWITH BLANKS', ['FAKE  SECRET\tWITH BLANKS'])).toBe('wrong: •••');
  });

  test('takes a secret out before the text is cut, so that no beginning of it is left', () => {
    const said = quote(`${'x'.repeat(290)} ${SECRET}`, [SECRET]);
    expect(said).toBe(`${'x'.repeat(290)} •••`);
  });

  test('never lets a secret through, whatever surrounds it', () => {
    const secret = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/^[•…]*$/.test(text));
    fc.assert(
      fc.property(secret, fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (value, before, after) => {
        const said = quote(`${before}${value}${after}`, [value]) ?? '';
        expect(said.includes(value)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

test('an empty secret takes nothing out', () => {
  expect(withoutSecrets('nothing to hide', ['', ''])).toBe('nothing to hide');
});

test('an address or JSON around a secret stays whole', () => {
  expect(withoutSecrets(JSON.stringify({ echo: SECRET, id: 1 }), [SECRET])).toBe('{"echo":"•••","id":1}');
});
