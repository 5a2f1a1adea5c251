// Builds every token request of the app: two hand-written copies of one request would drift apart.
import { Buffer } from 'node:buffer';
import { formEncode } from '../redaction/spellings.ts';
import type { HttpRequest } from '../ports.ts';
import type { ClientAccess } from './client-access.ts';

/** A client-credentials request (RFC 6749, 4.4.2) that identifies the client in exactly one way: form body or Basic. */
export function tokenRequest(access: ClientAccess): HttpRequest {
  const isBasic = access.clientAuthentication === 'basic';
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (!isBasic) {
    form.set('client_id', access.clientId);
    form.set('client_secret', access.clientSecret);
  }
  return {
    method: 'POST',
    url: access.tokenEndpoint,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...(isBasic ? { authorization: `Basic ${Buffer.from(basicPair(access)).toString('base64')}` } : {}),
    },
    body: form.toString(),
  };
}

/** What an answer to this request could echo and must not show. */
export function secretsOf(access: ClientAccess): readonly string[] {
  return [access.clientSecret, basicPair(access)];
}

/** ID and secret are form-encoded before they are joined (RFC 6749, 2.3.1): either may contain a colon. */
function basicPair({ clientId, clientSecret }: ClientAccess): string {
  return `${formEncode(clientId)}:${formEncode(clientSecret)}`;
}
