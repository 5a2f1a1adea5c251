import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { peekClaims } from '../../../../../main/core/tokens/token-claims.ts';

const NOTHING = { operator: null, accessGroup: null };
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: unknown) => `${encode({ typ: 'JWT', alg: 'RS256' })}.${encode(claims)}.c2lnbmF0dXJl`;

describe('peeking into a token', () => {
  test('reads operator and access group as the source document’s sample has them', () => {
    const claims = { aud: 'urn:69886076323519860336', sub: 'areks1', operator_access: 'PPF:Administrators' };
    expect(peekClaims(jwt(claims))).toEqual({ operator: 'areks1', accessGroup: 'PPF:Administrators' });
  });

  test('reads names of any script', () => {
    expect(peekClaims(jwt({ sub: 'Zoë 東京' }))).toEqual({ operator: 'Zoë 東京', accessGroup: null });
  });

  test.each([
    ['an opaque token', 'b1946ac92492d2347c6235b4d2611184'],
    ['nothing', ''],
    ['dots', '..'],
    ['two parts', `${encode({})}.${encode({ sub: 'a' })}`],
    ['an encrypted token', `a.${encode({ sub: 'a' })}.c.d.e`],
    ['a payload that is a list', jwt([{ sub: 'a' }])],
    ['claims of other types', jwt({ sub: 7, operator_access: ['PPF:Configurators'] })],
    ['half a payload', jwt({ sub: 'areks1' }).slice(0, 45)],
  ])('reads nothing from %s', (_what, token) => {
    expect(peekClaims(token)).toEqual(NOTHING);
  });

  test('makes a claim fit to be shown', () => {
    const { operator } = peekClaims(jwt({ sub: `a\u202E\n${'b'.repeat(1000)}` }));
    expect(operator).toHaveLength(300);
    expect(operator).toMatch(/^a b+…$/);
  });

  test('never throws, whatever the token', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(fc.property(text, (token) => void peekClaims(token)));
    fc.assert(fc.property(fc.jsonValue(), (claims) => void peekClaims(jwt(claims))));
  });
});
