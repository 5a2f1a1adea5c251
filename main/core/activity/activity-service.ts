// The activity operations of the Bridge.
import type { ActivityEntry } from '#contract/activity.ts';
import type { Bridge } from '#contract/bridge.ts';
import { fail, ok } from '#contract/result.ts';
import { matchingEntries } from './activity-filter.ts';
import type { ActivityLog } from './activity-log.ts';
import { ASKS_NOTHING, type LookAt } from './look-at-hub.ts';

export interface ActivityServicePorts {
  readonly log: Pick<ActivityLog, 'entries' | 'find' | 'found'>;
  /** Failures: those of asking the Hub. */
  readonly lookAt: LookAt;
}

export function activityService({ log, lookAt }: ActivityServicePorts): Bridge['activity'] {
  return {
    async list({ filter, offset, limit }) {
      const all = await log.entries();
      const matching = matchingEntries(all, filter);
      return ok({
        entries: matching.slice(offset, offset + limit),
        matching: matching.length,
        total: all.length,
        unknown: all.filter(isWorthALook).length,
      });
    },

    /** Failures: `activityMissing` besides those of the look. An entry whose outcome is known is answered as it is. */
    async check({ entryId }) {
      const entry = await log.find(entryId);
      if (entry === null) return fail({ code: 'activityMissing' });
      // One that was looked up may be looked up again: a slow Hub shows later what it was told before.
      if (entry.outcome.kind !== 'unknown' && entry.outcome.kind !== 'found') return ok(entry);
      const look = await lookAt(entry);
      return look.ok ? ok(await log.found(entry, look.value.happened)) : look;
    },
  };
}

/** A token request and a file change nothing on a Hub: nobody has to find out what became of them. */
function isWorthALook({ action, outcome }: ActivityEntry): boolean {
  return outcome.kind === 'unknown' && !ASKS_NOTHING.has(action);
}
