// What the window may know about credentials: everything except the secret.
import type { ClientAuthentication } from './inputs.ts';

/** What keeps a secret: the operating system's keystore, or only this run's memory. */
export interface Protection {
  readonly level: 'osKeystore' | 'sessionOnly';
  /** Which keystore, as the platform names it (`keychain`, `dpapi`, `gnome_libsecret`, `kwallet6` ...); 'none' for the session. */
  readonly backend: string;
}

/** Whether a saved credential can be used now. Locked is not unreadable is not forgotten: each has its own way out. */
export type SecretState = 'ready' | 'locked' | 'unreadable' | 'forgotten';

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
  /** Labels of pairs that were in the file and are not used. */
  readonly ignoredLabels: readonly string[];
  /** The saved credential with the same client ID at the same token endpoint: saving replaces its secret. */
  readonly replaces: { readonly credentialId: string; readonly label: string; readonly hubName: string } | null;
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
  readonly savedAtMs: number;
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
}
