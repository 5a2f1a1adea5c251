/** A registration as the practice hub keeps it, and the one place where it is written in the Hub's own words. */
import { formatPegaDateTime } from './pega-date-time.ts';
import type { Status } from './registration-rules.ts';
import type { StatusWords } from './status-words.ts';

/** What a configurator writes: Create sends the first six, Edit may change all but the name. */
export interface RegistrationFields {
  readonly systemUrl: string;
  readonly applicationName: string;
  readonly applicationLabel: string;
  readonly applicationDescription: string;
  readonly platform: string;
  readonly productionLevel: number;
  readonly weighting: number;
}

/** The resources a remote application closes one by one at the end of its initial load (hub contract 2.2, 6.2). */
export type SyncResource = 'tasks' | 'workqueues' | 'operators';

/** One registration. Moments are milliseconds since 1970, `null` where there is none. */
export interface Registration extends RegistrationFields {
  readonly id: string;
  readonly status: Status;
  readonly syncErrors: number;
  /** The client ID of the data-synchronization pair; empty until synchronization was enabled once. */
  readonly clientId: string;
  /** How often the secret of that pair was made; the secret itself is never kept, see client-secrets.ts. */
  readonly secretGeneration: number;
  /** When a running synchronization ends by itself; `null` while none runs, and for one that is stuck. */
  readonly synchronizedAtMs: number | null;
  /** What the remote application has closed so far of the running synchronization. */
  readonly closedResources: readonly SyncResource[];
  readonly lastTaskSyncedAtMs: number | null;
  readonly createdAtMs: number;
  readonly createdBy: string;
  readonly updatedAtMs: number;
  readonly updatedBy: string;
}

/** A registration as the Hub's JSON shows it (hub contract 3.2): every value is a string, the numbers too (quirk Q6). */
export type WireRegistration = Readonly<Record<WireField, string>>;

type WireField =
  | 'applicationDescription'
  | 'applicationLabel'
  | 'applicationName'
  | 'clientID'
  | 'createDateTime'
  | 'createOperator'
  | 'icon'
  | 'ID'
  | 'lastTaskSyncedDateTime'
  | 'platform'
  | 'productionLevel'
  | 'status'
  | 'syncErrors'
  | 'systemURL'
  | 'updateDateTime'
  | 'updateOperator'
  | 'weighting';

const ICON = 'pi pi-app-solid app-registration-logo app-logo-s';

/** Writes a registration as the Hub does, in the key order of the documented sample. Never contains a secret (quirk Q5). */
export function toWire(registration: Registration, words: StatusWords): WireRegistration {
  return {
    applicationDescription: registration.applicationDescription,
    applicationLabel: registration.applicationLabel,
    applicationName: registration.applicationName,
    clientID: registration.clientId,
    createDateTime: formatPegaDateTime(registration.createdAtMs),
    createOperator: registration.createdBy,
    icon: ICON,
    ID: registration.id,
    lastTaskSyncedDateTime: formatPegaDateTime(registration.lastTaskSyncedAtMs),
    platform: registration.platform,
    productionLevel: String(registration.productionLevel),
    status: words[registration.status],
    syncErrors: String(registration.syncErrors),
    systemURL: registration.systemUrl,
    updateDateTime: formatPegaDateTime(registration.updatedAtMs),
    updateOperator: registration.updatedBy,
    weighting: String(registration.weighting),
  };
}

/** A new registration in Pending-Activation, made by an operator at a moment. */
export function newRegistration(
  id: string,
  fields: RegistrationFields,
  made: { readonly by: string; readonly atMs: number },
): Registration {
  return {
    ...fields,
    id,
    status: 'pendingActivation',
    syncErrors: 0,
    clientId: '',
    secretGeneration: 0,
    synchronizedAtMs: null,
    closedResources: [],
    lastTaskSyncedAtMs: null,
    createdAtMs: made.atMs,
    createdBy: made.by,
    updatedAtMs: made.atMs,
    updatedBy: made.by,
  };
}
