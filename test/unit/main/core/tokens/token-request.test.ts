import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secretsOf, tokenRequest } from '../../../../../main/core/tokens/token-request.ts';
import { clientAccess, FAKE_SECRET, TOKEN_ENDPOINT } from './client-access.ts';

/** A client's ID and secret of any well-formed characters. */
const pair = fc.record({
  clientId: fc.string({ unit: 'grapheme', minLength: 1 }),
  clientSecret: fc.string({ unit: 'grapheme', minLength: 1 }),
});

describe('the token request', () => {
  test('is a form post to the token endpoint that accepts JSON', () => {
    expect(tokenRequest(clientAccess())).toEqual({
      method: 'POST',
      url: TOKEN_ENDPOINT,
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: `grant_type=client_credentials&client_id=69886076323519860336&client_secret=${FAKE_SECRET}`,
    });
  });

  test('carries the client in the Authorization header and nowhere else, with Basic', () => {
    const { headers, body } = tokenRequest(clientAccess({ clientAuthentication: 'basic' }));
    expect(body).toBe('grant_type=client_credentials');
    expect(headers['authorization']).toBe(
      `Basic ${Buffer.from(`69886076323519860336:${FAKE_SECRET}`).toString('base64')}`,
    );
  });

  test('carries no Authorization header when the client is in the form', () => {
    expect(tokenRequest(clientAccess()).headers).not.toHaveProperty('authorization');
  });

  test('encodes ID and secret as a form does before it joins them for Basic (RFC 6749, 2.3.1)', () => {
    const access = clientAccess({ clientId: 'a:b c', clientSecret: 'p%q+r:é', clientAuthentication: 'basic' });
    const encoded = tokenRequest(access).headers['authorization']?.slice('Basic '.length) ?? '';
    expect(Buffer.from(encoded, 'base64').toString()).toBe('a%3Ab+c:p%25q%2Br%3A%C3%A9');
  });

  test('brings any ID and secret across, in the form', () => {
    fc.assert(
      fc.property(pair, (client) => {
        const form = new URLSearchParams(tokenRequest(clientAccess(client)).body);
        expect([...form.keys()]).toEqual(['grant_type', 'client_id', 'client_secret']);
        expect([form.get('client_id'), form.get('client_secret')]).toEqual([client.clientId, client.clientSecret]);
      }),
    );
  });

  test('brings any ID and secret across, with Basic', () => {
    fc.assert(
      fc.property(pair, (client) => {
        const request = tokenRequest(clientAccess({ ...client, clientAuthentication: 'basic' }));
        const decoded = Buffer.from(request.headers['authorization']?.slice(6) ?? '', 'base64').toString();
        const parts = decoded.split(':').map((part) => new URLSearchParams(`v=${part}`).get('v'));
        expect(parts).toEqual([client.clientId, client.clientSecret]);
      }),
    );
  });
});

test('what must not come back is the secret and the pair of the Authorization header', () => {
  expect(secretsOf(clientAccess())).toEqual([FAKE_SECRET, `69886076323519860336:${FAKE_SECRET}`]);
});
