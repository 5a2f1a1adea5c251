// A PairKeeper that seals nothing: it remembers what it was given, and shows a pair as the window would see it.
import type { DataSyncPair } from '#contract/life-cycle.ts';
import type { PairKeeper, ReceivedPair } from '../../main/core/pairs/pair-keeper.ts';

export interface RecordingPairs extends PairKeeper {
  readonly received: readonly ReceivedPair[];
}

/** `onKept` hears of every pair the moment it would be on the disk. */
export function recordingPairs(onKept: () => void = () => undefined): RecordingPairs {
  const received: ReceivedPair[] = [];
  return {
    received,
    keep({ clientSecret, ...named }) {
      const number = received.push({ ...named, clientSecret });
      onKept();
      const pair: DataSyncPair = {
        ...named,
        id: `pair-${number}`,
        secretMask: `••••${clientSecret.slice(-4)}`,
        protection: { level: 'osKeystore', backend: 'gnome_libsecret' },
        secretState: 'ready',
        receivedAtMs: 0,
        replacedSecret: null,
      };
      return Promise.resolve(pair);
    },
  };
}
