// A test of a connection is a person's own wish: it asks at once, also a host that is to be left alone.
import type { HubBook } from '../hubs/hub-book.ts';
import type { ConnectionTest } from '../registrations/connection-test.ts';
import type { MannerlyHttpClient } from './mannerly-http-client.ts';

interface InsistentTestPorts {
  readonly test: ConnectionTest;
  readonly manners: Pick<MannerlyHttpClient, 'tryNow'>;
  readonly book: Pick<HubBook, 'findCredential'>;
}

export function insistentTest({ test, manners, book }: InsistentTestPorts): ConnectionTest {
  return {
    testDraft(access, baseUrl) {
      manners.tryNow([access.tokenEndpoint, baseUrl]);
      return test.testDraft(access, baseUrl);
    },
    testSaved(credentialId, baseUrl) {
      const found = book.findCredential(credentialId);
      manners.tryNow(found === null ? [baseUrl] : [found.credential.tokenEndpoint, baseUrl]);
      return test.testSaved(credentialId, baseUrl);
    },
  };
}
