// The saved hubs as the rest of main sees them: read from memory, changed in one step or not at all.
import type { Failure } from '#contract/failure.ts';
import type { Result } from '#contract/result.ts';
import type { RecordStore, StorageFailure } from '../ports.ts';
import { findCredential, findHub, type FoundCredential, type Hubs } from './find-in-hubs.ts';
import type { Edited } from './hub-edits.ts';
import type { StoredHub, StoredHubs } from './stored-hubs.ts';

export interface HubBook {
  /** All hubs in the order they were saved. */
  hubs(): Hubs;
  findHub(hubId: string): StoredHub | null;
  findCredential(credentialId: string): FoundCredential | null;
  /**
   * Reads, changes and writes without a pause between: two changes cannot overwrite each other. When the change or the
   * disk refuses, nothing has changed.
   */
  change<Change extends Edited, Reason extends Failure>(
    edit: (hubs: Hubs) => Result<Change, Reason>,
  ): Result<Change, Reason | StorageFailure>;
}

export function hubBook(store: RecordStore<StoredHubs>): HubBook {
  const hubs = (): Hubs => store.read().hubs;
  return {
    hubs,
    findHub: (hubId) => findHub(hubs(), hubId),
    findCredential: (credentialId) => findCredential(hubs(), credentialId),
    change(edit) {
      const edited = edit(hubs());
      if (!edited.ok) return edited;
      const written = store.write({ ...store.read(), hubs: edited.value.hubs });
      return written.ok ? edited : written;
    },
  };
}
