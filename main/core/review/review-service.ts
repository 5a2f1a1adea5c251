// The review operations of the Bridge: what is known of a hub's past. None of them asks the network.
import type { Bridge } from '#contract/bridge.ts';
import type { SavedCopy } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Moment } from '#contract/review.ts';
import type { Clock, RecordStore, StorageFailure } from '../ports.ts';
import { compareCopies } from './compare-copies.ts';
import { copyAt, momentsOf } from './past.ts';
import type { Past } from './past.ts';
import type { SavedCopies } from './saved-copies.ts';
import type { StoredVisits } from './stored-visits.ts';
import { historyOf, lastTimeOf, visitSummary } from './told-history.ts';

export interface ReviewServicePorts {
  /** Whether there is such a hub (any more). */
  readonly isHub: (hubId: string) => boolean;
  readonly copies: Pick<SavedCopies, 'of' | 'pastOf'>;
  readonly visits: RecordStore<StoredVisits>;
  readonly clock: Clock;
}

export type ReviewService = Bridge['review'] & {
  /** Forgets what was seen of a hub that is removed; its history goes with its saved copy. */
  removeOfHub(hubId: string): Promise<Result<null, StorageFailure>>;
};

/** Failures of all: `hubMissing`. */
export function reviewService({ isHub, copies, visits, clock }: ReviewServicePorts): ReviewService {
  /** What is made of a hub's past; of no past when the hub was never read. */
  async function ofPast<Value>(hubId: string, make: (past: Past | null) => Value): Promise<Result<Value>> {
    return isHub(hubId) ? ok(make(await copies.pastOf(hubId))) : fail({ code: 'hubMissing' });
  }

  async function copyOf({ hubId, atMs }: Moment): Promise<Result<SavedCopy>> {
    if (!isHub(hubId)) return fail({ code: 'hubMissing' });
    const past = atMs === null ? null : await copies.pastOf(hubId);
    const copy = atMs === null ? await copies.of(hubId) : past && copyAt(past, atMs);
    return copy === null ? fail({ code: 'momentUnknown' }) : ok(copy);
  }

  function write(seenUpToMs: StoredVisits['seenUpToMs']): Result<null, StorageFailure> {
    return visits.write({ ...visits.read(), seenUpToMs });
  }

  return {
    history: ({ hubId, registrationId }) => ofPast(hubId, (past) => historyOf(past?.steps ?? [], registrationId)),

    sinceLastVisit: ({ hubId }) =>
      ofPast(hubId, (past) => visitSummary(past?.steps ?? [], visits.read().seenUpToMs[hubId] ?? null)),

    async markVisited({ hubId }) {
      // A clock that was once ahead must not leave entries behind that stay new for ever.
      const last = await ofPast(hubId, (past) => lastTimeOf(past?.steps ?? []));
      if (!last.ok) return last;
      return write({ ...visits.read().seenUpToMs, [hubId]: Math.max(clock.nowMs(), last.value) });
    },

    moments: ({ hubId }) => ofPast(hubId, (past) => (past === null ? [] : momentsOf(past))),

    async compare({ left, right, matchBy }) {
      const [here, there] = [await copyOf(left), await copyOf(right)];
      if (!here.ok) return here;
      return there.ok ? ok(compareCopies({ left: here.value, right: there.value }, matchBy)) : there;
    },

    removeOfHub(hubId) {
      const { [hubId]: seen, ...others } = visits.read().seenUpToMs;
      return Promise.resolve(seen === undefined ? ok(null) : write(others));
    },
  };
}
