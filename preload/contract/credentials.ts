// What the window may know about credentials: everything except the secret.
import type { ReminderStep } from './credential-inputs.ts';
import type { Failure } from './failure.ts';
import type { ClientAuthentication } from './inputs.ts';

/** What keeps a secret: the operating system's keystore, a passphrase, or only this run's memory. */
export interface Protection {
  readonly level: 'osKeystore' | 'passphrase' | 'sessionOnly';
  /**
   * Which keystore, as the platform names it (`keychain`, `dpapi`, `gnome_libsecret`, `kwallet6` ...); 'age' for a
   * passphrase, 'none' for the session.
   */
  readonly backend: string;
  /** The fingerprint of the key that sealed it; missing where none is known. */
  readonly keyFingerprint?: string | undefined;
}

/**
 * Whether a saved credential can be used now; each state has its own way out. Locked: what keeps it wants a person.
 * Unavailable: the keystore is away for now. Unreadable: no key that is left opens it. Forgotten: it was never stored.
 */
export type SecretState = 'ready' | 'locked' | 'unavailable' | 'unreadable' | 'forgotten';

/** Credentials that were read but not saved yet. The secret stays in main under `draftId`. */
export interface CredentialsDraft {
  readonly draftId: string;
  readonly fileName: string;
  readonly clientId: string;
  /** A mask that says nothing of the length; ends with the last four characters when the secret is long enough. */
  readonly secretMask: string;
  /** null when the file named none: the person gives the hub's address instead. */
  readonly tokenEndpoint: string | null;
  /** '' when it cannot be derived yet. */
  readonly suggestedBaseUrl: string;
  readonly suggestedHubName: string;
  readonly suggestedLabel: string;
  /** As the sender of a hand-off uses it; missing for a credentials file, which does not tell. */
  readonly suggestedAuthentication?: ClientAuthentication;
  /** What is noted of the credential already, here or by the sender of a hand-off; '' for nothing. */
  readonly suggestedNote: string;
  /** When it ends, as the sender of a hand-off noted it; null for a new secret of which nothing is known. */
  readonly suggestedExpiresAtMs: number | null;
  /** Labels of pairs that were in the file and are not used. */
  readonly ignoredLabels: readonly string[];
  /** The saved credential with the same client ID at the same token endpoint: saving replaces its secret. */
  readonly replaces: {
    readonly credentialId: string;
    readonly label: string;
    readonly hubName: string;
    readonly clientAuthentication: ClientAuthentication;
    /** The end that was noted of the old secret: it does not count for the new one. */
    readonly expiresAtMs: number | null;
    /** Whether a secret is kept that can still be opened, now or later: then it is worth testing the new one first. */
    readonly isUsable: boolean;
  } | null;
  readonly protection: Protection;
  readonly isPracticeHub: boolean;
}

/** One saved credential, masked. Times are milliseconds since the epoch. */
export interface CredentialSummary {
  readonly id: string;
  readonly label: string;
  readonly clientId: string;
  readonly secretMask: string;
  readonly tokenEndpoint: string;
  readonly clientAuthentication: ClientAuthentication;
  readonly protection: Protection;
  readonly secretState: SecretState;
  /** When the secret that is in place came there. */
  readonly savedAtMs: number;
  /** What the person wrote of it. */
  readonly note: string;
  /** When it ends, as the person noted it. */
  readonly expiresAtMs: number | null;
  /** The last reminder of that end which the person took away. */
  readonly dismissedReminder: ReminderStep | null;
  /** When it last got a token; null when it never did. */
  readonly lastUsedAtMs: number | null;
  /** Whom the last token that said so spoke for; '' when none did yet. */
  readonly lastOperator: string;
  readonly lastAccessGroup: string;
  /** The secret that this one replaced: kept sealed until this one has worked once. */
  readonly replacedSecret: {
    readonly secretMask: string;
    readonly protection: Protection;
    readonly secretState: SecretState;
  } | null;
}

/** One saved hub with its credentials; exactly one of them is in use unless there are none. */
export interface Hub {
  readonly id: string;
  readonly name: string;
  /** `https://<host>/prweb/api/ppf/v1`, without a slash at the end. */
  readonly baseUrl: string;
  readonly isPracticeHub: boolean;
  readonly credentialInUseId: string | null;
  readonly credentials: readonly CredentialSummary[];
}

/** What saving a draft did. */
export interface SaveOutcome {
  readonly hub: Hub;
  readonly credentialId: string;
  readonly kind: 'added' | 'rotated';
}

/** What a test of the connection saw: the token first, then one read of the registrations. */
export interface ConnectionReport {
  readonly operator: string | null;
  readonly accessGroup: string | null;
  readonly tokenLifetimeSeconds: number;
  readonly registrationCount: number;
  readonly durationMs: number;
}

/** The token of one credential as the window may know it. */
export interface TokenStatus {
  readonly credentialId: string;
  readonly state: 'none' | 'valid' | 'refused';
  /** Milliseconds since the epoch; null unless valid. */
  readonly expiresAtMs: number | null;
  /** From the token's claims when they can be read (hub-contract section 0). */
  readonly operator: string | null;
  readonly accessGroup: string | null;
  /** The Hub's clock minus this computer's, in milliseconds, when the token came; null when the Hub did not say its time. */
  readonly clockAheadMs: number | null;
}

/** A credentials file of this run that was imported: it holds the secret in clear. Main alone knows its path. */
export interface Download {
  readonly id: string;
  readonly fileName: string;
  /** Whether it may be moved to the bin, or was. */
  readonly state: 'offered' | 'binned';
  /** Why the last attempt did not move it. */
  readonly failure: Failure | null;
}
