import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOfLabel } from '../../../../../main/core/credentials/credential-labels.ts';
import { readCredentials } from '../../../../../main/core/credentials/read-credentials.ts';

const CODES = [
  'fileEmpty',
  'fileTooLarge',
  'fileBinary',
  'notCredentials',
  'credentialsIncomplete',
  'credentialsMalformed',
];

/** What must hold for the answer to any bytes whatever. */
function expectWholeOrNothing(bytes: Uint8Array): void {
  const read = readCredentials(bytes, 'any.txt');
  if (!read.ok) {
    expect(CODES).toContain(read.failure.code);
    expect(read.failure).toMatchObject({ fileName: 'any.txt' });
    return;
  }
  const { clientId, clientSecret, tokenEndpoint } = read.value;
  expect(clientId).toMatch(/^[!-~]{1,1024}$/);
  expect(clientSecret).toMatch(/^[!-~]{1,1024}$/);
  if (tokenEndpoint !== null) {
    const url = new URL(tokenEndpoint);
    expect(tokenEndpoint).toBe(url.href);
    expect([url.username, url.password]).toEqual(['', '']);
    const isLocal = ['localhost', '[::1]'].includes(url.hostname) || url.hostname.startsWith('127.');
    expect(url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)).toBe(true);
  }
}

const encoder = new TextEncoder();

describe('for any bytes, the reader gives a whole credential or a named reason', () => {
  it('with bytes of any kind', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), expectWholeOrNothing), { numRuns: 500 });
  });

  it('with text built from pieces of real files', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Client ID',
        'client_secret',
        'Access token endpoint',
        'Userinfo endpoint',
        'Title',
        '{',
        '}',
        '[',
        '"',
      ),
      fc.constantFrom(': ', '=', ',', '\n', '\r\n', '\r', ' ', '\t', '\uFEFF', '\u2028', '\u0000', '\u0001'),
      fc.constantFrom(
        'https://hub.example/prweb',
        'http://hub.example',
        'https://a:b@hub.example',
        'FAKE0123456789ABCDEF',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        text.map((all) => encoder.encode(all)),
        expectWholeOrNothing,
      ),
      { numRuns: 2000 },
    );
  });

  it('with JSON of any shape', () => {
    const key = fc.oneof(
      fc.constantFrom('client_id', 'clientSecret', 'token url', '__proto__', 'constructor'),
      fc.string(),
    );
    const { document } = fc.letrec<{ document: unknown; value: unknown }>((tie) => ({
      document: fc.dictionary(key, tie('value'), { noNullPrototype: true }),
      value: fc.oneof({ maxDepth: 3 }, fc.string(), fc.jsonValue({ maxDepth: 1 }), tie('document')),
    }));
    const bytes = document.map((value) => encoder.encode(JSON.stringify(value)));
    fc.assert(fc.property(bytes, expectWholeOrNothing), { numRuns: 500 });
  });

  it('with nesting far beyond any sense', () => {
    expectWholeOrNothing(encoder.encode('['.repeat(32_000) + ']'.repeat(32_000)));
    expectWholeOrNothing(encoder.encode('{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)));
  });
});

const printable = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
/** What a file can say and a person would not misread: no value in quotes, none that is itself a label. */
const identifier = fc
  .string({ unit: printable, minLength: 1, maxLength: 64 })
  .filter((text) => !/^["'].*["']$/.test(text) && meaningOfLabel(text.replace(/:$/, '')) === null);
const host = fc.domain().filter((name) => URL.canParse(`https://${name}/`));
const endpoint = fc
  .tuple(host, fc.webPath(), fc.option(fc.webQueryParameters({ size: 'small' })))
  .map(([name, path, query]) => new URL(`https://${name}${path}${query === null ? '' : `?${query}`}`).href);

interface Given {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenEndpoint: string | null;
}

const given: fc.Arbitrary<Given> = fc.record({
  clientId: identifier,
  clientSecret: identifier,
  tokenEndpoint: fc.option(endpoint),
});

type Pair = readonly [string, string];

function pairsOf({ clientId, clientSecret, tokenEndpoint }: Given): Pair[] {
  const endpoints: Pair[] = tokenEndpoint === null ? [] : [['Access token endpoint', tokenEndpoint]];
  return [['Client ID', clientId], ['Client Secret', clientSecret], ...endpoints];
}

/** The same label in another hand. */
const spelling = fc.constantFrom<(label: string) => string>(
  (label) => label,
  (label) => label.toUpperCase(),
  (label) => label.toLowerCase().replaceAll(' ', '_'),
  (label) => label.replaceAll(' ', '-'),
  (label) => label.replaceAll(' ', ''),
);

const layouts = {
  alternating: (pairs: readonly Pair[], end: string) => pairs.flat().join(end) + end,
  colon: (pairs: readonly Pair[], end: string) => pairs.map(([label, value]) => `${label}: ${value}`).join(end),
  equals: (pairs: readonly Pair[], end: string) => pairs.map(([label, value]) => `${label}=${value}`).join(end),
  json: (pairs: readonly Pair[]) => JSON.stringify(Object.fromEntries(pairs)),
  jsonOneDeep: (pairs: readonly Pair[]) => JSON.stringify({ name: 'x', credentials: Object.fromEntries(pairs) }),
};

const encodings = {
  utf8: (text: string) => encoder.encode(text),
  utf8WithMark: (text: string) => encoder.encode(`\uFEFF${text}`),
  utf16le: (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le')),
  utf16be: (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()),
};

const extras = fc.subarray<Pair>([
  ['Authorization endpoint', 'https://hub.example/authorize'],
  ['Userinfo endpoint', 'https://hub.example/userinfo?client_id=other'],
  ['Client Name', 'client secret: other'],
  ['Note', 'a=b'],
]);

describe('any credential reads back the same', () => {
  it.each(Object.entries(layouts))(
    'in the layout %s, whatever the encoding, the line ends and the order',
    (_name, write) => {
      const writing = fc.record({
        extras,
        spelling,
        end: fc.constantFrom('\n', '\r\n', '\r', '\n\n', ' \n\t'),
        encode: fc.constantFrom(...Object.values(encodings)),
        rotation: fc.nat(6),
      });
      fc.assert(
        fc.property(given, writing, (credential, { extras: others, spelling: spell, end, encode, rotation }) => {
          const pairs = [...pairsOf(credential), ...others].map(([label, value]): Pair => [spell(label), value]);
          const turned = [...pairs.slice(rotation), ...pairs.slice(0, rotation)];
          expect(readCredentials(encode(write(turned, end)), 'a.txt')).toMatchObject({ ok: true, value: credential });
        }),
        { numRuns: 200 },
      );
    },
  );
});
