// Every failure a person can meet, as one union: a new code does not compile until it has words.

import type { CertificateTrouble } from './certificate-trouble.ts';
import type { RegistrationAction } from './registration-actions.ts';

/** The three things a credentials file must tell (hub-contract section 7). */
export type CredentialsField = 'clientId' | 'clientSecret' | 'tokenEndpoint';

/** Why a field's value is not accepted. `refusedByHub` carries the Hub's own message. */
export type FieldProblemCode =
  | 'required'
  | 'tooLong'
  | 'tooShort'
  | 'malformedUrl'
  | 'insecureUrl'
  | 'urlWithCredentials'
  | 'malformedProxy'
  | 'controlCharacters'
  | 'notWhole'
  | 'outOfRange'
  | 'unknownKey'
  | 'refusedByHub'
  | 'invalid';

/** One field that was not accepted; `field` is the input's own key, '' when the whole input is meant. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: FieldProblemCode;
  /** The Hub's message, only with `refusedByHub`. */
  readonly message?: string;
}

/** How far a request got before it failed; decides what a person can do about it. */
export type UnreachableCause =
  'dns' | 'noRoute' | 'refused' | 'timeout' | 'tls' | 'redirected' | 'proxy' | 'cut' | 'answerTooLarge' | 'other';

/** What a body turned out to be when JSON was expected, or what a dropped file turned out to be. */
export type FoundContent = 'nothing' | 'html' | 'brokenJson' | 'otherJson' | 'text' | 'pdf' | 'image' | 'archive';

/** What opens an age file, as its header says: a passphrase, or the key of one of those it was made for. */
export type OpensWith = 'passphrase' | 'key';

/** Why the disk did not take what had to be saved. */
export type StorageCause = 'full' | 'denied' | 'other';

/**
 * Why no secure connection can be made, certificates aside: nothing there speaks TLS, only versions before 1.2, or the
 * host itself broke off.
 */
export type TlsTrouble = 'notTls' | 'tooOld' | 'refused';

/** Why a file gave no certificate that can be used. */
export type CertificateFileTrouble = 'unreadable' | 'noCertificate' | 'noKey' | 'passphrase' | 'unknownEncryption';

/** A certificate that is not believed, with what a person compares of it. */
interface Unbelieved {
  readonly trouble: CertificateTrouble;
  readonly subject: string;
  readonly issuer: string;
  readonly validFromMs: number;
  readonly validToMs: number;
  readonly fingerprint256: string;
}

export type Failure =
  // --- what was asked
  | { readonly code: 'inputInvalid'; readonly fields: readonly FieldProblem[] }
  | { readonly code: 'hubMissing' }
  | { readonly code: 'credentialMissing' }
  | { readonly code: 'draftGone' }
  // --- reading a credentials file
  | { readonly code: 'fileMissing'; readonly fileName: string }
  | { readonly code: 'fileDenied'; readonly fileName: string }
  | { readonly code: 'fileNotRegular'; readonly fileName: string; readonly found: 'folder' | 'other' }
  | {
      readonly code: 'fileTooLarge';
      readonly fileName: string;
      readonly sizeBytes: number;
      readonly limitBytes: number;
    }
  | { readonly code: 'fileEmpty'; readonly fileName: string }
  | { readonly code: 'fileBinary'; readonly fileName: string; readonly found: FoundContent | null }
  | { readonly code: 'notCredentials'; readonly fileName: string; readonly found: FoundContent }
  | {
      readonly code: 'credentialsIncomplete';
      readonly fileName: string;
      readonly missing: readonly CredentialsField[];
    }
  | {
      readonly code: 'credentialsMalformed';
      readonly fileName: string;
      readonly field: CredentialsField;
      readonly problem: FieldProblemCode;
    }
  // --- what is left of a credentials file after its import
  | { readonly code: 'fileChanged'; readonly fileName: string }
  | { readonly code: 'fileNotBinned'; readonly fileName: string }
  // --- what was handed on
  /** Not a credentials file: an age file, kept under `handOffId` to be opened. */
  | {
      readonly code: 'fileIsHandOff';
      readonly fileName: string;
      readonly handOffId: string;
      readonly opensWith: OpensWith;
    }
  /** Not a credentials file: a backup of hubs and settings, kept under `planId` until it is taken over. */
  | { readonly code: 'fileIsBackup'; readonly fileName: string; readonly planId: string }
  /** What was to be written is larger than what is read again. */
  | {
      readonly code: 'handOffTooLarge';
      readonly what: 'handOff' | 'backup';
      readonly sizeBytes: number;
      readonly limitBytes: number;
    }
  | { readonly code: 'handOffGone' }
  | { readonly code: 'handOffLocked'; readonly fileName: string }
  | { readonly code: 'handOffNotForKey'; readonly fileName: string; readonly hasOwnKey: boolean }
  /** It wants a key, and the secret half of the own one does not open any more. */
  | { readonly code: 'ownKeyGone'; readonly fileName: string; readonly isForgotten: boolean }
  | { readonly code: 'handOffDamaged'; readonly fileName: string }
  | { readonly code: 'handOffNotOurs'; readonly fileName: string; readonly isNewer: boolean }
  | { readonly code: 'backupUnreadable'; readonly fileName: string; readonly isNewer: boolean }
  | { readonly code: 'backupGone' }
  /** The disk refused after a part of it was added. */
  | { readonly code: 'backupHalfTaken'; readonly cause: StorageCause }
  // --- the secret box
  | { readonly code: 'secretLocked' }
  | { readonly code: 'secretUnavailable' }
  | { readonly code: 'secretUnreadable' }
  | { readonly code: 'secretForgotten' }
  | { readonly code: 'secretBoundElsewhere'; readonly host: string }
  | { readonly code: 'replacedSecretGone' }
  | { readonly code: 'protectionGone' }
  // --- the passphrase
  | { readonly code: 'vaultLocked' }
  | { readonly code: 'vaultUnavailable' }
  | { readonly code: 'passphraseWrong' }
  | { readonly code: 'passphraseMissing' }
  | { readonly code: 'keystoreMissing' }
  // --- token and Hub
  | {
      readonly code: 'tokenRefused';
      readonly status: number;
      readonly error: string | null;
      readonly description: string | null;
    }
  | { readonly code: 'hubUnreachable'; readonly cause: UnreachableCause; readonly host: string }
  | { readonly code: 'hubBusy'; readonly status: number; readonly retryAfterSeconds: number | null }
  /** It failed several times in a row and is left alone for so long; nothing was sent. */
  | { readonly code: 'hubRests'; readonly host: string; readonly waitSeconds: number }
  | { readonly code: 'answerUnreadable'; readonly status: number; readonly found: FoundContent }
  | { readonly code: 'accessDenied'; readonly status: number; readonly message: string | null }
  | {
      readonly code: 'hubRefused';
      readonly status: number;
      readonly message: string | null;
      readonly fields: readonly FieldProblem[];
    }
  | { readonly code: 'registrationGone' }
  /** `status` and `message` are of the answer that leaves it open, where one came: its status, and what it said. */
  | {
      readonly code: 'outcomeUnknown';
      readonly cause: UnreachableCause;
      readonly status?: number;
      readonly message?: string;
    }
  // --- the way to the Hub
  | ({ readonly code: 'certificateUntrusted'; readonly host: string } & Unbelieved)
  | { readonly code: 'clientCertificateRefused'; readonly host: string; readonly isSent: boolean }
  /** It was sealed with the addresses that the hub had then; `host` is none of them. */
  | { readonly code: 'clientCertificateBoundElsewhere'; readonly host: string }
  | { readonly code: 'tlsUnusable'; readonly host: string; readonly why: TlsTrouble }
  /** `status` is null for SOCKS, which has none; `signIns` are the ways of signing in that the proxy offers, by their names. */
  | {
      readonly code: 'proxyRefused';
      readonly proxy: string;
      readonly status: number | null;
      readonly signIns: readonly string[];
    }
  | { readonly code: 'proxyUnreachable'; readonly proxy: string }
  /** A proxy that is itself spoken to over TLS. */
  | ({ readonly code: 'proxyCertificateUntrusted'; readonly proxy: string } & Unbelieved)
  | { readonly code: 'reachSecretGone'; readonly what: 'proxyPassword' | 'clientCertificate' }
  | { readonly code: 'certificateFileUnusable'; readonly fileName: string; readonly why: CertificateFileTrouble }
  | { readonly code: 'certificateNotSeen' }
  // --- the life cycle
  | { readonly code: 'statusForbids'; readonly action: RegistrationAction; readonly status: string }
  | { readonly code: 'actionPathUnknown'; readonly action: 'enable' | 'reactivate' }
  | { readonly code: 'pairMissing' }
  // --- what is kept for later
  | { readonly code: 'savedDraftMissing' }
  | { readonly code: 'momentUnknown' }
  | { readonly code: 'activityMissing' }
  | { readonly code: 'referenceUnreadable'; readonly host: string }
  | { readonly code: 'fileNotWritten'; readonly fileName: string; readonly cause: StorageCause }
  // --- this machine
  | { readonly code: 'storageFailed'; readonly cause: StorageCause }
  /** The disk refused while a hub was removed: a part of what was kept of it may be gone already. */
  | { readonly code: 'hubPartlyRemoved'; readonly cause: StorageCause }
  | { readonly code: 'practiceHubFailed'; readonly reason: string }
  | { readonly code: 'unexpected'; readonly reference: string };

export type FailureCode = Failure['code'];
