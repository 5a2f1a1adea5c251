import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import { CREDENTIALS_LIMIT_BYTES } from '#contract/limits.ts';
import type { Result } from '#contract/result.ts';
import { type ReadCredentials, readCredentials } from '../../../../../main/core/credentials/read-credentials.ts';

const FIXTURES = resolve(import.meta.dirname, '../../../../fixtures/credentials');
const CLIENT_ID = '01234567890123456789';
const CLIENT_SECRET = 'FAKE0123456789ABCDEF0123456789AB';
const ENDPOINT = 'https://hub.example/prweb/PRRestService/oauth2/v1/token';

const readFixture = (name: string): Result<ReadCredentials> =>
  readCredentials(readFileSync(join(FIXTURES, name)), name);
const readText = (text: string): Result<ReadCredentials> => readCredentials(new TextEncoder().encode(text), 'a.txt');

function valueOf(result: Result<ReadCredentials>): ReadCredentials {
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function failureOf(result: Result<ReadCredentials>): Failure {
  expect(result).toMatchObject({ ok: false });
  if (result.ok) throw new Error('it was read');
  return result.failure;
}

const lines = (...all: string[]): string => all.join('\n');

describe('a credentials file', () => {
  it.each(['=', '=//', ':'])('takes a value that begins with slashes for a value, after %s too', (separator) => {
    const text = lines('Client ID: 1', `Client Secret${separator}//FAKE0123`);
    expect(valueOf(readText(text)).clientSecret).toBe(`${separator.slice(1)}//FAKE0123`);
  });

  const pegaExtras = ['Authorization endpoint', 'Token revocation endpoint'];

  it.each([
    ['pega-alternating.txt', pegaExtras],
    ['pega-alternating-bom-crlf.txt', pegaExtras],
    ['pega-alternating-utf16le.txt', pegaExtras],
    ['pega-alternating-utf16be.txt', pegaExtras],
    ['pega-8-1-fields.txt', [...pegaExtras, 'Userinfo endpoint']],
    ['pega-endpoint-first.txt', []],
    ['pega-blank-lines.txt', pegaExtras],
    ['label-colon-value.txt', ['Operator']],
    ['key-equals-value.env', ['TIMEOUT_SECONDS']],
    ['mixture.txt', []],
    ['flat.json', ['grant_type']],
    ['one-level-deep.json', ['name', 'expiresIn']],
  ])('is read from %s, and what is not needed is named', (name, ignoredLabels) => {
    expect(valueOf(readFixture(name))).toEqual({
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      tokenEndpoint: ENDPOINT,
      ignoredLabels,
    });
  });

  it('in alternating lines may have values that look like pairs', () => {
    expect(valueOf(readFixture('values-like-pairs.txt'))).toEqual({
      clientId: CLIENT_ID,
      clientSecret: 'FAKE=token-url:0123456789ABCDEF==',
      tokenEndpoint: `${ENDPOINT}?client_secret=not+this+one`,
      ignoredLabels: ['Client Name'],
    });
  });

  it('without a token endpoint is still read', () => {
    expect(valueOf(readFixture('without-endpoint.txt'))).toMatchObject({ clientId: CLIENT_ID, tokenEndpoint: null });
  });

  it.each([
    ['without-secret.txt', { code: 'credentialsIncomplete', missing: ['clientSecret'] }],
    ['insecure-endpoint.txt', { code: 'credentialsMalformed', field: 'tokenEndpoint', problem: 'insecureUrl' }],
    ['sign-in-page.html', { code: 'notCredentials', found: 'html' }],
    ['cut-off.json', { code: 'notCredentials', found: 'brokenJson' }],
    ['another-document.json', { code: 'notCredentials', found: 'otherJson' }],
    ['letter.txt', { code: 'notCredentials', found: 'text' }],
  ])('is refused with its reason: %s', (name, failure) => {
    expect(failureOf(readFixture(name))).toEqual({ ...failure, fileName: name });
  });

  it('has a fixture for every layout its README names', () => {
    const readme = readFileSync(join(FIXTURES, 'README.md'), 'utf8');
    const named = readdirSync(FIXTURES).filter((name) => !readme.includes(name.replace('pega-alternating', '')));
    expect(named).toEqual(['README.md']);
  });
});

describe('the layout', () => {
  it.each([
    ['labels in any spelling', lines('CLIENT-ID', 'a1', 'client_secret', 'b2', 'ACCESS  token_Url', ENDPOINT)],
    [
      'labels with a colon above their values',
      lines('Client ID:', 'a1', 'Client secret :', 'b2', 'Token URL:', ENDPOINT),
    ],
    ['old Mac line ends', ['Client ID', 'a1', 'Client Secret', 'b2', 'Token URL', ENDPOINT].join('\r')],
    ['quoted values', lines('client_id="a1"', "client_secret: 'b2'", `token_url = "${ENDPOINT}"`)],
    ['an INI section', lines('[hub]', 'client_id=a1', 'client_secret=b2', `token_url=${ENDPOINT}`)],
    [
      'a title above alternating lines',
      lines('My file', 'Client ID', 'a1', 'Client Secret', 'b2', 'Token URL', ENDPOINT),
    ],
    ['the same value twice', lines('client_id=a1', 'client_id=a1', 'client_secret=b2', `token_url=${ENDPOINT}`)],
    [
      'an empty value beside a full one',
      lines('client_id=', 'client_id=a1', 'client_secret=b2', `token_url=${ENDPOINT}`),
    ],
    [
      'unknown lines between',
      lines('a: b', 'client_id: a1', 'c: d', 'client_secret: b2', 'e: f', `token_url: ${ENDPOINT}`),
    ],
    [
      'a title over single lines',
      lines('My file', 'Client ID: a1', 'Client Secret', 'b2', 'Token URL', ENDPOINT, 'Scope', 'x'),
    ],
    [
      'a known label without its value',
      lines('Client ID', 'a1', 'Userinfo endpoint', 'Client Secret', 'b2', 'Token URL', ENDPOINT),
    ],
    [
      'JSON with blanks around the values',
      `\n{"client id":" a1 ","clientSecret":"b2\\n","token-endpoint":"${ENDPOINT}"}`,
    ],
    [
      'JSON with null for what is elsewhere',
      `{"client_id":null,"web":{"client_id":"a1","client_secret":"b2","token_uri":"${ENDPOINT}"}}`,
    ],
  ])('may have %s', (_name, text) => {
    expect(valueOf(readText(text))).toMatchObject({ clientId: 'a1', clientSecret: 'b2', tokenEndpoint: ENDPOINT });
  });

  it('keeps what comes after the first separator as it is', () => {
    const text = lines('client_id = a=b:c', 'client_secret: d:e=f==', `token_url=${ENDPOINT}?a=b`);
    expect(valueOf(readText(text))).toMatchObject({
      clientId: 'a=b:c',
      clientSecret: 'd:e=f==',
      tokenEndpoint: `${ENDPOINT}?a=b`,
    });
  });

  it('never takes one label for the value of another', () => {
    expect(failureOf(readText(lines('Client ID', 'a1', 'Client Secret', 'Token URL', ENDPOINT)))).toMatchObject({
      code: 'credentialsIncomplete',
      missing: ['clientSecret'],
    });
    expect(failureOf(readText(lines('Client Secret', 'Token_URL', 'Client ID', 'a1')))).toMatchObject({
      code: 'credentialsIncomplete',
      missing: ['clientSecret'],
    });
  });
});

describe('a token endpoint', () => {
  const withEndpoint = (url: string): string => lines('Client ID', 'a1', 'Client Secret', 'b2', 'Token URL', url);

  it('is kept in its normal form, so that what is shown is what is used', () => {
    expect(valueOf(readText(withEndpoint('HTTPS://Hub.Example:443/prweb'))).tokenEndpoint).toBe(
      'https://hub.example/prweb',
    );
    expect(valueOf(readText(withEndpoint('https://hüb.example/token'))).tokenEndpoint).toBe(
      'https://xn--hb-xka.example/token',
    );
  });

  it.each(['http://localhost:8099/token', 'http://127.0.0.1:8099/token', 'http://[::1]:8099/token'])(
    'may be plain http on this machine: %s',
    (url) => {
      expect(valueOf(readText(withEndpoint(url))).tokenEndpoint).toBe(url);
    },
  );

  it.each([
    ['http://hub.example/token', 'insecureUrl'],
    ['http://127.0.0.1.hub.example/token', 'insecureUrl'],
    ['https://someone@hub.example/token', 'urlWithCredentials'],
    ['https://someone:FAKE@hub.example/token', 'urlWithCredentials'],
    ['ftp://hub.example/token', 'malformedUrl'],
    ['javascript:alert(1)', 'malformedUrl'],
    ['hub.example/token', 'malformedUrl'],
    ['https://', 'malformedUrl'],
    ['https://hub.example/a b', 'malformedUrl'],
    ['https://hub.example/a\u0007', 'controlCharacters'],
    [`https://hub.example/${'a'.repeat(2048)}`, 'tooLong'],
  ])('is refused with its reason: %s', (url, problem) => {
    expect(failureOf(readText(withEndpoint(url)))).toEqual({
      code: 'credentialsMalformed',
      fileName: 'a.txt',
      field: 'tokenEndpoint',
      problem,
    });
  });
});

describe('a client ID or secret', () => {
  it.each([
    ['a control character', 'a\u0007b', 'controlCharacters'],
    ['a line separator', 'a\u2028b', 'controlCharacters'],
    ['a blank inside', 'a b', 'invalid'],
    ['an invisible character', 'a\u200bb', 'invalid'],
    ['a character outside ASCII', 'pässwort', 'invalid'],
    ['more than anyone issues', 'a'.repeat(1025), 'tooLong'],
  ])('is refused with %s', (_name, value, problem) => {
    for (const field of ['clientId', 'clientSecret'] as const) {
      const other = field === 'clientId' ? 'clientSecret' : 'clientId';
      expect(failureOf(readText(`${other}=a1\n${field}=${value}`))).toEqual({
        code: 'credentialsMalformed',
        fileName: 'a.txt',
        field,
        problem,
      });
    }
  });

  it('is refused when two values are given for it', () => {
    expect(failureOf(readText('client_id=a1\nclient_secret=b2\nClient ID: a3'))).toMatchObject({
      code: 'credentialsMalformed',
      field: 'clientId',
      problem: 'invalid',
    });
    const twoEnvironments =
      '{"dev":{"client_id":"a1","client_secret":"b2"},"prod":{"client_id":"a3","client_secret":"b4"}}';
    expect(failureOf(readText(twoEnvironments))).toMatchObject({ field: 'clientId', problem: 'invalid' });
  });

  it.each(['20', '[]', 'true', '{"value":"a1"}'])('is refused when JSON gives %s instead of text', (json) => {
    const failure = failureOf(readText(`{"client_id":${json},"client_secret":"b2"}`));
    expect(['credentialsMalformed', 'credentialsIncomplete']).toContain(failure.code);
  });

  it('is refused when a mixture of layouts gives two values for it', () => {
    const text = lines('Client ID: a1', 'note', 'Client ID', 'a2', 'Client Secret', 'b2');
    expect(failureOf(readText(text))).toMatchObject({ field: 'clientId', problem: 'invalid' });
  });

  it('is missing when its label stands alone', () => {
    expect(failureOf(readText('Client ID\nClient Secret'))).toEqual({
      code: 'credentialsIncomplete',
      fileName: 'a.txt',
      missing: ['clientId', 'clientSecret'],
    });
    expect(failureOf(readText(`Token URL: ${ENDPOINT}`))).toMatchObject({ missing: ['clientId', 'clientSecret'] });
  });
});

describe('what is no credentials file', () => {
  const bytesOf = (...parts: (number | string)[]): Uint8Array =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])));

  it.each([
    ['nothing at all', ''],
    ['only blanks', ' \n\t\r\n '],
    ['only a byte order mark', '\uFEFF\n'],
  ])('is empty: %s', (_name, text) => {
    expect(failureOf(readText(text))).toEqual({ code: 'fileEmpty', fileName: 'a.txt' });
  });

  it('is too large by a single byte', () => {
    const text = 'client_id=a1\nclient_secret=b2\n';
    const full = text + ' '.repeat(CREDENTIALS_LIMIT_BYTES - text.length);
    expect(readText(full)).toMatchObject({ ok: true });
    expect(failureOf(readText(`${full} `))).toEqual({
      code: 'fileTooLarge',
      fileName: 'a.txt',
      sizeBytes: CREDENTIALS_LIMIT_BYTES + 1,
      limitBytes: CREDENTIALS_LIMIT_BYTES,
    });
  });

  it.each([
    ['pdf', bytesOf('%PDF-1.7\nclient_id=a1\nclient_secret=b2')],
    ['image', bytesOf(0x89, 'PNG\r\n')],
    ['image', bytesOf(0xff, 0xd8, 0xff, 0xe0)],
    ['image', bytesOf('GIF89a')],
    ['image', bytesOf('II*', 0)],
    ['image', bytesOf('MM', 0, '*')],
    ['image', bytesOf('RIFF', 1, 2, 3, 4, 'WEBPVP8 ')],
    ['archive', bytesOf('PK', 3, 4)],
    ['archive', bytesOf('PK', 5, 6)],
    ['archive', bytesOf(0x1f, 0x8b, 8)],
    ['archive', bytesOf('7z', 0xbc, 0xaf, 0x27, 0x1c)],
    ['archive', bytesOf('Rar!', 0x1a, 7)],
    ['archive', bytesOf(0xfd, '7zXZ', 0)],
    ['archive', bytesOf('BZh91AY')],
    [null, bytesOf(0xff)],
    [null, bytesOf('client_id=a1\nclient_secret=b', 0xfc)],
    [null, bytesOf('client_id=a1\nclient_secret=b', 0, '2')],
    [null, bytesOf(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00)],
    [null, bytesOf(0xff, 0xfe, 0x41)],
    [null, bytesOf('ELF', 1, 2, 3)],
  ])('is binary, and its kind is named: %s', (found, bytes) => {
    expect(failureOf(readCredentials(bytes, 'a.bin'))).toEqual({ code: 'fileBinary', fileName: 'a.bin', found });
  });

  it.each([
    ['a rich text document', '{\\rtf1 Client ID: a1\\par\nClient Secret: b2\\par}', 'text'],
    ['a page without a document type', '<html><body>Client ID: a1\nClient Secret: b2</body>', 'html'],
    ['a JSON list', '[{"client_id":"a1","client_secret":"b2"}]', 'otherJson'],
    ['an address alone', ENDPOINT, 'text'],
  ])('is told what it is instead: %s', (_name, text, found) => {
    expect(failureOf(readText(text))).toEqual({ code: 'notCredentials', fileName: 'a.txt', found });
  });
});

describe('what is ignored', () => {
  it('is named by its label, each once, at most twenty', () => {
    const others = Array.from(
      { length: 40 },
      (_, index) => `Label ${'abcdefghij'.charAt(index % 10)}${'k'.repeat(index % 30)}: x`,
    );
    const { ignoredLabels } = valueOf(readText(lines('client_id: a1', 'client_secret: b2', ...others, ...others)));
    expect(ignoredLabels).toHaveLength(20);
    expect(new Set(ignoredLabels).size).toBe(20);
  });

  it.each([
    'FAKE0123456789ABCDEF0123456789AB',
    'a1b2c3d4-e5f6-7890-abcd-ef0123456789',
    'kQ~Zr8.fLm-Xw_Yt',
    'abcDEfGHijKLmnOPqrST',
  ])('is never named when a value stands where a label belongs: %s', (secret) => {
    const damaged = lines('Client ID', 'a1', 'Client Secret', 'b2', secret, 'rest', `${secret}: rest`);
    expect(valueOf(readText(damaged)).ignoredLabels).toEqual([]);
  });

  it('is no address that stands alone', () => {
    const text = lines('client_id: a1', 'https://hub.example/help', 'client_secret: b2', 'http://hub.example');
    expect(valueOf(readText(text)).ignoredLabels).toEqual([]);
  });

  it('may have labels of other languages and styles', () => {
    const text = lines(
      'client_id: a1',
      'client_secret: b2',
      'Gültig bis: x',
      'expiresIn: x',
      'OAuth 2.0 (v1): x',
      '有効期限: x',
    );
    expect(valueOf(readText(text)).ignoredLabels).toEqual(['Gültig bis', 'expiresIn', 'OAuth 2.0 (v1)', '有効期限']);
  });
});
