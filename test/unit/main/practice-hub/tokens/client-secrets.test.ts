import { describe, expect, it } from 'vitest';
import {
  deriveSecret,
  isSameSecret,
  newClientId,
  newRootKey,
} from '../../../../../main/practice-hub/tokens/client-secrets.ts';
import { formatCredentialsFile } from '../../../../../main/practice-hub/tokens/credentials-file.ts';

describe('client secrets', () => {
  it('have the shape that the Hub gives them', () => {
    expect(newClientId()).toMatch(/^[1-9]\d{19}$/);
    expect(deriveSecret(newRootKey(), '123', 1)).toMatch(/^[0-9A-F]{32}$/);
  });

  it('are the same again for the same key, client and generation, and different for any other', () => {
    const rootKey = newRootKey();
    const secret = deriveSecret(rootKey, '123', 1);
    expect(deriveSecret(rootKey, '123', 1)).toBe(secret);
    expect(deriveSecret(rootKey, '123', 2)).not.toBe(secret);
    expect(deriveSecret(rootKey, '124', 1)).not.toBe(secret);
    expect(deriveSecret(newRootKey(), '123', 1)).not.toBe(secret);
  });

  it('are compared as a whole, whatever their lengths', () => {
    expect(isSameSecret('AB', 'AB')).toBe(true);
    expect(isSameSecret('AB', 'ABC')).toBe(false);
    expect(isSameSecret('', 'A')).toBe(false);
  });
});

describe('the credentials file', () => {
  it("alternates labels and values as Pega's own download does", () => {
    const text = formatCredentialsFile({
      clientId: '01234567890123456789',
      clientSecret: '0123456789ABCDEF0123456789ABCDEF',
      oauthUrl: 'https://hub.example/prweb/PRRestService/oauth2/v1',
    });
    expect(text).toBe(
      [
        'Client ID',
        '01234567890123456789',
        'Client Secret',
        '0123456789ABCDEF0123456789ABCDEF',
        'Authorization endpoint',
        'https://hub.example/prweb/PRRestService/oauth2/v1/authorize',
        'Access token endpoint',
        'https://hub.example/prweb/PRRestService/oauth2/v1/token',
        'Token revocation endpoint',
        'https://hub.example/prweb/PRRestService/oauth2/v1/revoke',
        '',
      ].join('\n'),
    );
  });
});
