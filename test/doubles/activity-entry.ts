// An entry of the activity log, to be changed as a test needs it.
import type { ActivityEntry } from '#contract/activity.ts';

/** A deactivation at 10:00 (UTC) that went well. */
export function activityEntry(changes: Partial<ActivityEntry> = {}): ActivityEntry {
  return {
    id: 'entry-1',
    atMs: Date.UTC(2026, 10, 23, 10, 0),
    hubId: 'hub-1',
    hubName: 'Claims Hub',
    operator: 'areks1',
    registrationId: 'REG-22951',
    applicationName: 'SalesDesk3',
    action: 'deactivate',
    sent: 'POST /prweb/api/ppf/v1/registrations/REG-22951/actions/disablesync',
    outcome: { kind: 'done', status: 200 },
    durationMs: 412,
    ...changes,
  };
}
