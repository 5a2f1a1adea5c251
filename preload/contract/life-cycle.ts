// The life cycle of a registration: what may be done to it, what doing it answered, and the pair it may give.
import type { Protection, SecretState } from './credentials.ts';
import type { LifeCycleAction, RegistrationAction } from './registration-actions.ts';
import type { JsonValue, Registration, StatusKind } from './registration.ts';

/** Why a status does not allow an action. */
export type ForbiddenReason =
  | 'onlyWhenActive'
  | 'onlyWhenHidden'
  | 'onlyWhenStopped'
  | 'alreadySynchronizing'
  | 'notWhileSynchronizing'
  | 'deactivateFirst'
  | 'notActivatedYet'
  | 'alreadyStopped'
  | 'closed';

/**
 * What a status says of an action (hub-contract 2.3): allowed, not allowed (why, and what to do first when there is
 * something), or not known: then it is offered with a word of caution, and the Hub's answer decides.
 */
export type Allowance =
  | { readonly verdict: 'allowed' }
  | { readonly verdict: 'notAllowed'; readonly reason: ForbiddenReason; readonly first: LifeCycleAction | null }
  | { readonly verdict: 'notKnown' };

/** The whole table of the life cycle: every status, every action. */
export type LifeCycleTable = {
  readonly [Kind in StatusKind]: { readonly [Action in RegistrationAction]: Allowance };
};

/**
 * The second credential pair, for the data-synchronization APIs, as the window may know it. It is returned by
 * enabling the synchronization and may never be shown again (hub-contract 3.3, "client secret").
 */
export interface DataSyncPair {
  readonly id: string;
  readonly hubId: string;
  readonly registrationId: string;
  readonly applicationName: string;
  /** '' when the Hub sent a secret and no client ID. */
  readonly clientId: string;
  readonly secretMask: string;
  readonly protection: Protection;
  readonly secretState: SecretState;
  readonly receivedAtMs: number;
  /** The secret that a handed-on one took the place of: kept sealed until that one has worked once. */
  readonly replacedSecret: {
    readonly secretMask: string;
    readonly protection: Protection;
    readonly secretState: SecretState;
    readonly receivedAtMs: number;
  } | null;
}

/** What became of the pair that an answer was expected to hold. */
export type PairOutcome =
  | { readonly kind: 'notExpected' }
  | { readonly kind: 'kept'; readonly pair: DataSyncPair }
  /** The answer held no secret under any key that spells one. */
  | { readonly kind: 'absent' };

/** What an action did. `registration` is null after a delete, and when the Hub did not tell and could not be asked. */
export interface ActionOutcome {
  readonly action: LifeCycleAction;
  readonly registration: Registration | null;
  readonly pair: PairOutcome;
}

/** One field of the Hub's record, by its name on the wire; null when the record did not have it. */
export interface FieldChange {
  readonly field: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/**
 * What an edit did. `changedMeanwhile`: nothing was sent, because fields differ from what the form was loaded with;
 * `registration` is the record as it is now.
 */
export type EditOutcome =
  | { readonly kind: 'saved'; readonly registration: Registration }
  | { readonly kind: 'nothingToChange'; readonly registration: Registration }
  | {
      readonly kind: 'changedMeanwhile';
      readonly registration: Registration;
      /** By the form's field names: as loaded, and as the Hub has it now. */
      readonly changes: readonly FieldChange[];
    };

/** Where an action is sent that no source gives a path for (hub-contract section 1, rows 7 and 9). */
export interface ActionPath {
  readonly action: 'enable' | 'reactivate';
  /** Relative to the registration, for example `actions/enable`. */
  readonly path: string;
  /** Set by the person, found by an answer of this Hub, or the most plausible one and not tried yet. */
  readonly origin: 'set' | 'found' | 'assumed';
  /** What is tried, in this order, when nothing is set. */
  readonly candidates: readonly string[];
}

/** What the token endpoint said to a data-sync pair. */
export interface PairReport {
  readonly operator: string | null;
  readonly accessGroup: string | null;
  readonly tokenLifetimeSeconds: number;
  readonly durationMs: number;
}
