// The registration operations of the Bridge: the Hub's answers on one side, the saved copies on the other.
import type { Bridge } from '#contract/bridge.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { SavedCopies } from '../review/saved-copies.ts';
import { createRegistration } from './create-registration.ts';
import { openHub } from './open-hub.ts';
import type { OpenHub, OpenHubPorts } from './open-hub.ts';

export type RegistrationServicePorts = OpenHubPorts & { readonly copies: SavedCopies };

/** Failures of all but `saved`: `hubMissing`, `credentialMissing`, those of the token and those of the Hub's answers. */
export function registrationService({ copies, ...ports }: RegistrationServicePorts): Bridge['registrations'] {
  const open = (hubId: string): Result<OpenHub> => openHub(ports, hubId);

  const refresh: Bridge['registrations']['refresh'] = async ({ hubId }) => {
    const hub = open(hubId);
    if (!hub.ok) return hub;
    return copies.refresh(hubId, { asker: hub.value.credentialId, list: () => hub.value.client.list() });
  };

  return {
    saved: async ({ hubId }) =>
      ports.hubOf(hubId) === null ? fail({ code: 'hubMissing' }) : ok(await copies.of(hubId)),

    refresh,

    read: async ({ hubId, registrationId }) => {
      const hub = open(hubId);
      if (!hub.ok) return hub;
      return copies.read(hubId, { registrationId, read: () => hub.value.client.read(registrationId) });
    },

    register: async ({ hubId, form }) => {
      const hub = open(hubId);
      if (!hub.ok) return hub;
      const created = await createRegistration(hub.value, form);
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
