// Where a data-sync pair goes the moment it arrives: sealed and on the disk before anything else happens.
import type { ClientAuthentication } from '#contract/inputs.ts';
import type { DataSyncPair } from '#contract/life-cycle.ts';

/** A pair as the Hub's answer held it. Travels nowhere but into the keeper. */
export interface ReceivedPair {
  readonly hubId: string;
  readonly registrationId: string;
  readonly applicationName: string;
  /** '' when the answer named none. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where it is exchanged for a token, where a sender told; else as its hub on this computer does it. */
  readonly home?: { readonly tokenEndpoint: string; readonly clientAuthentication: ClientAuthentication };
}

export interface PairKeeper {
  /**
   * Seals the pair and writes it; an earlier one of the same registration and client ID gives way. It never fails: a
   * secret that the keystore does not take now, or that the disk refuses, is kept for this run, and its
   * `protection.level` says so.
   */
  keep(received: ReceivedPair): Promise<DataSyncPair>;
}
