// The world as small interfaces: what core needs of Electron, got, the disk and the clock.
import type { Protection } from '#contract/credentials.ts';
import type { Failure, UnreachableCause } from '#contract/failure.ts';
import type { SavedCopy } from '#contract/registration.ts';
import type { Result } from '#contract/result.ts';

/** The time. */
export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
}

/** Fresh identifiers that no one can guess. */
export type NewId = () => string;

/**
 * The local log. `event` is one of our own fixed sentences; `facts` are short and never hold a secret, a token or
 * another person's text.
 */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
}
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** A sealed secret as it is stored: ciphertext, and what sealed it. */
export interface SealedSecret {
  /** base64 of the keystore's ciphertext, or an armored age file. */
  readonly ciphertext: string;
  /** The keystore in force when it was sealed, as in {@link Protection}. */
  readonly backend: string;
}

/** A secret that a keystore sealed anew; the fingerprint of its key is undefined where it cannot be told. */
export interface RenewedSecret extends SealedSecret {
  readonly keyFingerprint: string | undefined;
}

export type OpenFailure = Extract<
  Failure,
  { code: 'secretLocked' | 'secretUnavailable' | 'secretUnreadable' | 'vaultLocked' | 'vaultUnavailable' }
>;

/**
 * What keeps secrets: the operating system's keystore, or the key behind a passphrase. Only unreadable is final; what is
 * locked or unavailable may be asked again.
 */
export interface SecretBox {
  /** What would keep a secret now. Touches the keystore. */
  protection(): Promise<Protection>;
  /** Seals a text; null when the system protects nothing, so that it must not be stored. */
  seal(plaintext: string): Promise<Result<SealedSecret, OpenFailure> | null>;
  open(sealed: SealedSecret): Promise<Result<string, OpenFailure>>;
  /** What is known of a sealed secret without opening it and without touching a keystore; null for nothing. */
  known?(sealed: SealedSecret): 'locked' | 'unavailable' | 'unreadable' | null;
  /** The fingerprint of the key that seals where this one was sealed; '' when it is not known. */
  keyOf?(sealed: SealedSecret): string;
}

export type StorageFailure = Extract<Failure, { code: 'storageFailed' }>;

/** What happened when a file had to be given up: it was moved aside and an earlier copy was used, if there was one. */
export interface Recovery {
  readonly movedAsideAs: string;
  readonly restoredFromMs: number | null;
}

/**
 * One stored record, whole. Reading is from memory; writing is atomic and keeps the last good copy.
 * The record is plain JSON.
 */
export interface RecordStore<Value> {
  read(): Value;
  write(value: Value): Result<null, StorageFailure>;
}

/** The unreadable files of a record that were moved aside, as far as they hold secrets that were sealed before. */
export interface SetAside {
  count(): number;
  /** Deletes them; none is no mistake. */
  remove(): Result<null, StorageFailure>;
}

/** Where a saved copy stands in its hub's history: after which step, and since when (milliseconds since the epoch). */
export interface HistoryMark {
  readonly step: number;
  readonly sinceMs: number;
}

export interface MarkedCopy {
  readonly copy: SavedCopy;
  readonly mark: HistoryMark;
}

/** The saved copies of registrations, one file a hub, nothing secret in them. */
export interface CopyStore {
  read(hubId: string): Promise<{ readonly kept: MarkedCopy | null; readonly recovery: Recovery | null }>;
  /** Writes run one after the other per hub; the last one wins. */
  write(copy: SavedCopy, mark: HistoryMark): Promise<Result<null, StorageFailure>>;
  remove(hubId: string): Promise<Result<null, StorageFailure>>;
  /** Settles when nothing is being written any more. */
  settled(): Promise<void>;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer of any status; header names in lower case. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly durationMs: number;
}

/** A request without an answer. `mayHaveArrived` is false only when it certainly never reached the other side. */
export interface HttpTrouble {
  readonly cause: UnreachableCause;
  readonly mayHaveArrived: boolean;
  /** What happened in particular; where the request did not arrive, it is told instead of the cause. */
  readonly failure?: Failure;
}

export interface SendOptions {
  readonly answerLimitBytes?: number;
  /** The saved hub that is asked: its proxy, certificates and timeouts count. Without one, those for all hubs. */
  readonly hubId?: string;
}

/** Sends one request, once: no redirects, no retries, every phase with a timeout, answers capped at 1 MiB by default. */
export interface HttpClient {
  send(request: HttpRequest, options?: SendOptions): Promise<Result<HttpAnswer, HttpTrouble>>;
}

export type FileFailure = Extract<Failure, { code: 'fileMissing' | 'fileDenied' | 'fileNotRegular' | 'fileTooLarge' }>;

/** Reads a file a person named, whole, if it is a regular file within the limit. */
export interface FileReader {
  read(path: string, limitBytes: number): Promise<Result<{ fileName: string; bytes: Uint8Array }, FileFailure>>;
}

/** What an age file is encrypted to: a passphrase, or the public keys (`age1...`) of who shall open it. */
export type AgeLock =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] };

/** What an age file is opened with. Identities (`AGE-SECRET-KEY-1...`) are tried one after the other. */
export type AgeKey =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'identities'; readonly identities: readonly string[] };

/** Why an age file did not open. A file that was changed at its key looks like one for another key. */
export type AgeTrouble = 'wrongKey' | 'damaged';

export interface AgeKeyPair {
  /** `AGE-SECRET-KEY-1...`, to be treated as a secret. */
  readonly identity: string;
  /** `age1...`, to be given to others. */
  readonly publicKey: string;
}

/** Files in the age format (age-encryption.org/v1), X25519 and scrypt. A passphrase is stretched off the main thread. */
export interface AgeFiles {
  /** The binary file. A recipient must be one that `isRecipient` takes. */
  encrypt(plaintext: Uint8Array, lock: AgeLock): Promise<Uint8Array>;
  /** Opens a binary or an armored file. */
  decrypt(file: Uint8Array, key: AgeKey): Promise<Result<Uint8Array, AgeTrouble>>;
  makeKeyPair(): Promise<AgeKeyPair>;
  isRecipient(text: string): Promise<boolean>;
  /** A binary file as text that survives a mail: PEM with `BEGIN AGE ENCRYPTED FILE`. */
  armor(file: Uint8Array): Promise<string>;
}
