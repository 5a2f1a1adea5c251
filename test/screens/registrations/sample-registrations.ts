// Registrations as main hands them out: made from wire records by main's own reader.
import type { JsonObject, Registration, SavedCopy } from '#contract/registration.ts';
import { readRegistration } from '../../../main/core/registrations/registration.ts';
import { wireRegistration } from '../../doubles/wire-registration.ts';

/** The documented sample with changes in the Hub's own words. */
export function sampleRegistration(changes: JsonObject = {}): Registration {
  const registration = readRegistration(wireRegistration(changes));
  if (registration === null) throw new Error('the sample has an ID');
  return registration;
}

/** Three that differ in every column. */
export const threeRegistrations: readonly Registration[] = [
  sampleRegistration(),
  sampleRegistration({
    ID: 'REG-22952',
    applicationLabel: 'Harbourlight - Motor Claims',
    applicationName: 'MotorClaims',
    platform: 'Pega',
    productionLevel: '5',
    status: 'Active',
    systemURL: 'https://claims.harbourlight.example',
    updateDateTime: '20261101T080000.000 GMT',
  }),
  sampleRegistration({
    ID: 'REG-22953',
    applicationLabel: 'Brightwater - Card Disputes',
    applicationName: 'CardDisputes',
    platform: 'Salesforce',
    productionLevel: '10',
    status: 'Quarantined',
    systemURL: 'https://disputes.brightwater.example',
    updateDateTime: '',
    region: 'EMEA',
    pair: { clientSecret: 'never-shown', keyed: true },
  }),
];

export function sampleCopy(registrations: readonly Registration[] = threeRegistrations): SavedCopy {
  return { hubId: 'hub-1', takenAtMs: Date.now() - 20 * 60_000, registrations };
}
