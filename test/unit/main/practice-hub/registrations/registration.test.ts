import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPegaDateTime } from '../../../../../main/practice-hub/registrations/pega-date-time.ts';
import { newRegistration, toWire } from '../../../../../main/practice-hub/registrations/registration.ts';
import { SAMPLE_STATUS_WORDS } from '../../../../../main/practice-hub/registrations/status-words.ts';

const CREATED_AT_MS = Date.UTC(2021, 3, 21, 16, 47, 37, 626);

describe('a registration on the wire', () => {
  it('has the keys, the order and the string values of the documented sample', () => {
    const fields = {
      systemUrl: 'https://ap15.uplustelco.example',
      applicationName: 'SalesDesk3',
      applicationLabel: 'uPlusTelco - Sales Desk 3',
      applicationDescription: 'Sales Desk',
      platform: 'uPlusTelco',
      productionLevel: 2,
      weighting: 1,
    };
    const registration = newRegistration('REG-22951', fields, { by: 'user1', atMs: CREATED_AT_MS });
    expect(JSON.stringify(toWire(registration, SAMPLE_STATUS_WORDS))).toBe(
      JSON.stringify({
        applicationDescription: 'Sales Desk',
        applicationLabel: 'uPlusTelco - Sales Desk 3',
        applicationName: 'SalesDesk3',
        clientID: '',
        createDateTime: '20210421T164737.626 GMT',
        createOperator: 'user1',
        icon: 'pi pi-app-solid app-registration-logo app-logo-s',
        ID: 'REG-22951',
        lastTaskSyncedDateTime: '',
        platform: 'uPlusTelco',
        productionLevel: '2',
        status: 'Pending-Activation',
        syncErrors: '0',
        systemURL: 'https://ap15.uplustelco.example',
        updateDateTime: '20210421T164737.626 GMT',
        updateOperator: 'user1',
        weighting: '1',
      }),
    );
  });
});

describe("Pega's date-time", () => {
  it('is an empty string for no moment', () => {
    expect(formatPegaDateTime(null)).toBe('');
  });

  it('always has three fraction digits and ends in GMT', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0) }), (momentMs) => {
        expect(formatPegaDateTime(momentMs)).toMatch(/^\d{8}T\d{6}\.\d{3} GMT$/);
      }),
    );
  });
});
