// The documented sample of a registration (hub-contract 3.2), to be changed as a test needs it.
import type { JsonObject } from '#contract/registration.ts';

export function wireRegistration(changes: JsonObject = {}): JsonObject {
  return {
    applicationDescription: 'Sales Desk application captures sales information',
    applicationLabel: 'uPlusTelco - Sales Desk 3',
    applicationName: 'SalesDesk3',
    clientID: '69747281128570844473',
    createDateTime: '20210421T164737.626 GMT',
    createOperator: 'user1',
    icon: 'pi pi-app-solid app-registration-logo app-logo-s',
    ID: 'REG-22951',
    lastTaskSyncedDateTime: '',
    platform: 'uPlusTelco',
    productionLevel: '2',
    status: 'Open-SyncProgress',
    syncErrors: '0',
    systemURL: 'https://ap15.uplustelco.com',
    updateDateTime: '20210421T165527.911 GMT',
    updateOperator: 'user2',
    weighting: '1',
    ...changes,
  };
}
