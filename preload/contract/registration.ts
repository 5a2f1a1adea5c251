// A registration as the window sees it, and the saved copy it is read from.

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/**
 * The states of the documented life cycle (hub-contract section 2.1) after their aliases are folded together;
 * `unknown` is any status string that no source names.
 */
export type StatusKind =
  'pending' | 'synchronizing' | 'active' | 'hidden' | 'stopped' | 'failure' | 'resolved' | 'unknown';

export interface RegistrationStatus {
  readonly kind: StatusKind;
  /** The Hub's own string, always shown at hand. */
  readonly raw: string;
}

/** One registration. Text is '' and times are null when the Hub sent none. Times are milliseconds since the epoch. */
export interface Registration {
  readonly id: string;
  readonly applicationName: string;
  readonly applicationLabel: string;
  readonly description: string;
  readonly platform: string;
  /** The Hub answers a string where it was sent a number (hub-contract Q6). */
  readonly productionLevel: string;
  readonly systemUrl: string;
  readonly status: RegistrationStatus;
  readonly weighting: string;
  readonly syncErrors: string;
  readonly clientId: string;
  readonly createdAtMs: number | null;
  readonly createdBy: string;
  readonly updatedAtMs: number | null;
  readonly updatedBy: string;
  readonly lastTaskSyncedAtMs: number | null;
  /** Every field as the Hub sent it, known or not, except the withheld ones. */
  readonly wire: JsonObject;
  /** Names of fields whose value spells a secret; main never hands their values out. */
  readonly withheldFields: readonly string[];
}

/** What was last seen of a hub's registrations. */
export interface SavedCopy {
  readonly hubId: string;
  /** When the Hub answered, in milliseconds since the epoch. */
  readonly takenAtMs: number;
  readonly registrations: readonly Registration[];
}

/**
 * What the Hub answered to a registration: the record, when it gave it or could be asked for it;
 * null when it accepted without saying what it made (then the list tells).
 */
export interface RegisterOutcome {
  readonly registration: Registration | null;
}
