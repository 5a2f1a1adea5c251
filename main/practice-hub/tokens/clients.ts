/** The clients a practice hub knows: one per operator for the registration API, one per synchronized registration. */
import type { TokenHolder } from '../http/call.ts';
import { deriveSecret, isSameSecret } from './client-secrets.ts';
import type { RegistrationStore } from '../registrations/registration-store.ts';

/** An operator with the client registration an administrator made for it. */
export interface RegistrationClient {
  readonly operator: string;
  readonly accessGroup: string;
  readonly clientId: string;
  /** How often the secret was made. */
  readonly secretGeneration: number;
}

/** Knows every client and checks secrets. */
export interface Clients {
  /** Who a client is when its secret is right; nothing otherwise. */
  identify(clientId: string, clientSecret: string): TokenHolder | undefined;
}

/** What the clients are made of. */
export interface ClientSources {
  readonly rootKey: string;
  readonly registrationClients: () => readonly RegistrationClient[];
  readonly store: RegistrationStore;
}

/** The operator and access group behind every data-synchronization client. */
const DATA_SYNC = { operator: 'DataSyncOperator', accessGroup: 'PPF:DataSync' };

/** Brings the two kinds of clients together. */
export function clientsOf({ rootKey, registrationClients, store }: ClientSources): Clients {
  function isRight(clientId: string, generation: number, secret: string): boolean {
    return isSameSecret(secret, deriveSecret(rootKey, clientId, generation));
  }

  return {
    identify: (clientId, clientSecret) => {
      const client = registrationClients().find((known) => known.clientId === clientId);
      if (client !== undefined) {
        if (!isRight(clientId, client.secretGeneration, clientSecret)) return undefined;
        return { clientId, audience: 'registration', operator: client.operator, accessGroup: client.accessGroup };
      }
      const registration = store.findByClientId(clientId);
      if (registration === undefined) return undefined;
      if (!isRight(clientId, registration.secretGeneration, clientSecret)) return undefined;
      return { clientId, audience: 'dataSync', ...DATA_SYNC };
    },
  };
}
