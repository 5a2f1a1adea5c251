import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClientClaim, readForm } from '../../../../../main/practice-hub/tokens/client-authentication.ts';

const NOTHING = new Map<string, string>();

function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

function basic(clientId: string, clientSecret: string): string {
  return `Basic ${Buffer.from(`${formEncode(clientId)}:${formEncode(clientSecret)}`).toString('base64')}`;
}

describe('the form of a token request', () => {
  it('is read as any correct client encodes it', () => {
    const name = fc.string({ minLength: 1, unit: 'binary' });
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ unit: 'binary' }), { noNullPrototype: true }), (fields) => {
        expect(readForm(new URLSearchParams(fields).toString())).toEqual(new Map(Object.entries(fields)));
      }),
    );
  });

  it('is refused when it names a parameter twice or holds a broken escape', () => {
    expect(readForm('grant_type=a&grant_type=b')).toBeUndefined();
    expect(readForm('client_id=%zz')).toBeUndefined();
  });
});

describe('the client of a token request', () => {
  it('is found in a Basic header, whatever its ID and secret contain', () => {
    const text = fc.string({ minLength: 1, unit: 'binary' });
    fc.assert(
      fc.property(text, text, (clientId, clientSecret) => {
        const claim = readClientClaim(NOTHING, basic(clientId, clientSecret));
        expect(claim).toEqual({ kind: 'claimed', clientId, clientSecret });
      }),
    );
  });

  it('is found in the body', () => {
    const form = new Map([
      ['client_id', '123'],
      ['client_secret', 'not-a-real-secret'],
    ]);
    expect(readClientClaim(form, undefined)).toEqual({
      kind: 'claimed',
      clientId: '123',
      clientSecret: 'not-a-real-secret',
    });
  });

  it('may not authenticate in two ways at once', () => {
    const form = new Map([['client_secret', 'not-a-real-secret']]);
    expect(readClientClaim(form, basic('123', 'not-a-real-secret')).kind).toBe('invalidRequest');
  });

  it.each(['Bearer abc', 'Basic', 'Basic %%%', `Basic ${Buffer.from('no colon').toString('base64')}`, 'Basic Og=='])(
    'is not found in the header %j',
    (header) => {
      expect(readClientClaim(NOTHING, header).kind).toBe('invalidClient');
    },
  );

  it('is missing when the body has no secret', () => {
    expect(readClientClaim(new Map([['client_id', '123']]), undefined).kind).toBe('invalidClient');
  });
});
