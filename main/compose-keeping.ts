// What is kept of the person's own work, and what can be told without a network: settings apart.
import type { Bridge } from '#contract/bridge.ts';
import type { Access } from './compose-access.ts';
import type { Calls } from './compose-calls.ts';
import { draftService } from './core/drafts/draft-service.ts';
import type { DraftService } from './core/drafts/draft-service.ts';
import { exportService } from './core/exports/export-service.ts';
import { referenceService } from './core/reference/reference-service.ts';
import type { ReferenceService } from './core/reference/reference-service.ts';
import { reviewService } from './core/review/review-service.ts';
import type { ReviewService } from './core/review/review-service.ts';
import type { ServicePorts } from './service-ports.ts';

export interface Keeping {
  readonly review: ReviewService;
  readonly drafts: DraftService;
  readonly exports: Bridge['exports'];
  readonly reference: ReferenceService;
}

export function composeKeeping(ports: ServicePorts, { keeper, activity }: Access, calls: Calls): Keeping {
  const { book, records, http, clock, newId, tell } = ports;
  const { copies, registrations } = calls;
  const hubOf = (hubId: string): ReturnType<typeof book.findHub> => book.findHub(hubId);
  return {
    review: reviewService({
      isHub: (hubId) => hubOf(hubId) !== null,
      copies,
      visits: records.visits.store,
      clock,
    }),
    drafts: draftService({
      store: records.drafts.store,
      book,
      registrations,
      clock,
      newId,
      onChanged: () => tell('draftsChanged', null),
    }),
    exports: exportService({ ...ports.exporting, hubOf, copyOf: (hubId) => copies.of(hubId), activity, clock }),
    reference: referenceService({
      ...ports.describing,
      store: records.references.store,
      hubOf,
      http,
      tokens: keeper,
      clock,
    }),
  };
}
