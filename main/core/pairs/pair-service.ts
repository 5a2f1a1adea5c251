// The data-sync pairs of the Bridge: what the window may see and do of them, never the secret.
import type { Bridge } from '#contract/bridge.ts';
import { fail, ok } from '#contract/result.ts';
import type { ActivityRecorder } from '../activity/activity-recorder.ts';
import type { Clock, HttpClient } from '../ports.ts';
import { checkPair } from './check-pair.ts';
import type { PairBook } from './pair-book.ts';
import type { SecretClipboard } from './secret-clipboard.ts';

export interface PairServicePorts {
  readonly pairs: PairBook;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly activity: ActivityRecorder;
  readonly clipboard: SecretClipboard;
}

/** Failures of `copySecret` and `check`: `pairMissing`, the secret codes; of `check` also those of a token request. */
export function pairService({ pairs, clipboard, ...ports }: PairServicePorts): Bridge['pairs'] {
  return {
    list: ({ hubId }) => Promise.resolve(ok(pairs.of(hubId))),

    async copySecret({ pairId }) {
      const opened = await pairs.open(pairId);
      if (!opened.ok) return opened;
      await clipboard.put(opened.value.clientSecret);
      return ok({ clearsAfterMs: clipboard.clearsAfterMs });
    },

    async check({ pairId }) {
      const opened = await pairs.open(pairId);
      if (!opened.ok) return opened;
      // As it was opened: while the Hub is asked, another secret may come in its place.
      const pair = pairs.find(pairId);
      if (pair === null) return fail({ code: 'pairMissing' });
      const checked = await checkPair(pair, opened.value, ports);
      if (checked.ok) pairs.noteWorked(pair);
      return checked;
    },

    goBack: ({ pairId }) => Promise.resolve(pairs.goBack(pairId)),

    remove: ({ pairId }) => Promise.resolve(pairs.remove(pairId)),
  };
}
