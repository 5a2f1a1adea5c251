// Hubs, credentials and drafts as main would answer them. The IDs are Pega's documented examples or made up.
import type { AppDescription, PracticeHubStatus } from '#contract/app.ts';
import type {
  ConnectionReport,
  CredentialsDraft,
  CredentialSummary,
  Hub,
  Protection,
  TokenStatus,
} from '#contract/credentials.ts';
import type { VaultStatus } from '#contract/vault.ts';

const keystore: Protection = { level: 'osKeystore', backend: 'gnome_libsecret' };
export const session: Protection = { level: 'sessionOnly', backend: 'none' };

export function sampleCredential(more: Partial<CredentialSummary> = {}): CredentialSummary {
  return {
    id: 'credential-1',
    label: 'areks1',
    clientId: '69886076323519860336',
    secretMask: '••••••••7C1E',
    tokenEndpoint: 'https://claims.example.com/prweb/PRRestService/oauth2/v1/token',
    clientAuthentication: 'body',
    protection: keystore,
    secretState: 'ready',
    savedAtMs: Date.UTC(2026, 10, 20, 9, 30),
    note: '',
    expiresAtMs: null,
    dismissedReminder: null,
    lastUsedAtMs: null,
    lastOperator: '',
    lastAccessGroup: '',
    replacedSecret: null,
    ...more,
  };
}

export function sampleHub(more: Partial<Hub> = {}): Hub {
  const credentials = more.credentials ?? [sampleCredential()];
  return {
    id: 'hub-1',
    name: 'Claims Hub',
    baseUrl: 'https://claims.example.com/prweb/api/ppf/v1',
    isPracticeHub: false,
    credentialInUseId: credentials[0]?.id ?? null,
    ...more,
    credentials,
  };
}

export function sampleDraft(more: Partial<CredentialsDraft> = {}): CredentialsDraft {
  return {
    draftId: 'draft-1',
    fileName: 'areks1.txt',
    clientId: '69886076323519860336',
    secretMask: '••••••••7C1E',
    tokenEndpoint: 'https://claims.example.com/prweb/PRRestService/oauth2/v1/token',
    suggestedBaseUrl: 'https://claims.example.com/prweb/api/ppf/v1',
    suggestedHubName: 'claims.example.com',
    suggestedLabel: 'areks1',
    suggestedNote: '',
    suggestedExpiresAtMs: null,
    ignoredLabels: [],
    replaces: null,
    protection: keystore,
    isPracticeHub: false,
    ...more,
  };
}

export const sampleReport: ConnectionReport = {
  operator: 'areks1',
  accessGroup: 'PPF:Configurators',
  tokenLifetimeSeconds: 3600,
  registrationCount: 1204,
  durationMs: 412,
};

export function noToken(credentialId: string): TokenStatus {
  return { credentialId, state: 'none', expiresAtMs: null, operator: null, accessGroup: null, clockAheadMs: null };
}

export function validToken(credentialId: string, more: Partial<TokenStatus> = {}): TokenStatus {
  const expiresAtMs = Date.now() + 52.5 * 60_000;
  return {
    credentialId,
    state: 'valid',
    expiresAtMs,
    operator: 'areks1',
    accessGroup: 'PPF:Configurators',
    clockAheadMs: 0,
    ...more,
  };
}

export const sampleApp: AppDescription = {
  version: '0.1.0',
  electronVersion: '45.4.1',
  chromiumVersion: '146.0.0',
  platform: 'linux',
  isDevelopmentRuntime: false,
  canSave: true,
};

export const stoppedPracticeHub: PracticeHubStatus = {
  isRunning: false,
  origin: null,
  credentialsFileName: null,
  credentialsFolder: null,
};

export const runningPracticeHub: PracticeHubStatus = {
  isRunning: true,
  origin: 'http://127.0.0.1:43117',
  credentialsFileName: 'practice-hub-credentials.txt',
  credentialsFolder: '/home/someone/practice-hub',
};

/** Secrets in the operating system's keystore: nothing to lock. */
export const keystoreVault: VaultStatus = {
  level: 'osKeystore',
  isLocked: false,
  keyFingerprint: null,
  isUnlockWanted: false,
};
