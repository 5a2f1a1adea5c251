import { describe, expect, it } from 'vitest';
import type { ActivityEntry } from '#contract/activity.ts';
import { fail, ok } from '#contract/result.ts';
import { settleUnknown } from '../../../../renderer/features/registrations/settle-unknown.ts';
import { activityEntry } from '../../../doubles/activity-entry.ts';
import { fakeBridge } from '../../../doubles/fake-bridge.ts';

const unknown: ActivityEntry['outcome'] = { kind: 'unknown', cause: 'timeout' };
const registering = { hubId: 'hub-1', action: 'register', applicationName: 'SalesDesk9' } as const;
const entryOf = (changes: Partial<ActivityEntry>) =>
  activityEntry({
    action: 'register',
    registrationId: '',
    applicationName: 'SalesDesk9',
    outcome: unknown,
    ...changes,
  });

/** A log, newest first, whose entries turn out to have happened, or not to be told. */
function log(entries: readonly ActivityEntry[], happened: boolean | null = true) {
  const checked: string[] = [];
  const bridge = fakeBridge({
    activity: {
      list: () => Promise.resolve(ok({ entries, matching: entries.length, total: entries.length, unknown: 0 })),
      check: ({ entryId }) => {
        checked.push(entryId);
        return Promise.resolve(
          happened === null
            ? fail({ code: 'hubUnreachable', cause: 'dns', host: 'hub.example.com' })
            : ok(entryOf({ outcome: { kind: 'found', happened, checkedAtMs: 1 } })),
        );
      },
    },
  });
  return { bridge, checked };
}

describe('settling what became of a call', () => {
  it('takes the newest one of that very name', async () => {
    const { bridge, checked } = log([
      entryOf({ id: 'namesake', applicationName: 'SalesDesk91' }),
      entryOf({ id: 'newest' }),
      entryOf({ id: 'older' }),
    ]);
    expect(await settleUnknown(bridge, registering)).toBe(true);
    expect(checked).toEqual(['newest']);
  });

  it('looks once more at one that was not found done', async () => {
    const { bridge } = log([entryOf({ outcome: { kind: 'found', happened: false, checkedAtMs: 1 } })], true);
    expect(await settleUnknown(bridge, registering)).toBe(true);
  });

  it('leaves an older call alone when the newest is settled', async () => {
    const { bridge, checked } = log([entryOf({ outcome: { kind: 'done', status: 201 } }), entryOf({ id: 'older' })]);
    expect(await settleUnknown(bridge, registering)).toBeNull();
    expect(checked).toEqual([]);
  });

  it('tells nothing while the Hub cannot be asked', async () => {
    expect(await settleUnknown(log([entryOf({})], null).bridge, registering)).toBeNull();
  });
});
