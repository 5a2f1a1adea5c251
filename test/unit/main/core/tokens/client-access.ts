// Credentials for tests: obviously fake, and awkward where it matters.
import type { ClientAccess } from '../../../../../main/core/tokens/client-access.ts';

export const HUB = 'https://hub.example';
export const TOKEN_ENDPOINT = `${HUB}/prweb/PRRestService/oauth2/v1/token`;
export const FAKE_SECRET = 'FAKE-SECRET-0123456789ABCDEF';

export function clientAccess(changes: Partial<ClientAccess> = {}): ClientAccess {
  return {
    clientId: '69886076323519860336',
    clientSecret: FAKE_SECRET,
    tokenEndpoint: TOKEN_ENDPOINT,
    clientAuthentication: 'body',
    boundOrigins: [HUB],
    ...changes,
  };
}
