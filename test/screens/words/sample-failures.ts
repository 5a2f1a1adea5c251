// One of every failure: a new code does not compile until it stands here too.
import type { Failure, FailureCode, UnreachableCause } from '#contract/failure.ts';

type FailureOf<Code extends FailureCode> = Extract<Failure, { code: Code }>;

/** The file and host of these samples stand in docs/failures.md as well. */
const fileName = 'credentials.txt';
const host = 'hub.example.com';

export const sampleFailures: { readonly [Code in FailureCode]: FailureOf<Code> } = {
  inputInvalid: { code: 'inputInvalid', fields: [{ field: 'systemUrl', problem: 'required' }] },
  hubMissing: { code: 'hubMissing' },
  credentialMissing: { code: 'credentialMissing' },
  draftGone: { code: 'draftGone' },
  fileMissing: { code: 'fileMissing', fileName },
  fileDenied: { code: 'fileDenied', fileName },
  fileNotRegular: { code: 'fileNotRegular', fileName: 'Downloads', found: 'folder' },
  fileTooLarge: { code: 'fileTooLarge', fileName, sizeBytes: 3_400_000, limitBytes: 65_536 },
  fileEmpty: { code: 'fileEmpty', fileName },
  fileBinary: { code: 'fileBinary', fileName: 'scan.pdf', found: 'pdf' },
  notCredentials: { code: 'notCredentials', fileName: 'page.txt', found: 'html' },
  credentialsIncomplete: { code: 'credentialsIncomplete', fileName, missing: ['clientId', 'clientSecret'] },
  credentialsMalformed: { code: 'credentialsMalformed', fileName, field: 'tokenEndpoint', problem: 'insecureUrl' },
  secretLocked: { code: 'secretLocked' },
  secretUnreadable: { code: 'secretUnreadable' },
  secretForgotten: { code: 'secretForgotten' },
  secretBoundElsewhere: { code: 'secretBoundElsewhere', host },
  tokenRefused: {
    code: 'tokenRefused',
    status: 401,
    error: 'invalid_client',
    description: 'Client authentication failed',
  },
  hubUnreachable: { code: 'hubUnreachable', cause: 'dns', host },
  hubBusy: { code: 'hubBusy', status: 429, retryAfterSeconds: 30 },
  answerUnreadable: { code: 'answerUnreadable', status: 200, found: 'html' },
  accessDenied: { code: 'accessDenied', status: 403, message: 'Insufficient privilege' },
  hubRefused: { code: 'hubRefused', status: 400, message: 'Invalid request data', fields: [] },
  registrationGone: { code: 'registrationGone' },
  outcomeUnknown: { code: 'outcomeUnknown', cause: 'other', status: 500, message: 'Internal server error' },
  statusForbids: { code: 'statusForbids', action: 'delete', status: 'Active' },
  actionPathUnknown: { code: 'actionPathUnknown', action: 'enable' },
  pairMissing: { code: 'pairMissing' },
  savedDraftMissing: { code: 'savedDraftMissing' },
  momentUnknown: { code: 'momentUnknown' },
  activityMissing: { code: 'activityMissing' },
  referenceUnreadable: { code: 'referenceUnreadable', host },
  fileNotWritten: { code: 'fileNotWritten', fileName: 'registrations.csv', cause: 'denied' },
  storageFailed: { code: 'storageFailed', cause: 'full' },
  practiceHubFailed: { code: 'practiceHubFailed', reason: 'EACCES' },
  unexpected: { code: 'unexpected', reference: 'a1b2c3' },
};

export const unreachableCauses: { readonly [Cause in UnreachableCause]: Cause } = {
  dns: 'dns',
  refused: 'refused',
  timeout: 'timeout',
  tls: 'tls',
  redirected: 'redirected',
  proxy: 'proxy',
  cut: 'cut',
  answerTooLarge: 'answerTooLarge',
  other: 'other',
};
