import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import { jsonText, readJson, readJsonObject } from '../../../../../main/core/answers/json-reading.ts';

describe('reading a body as JSON', () => {
  test('reads any JSON back as it was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(readJson(text)).toEqual(ok(JSON.parse(text)));
      }),
    );
  });

  test('does not mind a byte order mark and blanks around', () => {
    expect(readJson('\uFEFF \n{"a":1}\r\n')).toEqual(ok({ a: 1 }));
  });

  test.each([
    ['', 'nothing'],
    [' \r\n\t', 'nothing'],
    ['<!DOCTYPE html><html lang="en"><body>Sign in</body></html>', 'html'],
    ['<?xml version="1.0"?>\n<!-- sso -->\n<html xmlns="http://www.w3.org/1999/xhtml">', 'html'],
    ['<HTML><HEAD><TITLE>503</TITLE>', 'html'],
    ['{"access_token":"abc', 'brokenJson'],
    ['[{"ID":"REG-1"},', 'brokenJson'],
    ['"half', 'brokenJson'],
    ['Service Unavailable', 'text'],
    ['<error>no</error>', 'text'],
  ])('says that %j is %s', (body, found) => {
    expect(readJson(body)).toEqual(fail(found));
  });

  test.each(['[]', '"text"', '7', 'null', 'true'])('says that %s is JSON, but no object', (body) => {
    expect(readJsonObject(body)).toEqual(fail('otherJson'));
  });

  test('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (body) => void readJson(body)));
  });

  test('takes a number for a text and nothing else', () => {
    expect([jsonText('a'), jsonText(2), jsonText(true), jsonText(null), jsonText({}), jsonText(undefined)]).toEqual([
      'a',
      '2',
      '',
      '',
      '',
      '',
    ]);
  });
});
