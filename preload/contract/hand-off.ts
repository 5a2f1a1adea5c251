// Handing credentials on: what the window learns of a hand-off file, of the person's own key, and of a backup.
import type { Protection, SecretState } from './credentials.ts';
import type { ActionPath } from './life-cycle.ts';
import type { CertificateFacts, ReachTimeouts } from './reach.ts';
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
  /** Milliseconds since the epoch, by the sender's clock; null when the file does not say. */
  readonly madeAtMs: number | null;
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

/**
 * One setting that differs: as it is on this computer, and as the backup has it. Of the list's columns the IDs; null for
 * the app's own choice.
 */
export interface SettingDifference {
  readonly name: Exclude<keyof Settings, 'views'>;
  readonly here: SettingValue;
  readonly inBackup: SettingValue;
}
export type SettingValue = string | number | boolean | readonly string[] | null;

/** What of a backup's way to a hub, or to all hubs, is not set here. */
export interface PlannedWay {
  /** null for all hubs. */
  readonly hubName: string | null;
  readonly timeouts: ReachTimeouts | null;
  readonly actionPaths: readonly Pick<ActionPath, 'action' | 'path'>[];
  /** Where the hub serves its own API description. */
  readonly referenceAddress: string | null;
}

/** A proxy and authorities of a backup that are not set here: they decide whom the app asks and believes. */
export interface PlannedTrust {
  /** null for all hubs. */
  readonly hubName: string | null;
  readonly proxy:
    | { readonly kind: 'system' | 'none' }
    | { readonly kind: 'manual'; readonly address: string; readonly userName: string }
    | null;
  readonly authorities: readonly CertificateFacts[];
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
  readonly newWays: readonly PlannedWay[];
  /** Taken over only when the person asks for these too. */
  readonly newTrust: readonly PlannedTrust[];
  /** Settings that differ: they stay as they are unless the person asks for the backup's. */
  readonly differences: readonly SettingDifference[];
}

/** What taking over a backup did. */
export interface BackupOutcome {
  readonly hubs: number;
  readonly credentials: number;
  readonly views: number;
  readonly settings: number;
  /** Times, paths and addresses of the ways to the hubs, and, where they were wanted, proxies and authorities. */
  readonly ways: number;
}
