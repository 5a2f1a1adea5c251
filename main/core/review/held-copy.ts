// One hub's saved copy: in memory first, on the disk for the next start.
import type { SavedCopy } from '#contract/registration.ts';
import type { CopyStore, Recovery, StorageFailure } from '../ports.ts';
import { DISK_TICKET, EMPTY_LEDGER, enterList } from './copy-ledger.ts';
import type { Ledger } from './copy-ledger.ts';

export interface HeldCopyPorts {
  readonly store: CopyStore;
  /** A hub's copy is another now. */
  readonly onRenewed: (hubId: string) => void;
  /** The stored copy could not be read, and an earlier one, or none, was taken. */
  readonly onRecovered: (hubId: string, recovery: Recovery) => void;
  /**
   * The disk refused. Nobody who asked the Hub hears of it, because what they asked for is there: the copy goes on in
   * memory, and this is where the person learns that it will not survive the run.
   */
  readonly onStorageFailed: (hubId: string, failure: StorageFailure) => void;
}

export interface HeldCopy {
  /** The copy, null when there never was a list of this hub. */
  current(): Promise<SavedCopy | null>;
  /** Takes over news, tells of them, and waits for the disk: what was answered survives a killed process. */
  enter(news: (ledger: Ledger) => Ledger): Promise<SavedCopy | null>;
  /** From now on news are neither kept nor told: the hub was removed. */
  discard(): void;
}

export function heldCopy(hubId: string, { store, onRenewed, onRecovered, onStorageFailed }: HeldCopyPorts): HeldCopy {
  let ledger: Ledger = EMPTY_LEDGER;
  let loading: Promise<void> | null = null;
  let isDiscarded = false;

  async function load(): Promise<void> {
    const { copy, recovery } = await store.read(hubId);
    if (copy !== null) ledger = enterList(ledger, { ticket: DISK_TICKET, copy });
    if (recovery !== null && !isDiscarded) onRecovered(hubId, recovery);
  }

  return {
    async current() {
      await (loading ??= load());
      return ledger.copy;
    },
    async enter(news) {
      // Not before the old file was read, or an unreadable one would be replaced without anybody being told.
      await (loading ??= load());
      const { copy } = ledger;
      if (!isDiscarded) ledger = news(ledger);
      if (ledger.copy === null || ledger.copy === copy) return ledger.copy;
      const renewed = ledger.copy;
      onRenewed(hubId);
      const written = await store.write(renewed);
      if (!written.ok) onStorageFailed(hubId, written.failure);
      return renewed;
    },
    discard() {
      isDiscarded = true;
    },
  };
}
