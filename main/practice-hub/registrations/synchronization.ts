/** How a synchronization runs in the practice hub: it begins, and ends by its time or by the three closing calls. */
import type { Registration, SyncResource } from './registration.ts';

/** Everything that must be closed before a registration becomes Active (hub contract 2.2 and section 5). */
export const SYNC_RESOURCES: readonly SyncResource[] = ['tasks', 'workqueues', 'operators'];

/** Begins a synchronization that ends by itself after a time; `Infinity` means only by the closing calls. */
export function beginSynchronization(registration: Registration, nowMs: number, takesMs: number): Registration {
  return {
    ...registration,
    status: 'synchronizing',
    syncErrors: 0,
    closedResources: [],
    synchronizedAtMs: Number.isFinite(takesMs) ? nowMs + takesMs : null,
  };
}

/** The registration as it is at a moment: a synchronization whose time has come is over. Same object when nothing changed. */
export function settledAt(registration: Registration, nowMs: number): Registration {
  const endsAtMs = registration.synchronizedAtMs;
  if (endsAtMs === null || endsAtMs > nowMs) return registration;
  return finishSynchronization(registration, endsAtMs);
}

/** Notes that the remote application has sent the last of a resource; with the third one the synchronization is over. */
export function closeResource(registration: Registration, resource: SyncResource, nowMs: number): Registration {
  const closedResources = [...new Set([...registration.closedResources, resource])];
  const closed = { ...registration, closedResources };
  return closedResources.length < SYNC_RESOURCES.length ? closed : finishSynchronization(closed, nowMs);
}

/**
 * Ends a synchronization: Active, or Activation-Failure for an application whose host name ends in `.invalid` (RFC 2606:
 * such a host cannot exist). That is the practice hub's way to let a person meet, and repair, a failed activation.
 */
function finishSynchronization(registration: Registration, atMs: number): Registration {
  const failed = new URL(registration.systemUrl).hostname.endsWith('.invalid');
  return {
    ...registration,
    status: failed ? 'activationFailed' : 'active',
    syncErrors: failed ? 1 : 0,
    lastTaskSyncedAtMs: failed ? registration.lastTaskSyncedAtMs : atMs,
    synchronizedAtMs: null,
    closedResources: [],
    updatedAtMs: atMs,
  };
}
