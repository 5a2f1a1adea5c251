// What it takes to ask for a token with one credential; the only shape in which an opened secret travels inside main.
import type { ClientAuthentication } from '#contract/inputs.ts';
import type { Result } from '#contract/result.ts';

/** One opened credential. Never stored, logged or sent anywhere but to its own hosts. */
export interface ClientAccess {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenEndpoint: string;
  readonly clientAuthentication: ClientAuthentication;
  /**
   * The origins (`https://host[:port]`) fixed when the credential was imported, sealed together with the secret:
   * neither the secret nor a token made with it goes anywhere else.
   */
  readonly boundOrigins: readonly string[];
}

/** Opens a saved credential. Failures: `credentialMissing` and the secret codes. */
export type OpenCredential = (credentialId: string) => Promise<Result<ClientAccess>>;
