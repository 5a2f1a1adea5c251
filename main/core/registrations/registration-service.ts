// The registration operations of the Bridge: the Hub's answers on one side, the saved copies on the other.
import type { Bridge } from '#contract/bridge.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Clock } from '../ports.ts';
import type { SavedCopies } from '../review/saved-copies.ts';
import type { TokenKeeper } from '../tokens/token-keeper.ts';
import { registrationClient } from './registration-client.ts';
import type { RegistrationClient } from './registration-client.ts';

/** What this service has to know of a saved hub. */
export interface HubAddress {
  readonly baseUrl: string;
  readonly credentialInUseId: string | null;
}

export interface RegistrationServicePorts {
  /** The saved hub, null when there is none (any more). */
  readonly hubOf: (hubId: string) => HubAddress | null;
  readonly tokens: Pick<TokenKeeper, 'send'>;
  readonly copies: SavedCopies;
  readonly clock: Clock;
}

/** A hub that can be asked now. */
interface OpenHub {
  readonly credentialId: string;
  readonly client: RegistrationClient;
}

/** Failures of all but `saved`: `hubMissing`, `credentialMissing`, those of the token and those of the Hub's answers. */
export function registrationService({
  hubOf,
  tokens,
  copies,
  clock,
}: RegistrationServicePorts): Bridge['registrations'] {
  function open(hubId: string): Result<OpenHub> {
    const hub = hubOf(hubId);
    if (hub === null) return fail({ code: 'hubMissing' });
    const { baseUrl, credentialInUseId: credentialId } = hub;
    if (credentialId === null) return fail({ code: 'credentialMissing' });
    const client = registrationClient({ baseUrl, send: (request) => tokens.send(credentialId, request), clock });
    return ok({ credentialId, client });
  }

  const refresh: Bridge['registrations']['refresh'] = async ({ hubId }) => {
    const hub = open(hubId);
    if (!hub.ok) return hub;
    return copies.refresh(hubId, { asker: hub.value.credentialId, list: () => hub.value.client.list() });
  };

  return {
    saved: async ({ hubId }) => (hubOf(hubId) === null ? fail({ code: 'hubMissing' }) : ok(await copies.of(hubId))),

    refresh,

    read: async ({ hubId, registrationId }) => {
      const hub = open(hubId);
      if (!hub.ok) return hub;
      return copies.read(hubId, { registrationId, read: () => hub.value.client.read(registrationId) });
    },

    register: async ({ hubId, form }) => {
      const hub = open(hubId);
      if (!hub.ok) return hub;
      const created = await hub.value.client.create(form);
      // Also after a failure: a list that was asked for before does not tell what became of it.
      await copies.written(hubId, created.ok ? created.value.registration : null);
      return created;
    },

    lookUp: async ({ hubId, applicationName }) => {
      const renewed = await refresh({ hubId });
      if (!renewed.ok) return renewed;
      return ok(renewed.value.registrations.filter((registration) => registration.applicationName === applicationName));
    },
  };
}
