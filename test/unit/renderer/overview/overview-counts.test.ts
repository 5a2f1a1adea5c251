import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTER, staleBefore } from '../../../../renderer/app/facets.ts';
import { overviewCounts } from '../../../../renderer/features/overview/overview-counts.ts';
import { narrowing } from '../../../../renderer/features/registrations/list/narrowing.ts';
import { sampleCopy, sampleRegistration } from '../../../screens/registrations/sample-registrations.ts';

const wire = fc.record({
  ID: fc.uuid(),
  status: fc.constantFrom('Active', 'Disabled', 'Inactive', 'Pending-Activation', 'Quarantined', '', 'Resolved'),
  platform: fc.constantFrom('Pega', 'pega', '', 'SAP', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'),
  syncErrors: fc.constantFrom('', '0', '1', '99', 'x'),
  lastTaskSyncedDateTime: fc.constantFrom('', '20210101T000000.000 GMT', '20990101T000000.000 GMT'),
});

describe('the counts of the overview', () => {
  it('are what the list shows when it is narrowed to them', () => {
    fc.assert(
      fc.property(fc.array(wire, { maxLength: 40 }), fc.integer({ min: 1, max: 400 }), (wires, days) => {
        const copy = sampleCopy(wires.map((given) => sampleRegistration(given)));
        const counts = overviewCounts(copy, days);
        const { narrow } = narrowing(copy.registrations);
        const listed = (filter: Partial<typeof NO_FILTER>) =>
          narrow({ ...NO_FILTER, ...filter }, staleBefore(copy.takenAtMs, days)).length;
        for (const { key, count } of counts.statuses) expect(listed({ statuses: [key] })).toBe(count);
        for (const { key, count } of counts.platforms) expect(listed({ platforms: [key] })).toBe(count);
        const { keys, count } = counts.otherPlatforms;
        if (keys.length > 0) expect(listed({ platforms: [...keys] })).toBe(count);
        expect(listed({ hasSyncErrors: true })).toBe(counts.withSyncErrors);
        expect(listed({ isStale: true })).toBe(counts.stale);
        const sum = (slices: readonly { readonly count: number }[]) =>
          slices.reduce((all, slice) => all + slice.count, 0);
        expect(sum(counts.statuses)).toBe(counts.total);
        expect(sum(counts.platforms) + count).toBe(counts.total);
      }),
    );
  });
});
