// Handing credentials on: what the window learns of a hand-off file, of the person's own key, and of a backup.
import type { Protection, SecretState } from './credentials.ts';
import type { Settings } from './settings.ts';

/** One credential of an opened hand-off file, masked. */
export interface HandedItem {
  /** Its place in the file, from 0. */
  readonly index: number;
  /** `dataSync` is a pair that a registration gave (hub-contract 3.3). */
  readonly kind: 'registration' | 'dataSync';
  readonly hubName: string;
  readonly baseUrl: string;
  /** The credential's label; the application of a pair. */
  readonly label: string;
  readonly clientId: string;
  readonly secretMask: string;
  readonly note: string;
  /** Whether a credential of the same client is saved on this computer: taking this one over replaces its secret. */
  readonly isKnown: boolean;
  /** When the secret came that is saved here; null when none is. */
  readonly knownSinceMs: number | null;
}

/** An opened hand-off file. Its secrets stay in main under `handOffId` until it is discarded or the app ends. */
export interface OpenedHandOff {
  readonly handOffId: string;
  readonly fileName: string;
  /** What the sender wrote; '' for nothing. */
  readonly note: string;
  /** Milliseconds since the epoch, by the sender's clock. */
  readonly madeAtMs: number;
  readonly items: readonly HandedItem[];
  /** What taking over its hubs and settings would do; null when it holds none. */
  readonly backup: BackupPlan | null;
}

/** The person's own age key: others encrypt to its public half, and only this computer opens it. */
export interface OwnKey {
  /** `age1...`. */
  readonly publicKey: string;
  readonly madeAtMs: number;
  readonly protection: Protection;
  readonly secretState: SecretState;
  /** How many earlier keys are kept, to open files that were made for them. */
  readonly earlierKeys: number;
}

/** A file that was written. */
export interface WrittenFile {
  readonly fileName: string;
}

/** One simple setting that differs: as it is on this computer, and as the backup has it. */
export interface SettingDifference {
  readonly name: Exclude<keyof Settings, 'columns' | 'views'>;
  readonly here: string | number | boolean;
  readonly inBackup: string | number | boolean;
}

/** What taking over a backup would do. Nothing is done before the person says so, and nothing that is here is lost. */
export interface BackupPlan {
  readonly planId: string;
  readonly fileName: string;
  readonly madeAtMs: number;
  /** Hubs that are not on this computer; each comes with its credentials' names, for which the secrets are missing. */
  readonly newHubs: readonly { readonly name: string; readonly baseUrl: string; readonly credentials: number }[];
  /** Hubs that are here already: only credentials they do not have are added. */
  readonly knownHubs: readonly { readonly name: string; readonly credentials: number }[];
  /** Names of saved views that are not here. */
  readonly newViews: readonly string[];
  /** Settings that differ: they stay as they are unless the person asks for the backup's. */
  readonly differences: readonly SettingDifference[];
}

/** What taking over a backup did. */
export interface BackupOutcome {
  readonly hubs: number;
  readonly credentials: number;
  readonly views: number;
  readonly settings: number;
}
