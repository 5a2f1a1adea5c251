import { expect, test } from 'vitest';
import { statusKind } from '#contract/status-kind.ts';

test.each([
  ['Pending-Details', 'pending'],
  ['Pending-Activation', 'pending'],
  ['Sync-InProgress', 'synchronizing'],
  ['Sync-InProcess', 'synchronizing'],
  ['Open-SyncProgress', 'synchronizing'],
  ['Active', 'active'],
  ['ACTIVE', 'active'],
  ['Activation-Failure', 'failure'],
  ['Disabled', 'hidden'],
  ['Disabled - Syncing', 'hidden'],
  ['Disabled - Sync Stopped', 'stopped'],
  ['Disabled-SyncStopped', 'stopped'],
  ['Inactive', 'stopped'],
  ['Resolved', 'resolved'],
  ['Resolved-Completed', 'unknown'],
  ['Aktiv', 'unknown'],
  ['', 'unknown'],
  ['constructor', 'unknown'],
])('the status %j means %s', (raw, kind) => {
  expect(statusKind(raw)).toBe(kind);
});
