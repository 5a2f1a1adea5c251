import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { RequestError } from 'got';
import { describe, expect, it, test } from 'vitest';
import { liveSecrets } from '../../../../../main/core/redaction/live-secrets.ts';
import { redactor } from '../../../../../main/core/redaction/redactor.ts';

const MARKER = 'MARKER-0815-7C1E/+=ä';
const redact = redactor(liveSecrets());

const knowing = (secret = MARKER) => {
  const live = liveSecrets();
  live.add(secret);
  return redactor(live);
};

const spellings = (secret: string) => [
  secret,
  encodeURIComponent(secret),
  encodeURIComponent(secret).toLowerCase(),
  new URLSearchParams([['', secret]]).toString().slice(1),
  JSON.stringify(secret).slice(1, -1),
  Buffer.from(secret).toString('base64'),
  Buffer.from(secret).toString('base64url'),
  secret.toUpperCase().replaceAll('Ä', 'ä'),
];

describe('a secret that the app knows', () => {
  test.each(spellings(MARKER))('is found as %s', (spelling) => {
    const kept = JSON.stringify(knowing()(`before ${spelling} after`));
    expect(kept).toBe('"before ••• after"');
  });

  it('is found wherever it stands in whatever is written down', () => {
    const place = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 8 },
        fc.constantFrom(...spellings(MARKER)),
        fc.tuple(fc.string(), fc.string()).map(([before, after]) => `${before}${MARKER}${after}`),
        fc.dictionary(fc.string(), tie('any'), { minKeys: 1, maxKeys: 3 }),
        fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
        tie('any').map((value) => new Map([[value, value]])),
        tie('any').map((value) => new Set([value])),
        tie('any').map((value) => ({ [MARKER]: value })),
        tie('any').map((value) => new Error(MARKER, { cause: value })),
        tie('any').map((value) => new AggregateError([value, new Error(MARKER)], MARKER)),
        tie('any').map((value) => Object.assign(new TypeError('x'), { options: { form: value } })),
        tie('any').map((value) => JSON.stringify(value)),
      ),
    })).any;
    fc.assert(
      fc.property(place, (value) => {
        const kept = JSON.stringify(knowing()(value));
        for (const spelling of spellings(MARKER)) expect(kept).not.toContain(spelling);
      }),
      { numRuns: 500 },
    );
  });

  it('is found among many others, and of two that overlap nothing is left', () => {
    const live = liveSecrets();
    for (let number = 0; number < 500; number += 1) live.add(`secret-number-${number}-of-many`);
    live.add('abcdefgh');
    live.add('efghijkl');
    expect(live.takeOut('x abcdefghijkl y secret-number-77-of-many z')).toBe('x ••• y ••• z');
  });

  it('changes no text that it does not stand in', () => {
    const live = liveSecrets();
    live.add(MARKER);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(live.takeOut(text)).toBe(text);
      }),
    );
  });

  it('is not looked for when it is so short that it would be a part of many words', () => {
    const live = liveSecrets();
    live.add('the');
    live.add('');
    expect(live.takeOut('the path')).toBe('the path');
  });

  it('is not kept itself, nor does its memory show it', () => {
    const live = liveSecrets();
    live.add(MARKER);
    expect(JSON.stringify(live)).not.toContain('0815');
    expect(Object.values(live).every((value) => typeof value === 'function')).toBe(true);
  });
});

describe('a secret that nobody told the app', () => {
  const VALUE = 'q7Rk2Xw9Lm4Tz8Vb';
  const pair = { client_secret: VALUE };
  test.each<[string, unknown]>([
    ['under its name', pair],
    ['under another spelling', { a: [{ 'Client-Secret': VALUE, accessToken: VALUE, passphrase: { deep: VALUE } }] }],
    ['beside its name', [{ name: 'client_secret', value: VALUE }]],
    ['in raw headers', ['Accept', '*/*', 'Authorization', VALUE]],
    ['in a map', new Map([['refresh_token', VALUE]])],
    ['in a form', `grant_type=client_credentials&client_secret=${VALUE}&x=1`],
    ['in a form that is an object', new URLSearchParams(pair)],
    ['in an address', new URL(`https://somebody:${VALUE}@hub.example/?access_token=${VALUE}`)],
    ['in the address of a proxy', `http://somebody:${VALUE}@proxy.example:3128`],
    ['in JSON', JSON.stringify(pair)],
    ['in JSON within JSON', JSON.stringify({ body: JSON.stringify({ body: JSON.stringify(pair) }) })],
    ['in half a JSON', `{"a":{"clientSecret":"${VALUE}`],
    ['in an element', `<client_secret>${VALUE}</client_secret>`],
    ['in a sentence', `the client secret: ${VALUE}`],
    ['in a header', `Authorization: Basic ${VALUE}`],
    ['in a short header', 'Authorization: Basic q7Rk2Xw9'],
    ['after its scheme', `sent Bearer ${VALUE}, then gave up`],
    ['as a web token', `token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${VALUE}`],
    ['as an age key', `AGE-SECRET-KEY-1${VALUE.toUpperCase()}`],
    ['as a private key', `-----BEGIN PRIVATE KEY-----\n${VALUE}\n-----END PRIVATE KEY-----`],
    ['as a cut private key', `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${VALUE}\n${VALUE}`],
    ['as bytes', Buffer.from(VALUE)],
  ])('%s', (_where, value) => {
    for (const shape of [value, { deep: [value] }, new Error('x', { cause: value })]) {
      expect(JSON.stringify(redact(shape)).toLowerCase()).not.toContain('q7rk2xw9');
    }
  });

  it('leaves with an error of the HTTP library, its options and its causes', () => {
    const options = {
      headers: { authorization: `Basic ${VALUE}` },
      form: pair,
      url: new URL(`https://hub.example/?client_secret=${VALUE}`),
    };
    const error = Object.assign(Object.create(RequestError.prototype) as object, {
      message: `Request with client_secret=${VALUE} failed`,
      stack: `RequestError: client_secret=${VALUE}\n    at x.js:1:1`,
      options,
      request: { options },
      errors: [new Error(`Authorization: Bearer ${VALUE}`)],
    });
    const kept = JSON.stringify(redact([error, new Error('outer', { cause: error })]));
    expect(kept).not.toContain(VALUE);
    expect(kept).toContain('hub.example');
  });
});

describe('everything else', () => {
  it('stays as it is', () => {
    const facts = { record: 'hubs', code: 'EACCES', at: 'main.js:1:2', count: 3, isThere: true, nothing: null };
    expect(redact(facts)).toEqual(facts);
    expect(redact('A basic application, bearer of news; the token endpoint answered')).toBe(
      'A basic application, bearer of news; the token endpoint answered',
    );
  });

  it('is told as an error with its name, its words and its cause', () => {
    const error = new TypeError('outer', { cause: new Error('inner') });
    expect(redact(error)).toMatchObject({ name: 'TypeError', message: 'outer', cause: { message: 'inner' } });
  });

  it('ends where it goes in a circle, goes too deep or cannot be looked at', () => {
    const circle: Record<string, unknown> = { name: 'circle' };
    circle['self'] = circle;
    expect(redact(circle)).toEqual({ name: 'circle', self: '…' });
    let deep: unknown = 'bottom';
    for (let level = 0; level < 5_000; level += 1) deep = [deep];
    expect(JSON.stringify(redact(deep)).length).toBeLessThan(200);
    const refusing = {
      get value(): string {
        throw new Error(MARKER);
      },
    };
    expect(redact({ refusing })).toEqual({ refusing: '…' });
    expect(redact(new Proxy({}, { ownKeys: () => Reflect.apply(Number, {}, [{}]) as never }))).toBe('…');
  });

  it('is anything, and never makes the redactor throw', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withSet: true, withTypedArray: true }), (value) => {
        expect(() => JSON.stringify(redact(value))).not.toThrow();
      }),
    );
  });

  it.each([
    '"\\"',
    'eyJaaaaaa.',
    '-----BEGIN PRIVATE KEY-----',
    'password:',
    '&x=',
    'http://a:',
    '{"token":{',
    'Basic ',
  ])(
    'is done at once, also for a megabyte of %j',
    (piece) => {
      const kept = redact(piece.repeat(Math.ceil(1_000_000 / piece.length)));
      expect(JSON.stringify(kept).length).toBeLessThan(100_000);
    },
    5_000,
  );
});
